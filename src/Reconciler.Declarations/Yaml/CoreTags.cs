using System.Globalization;

namespace Reconciler.Declarations.Yaml;

/// <summary>Tells whether a scalar is what its tag says. The tag decides nothing: its key says what a value is.</summary>
internal static class CoreTags
{
    public static bool Fit(string tag, string text) => tag switch
    {
        "null" => text is "" or "~" or "null" or "Null" or "NULL",
        "bool" => bool.TryParse(text, out _),
        "int" => long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out _),
        "float" => double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out _),
        _ => true,
    };
}
