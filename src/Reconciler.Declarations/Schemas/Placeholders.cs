using System.Text.Json.Nodes;
using Reconciler.Entitlements.Fields;

namespace Reconciler.Declarations.Schemas;

/// <summary>What a variable or a parameter looks like where it stands for a value, or for a part of one.</summary>
internal static class Placeholders
{
    public const string Whole = "reference";

    public const string Part = "referenceInText";

    /// <summary>Text with one of these is longer or shorter than it looks; only the loader knows.</summary>
    public const string Opening = @"\$\(";

    /// <summary>What nobody may write where nothing is replaced: it would be taken as it stands.</summary>
    public const string Anywhere = @"[\s\S]*(^|[^$])\$\((var|param)\.";

    private const string Pattern = @"\$\((var|param)\." + Shape.Values.NamePattern + @"\)";

    public static JsonObject WholeSchema => Schema($"^{Pattern}$", "A variable of the tenant, `$(var.name)`, or a parameter of the template, `$(param.name)`, in the place of the value.");

    public static JsonObject PartSchema => Schema($@"(^|[^$]){Pattern}", "Text with a variable of the tenant, `$(var.name)`, or a parameter of the template, `$(param.name)`, in it.");

    private static JsonObject Schema(string pattern, string doc) => new()
    {
        ["type"] = "string",
        ["pattern"] = pattern,
        ["patternErrorMessage"] = "Write a value, or a variable such as `$(var.name)`.",
        ["description"] = doc,
    };
}
