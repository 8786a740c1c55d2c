using System.Globalization;
using System.Text.RegularExpressions;

namespace Reconciler.Planning.Comparing;

/// <summary>Says a line of a plan as a sentence for people who know neither YAML nor Graph.</summary>
internal static partial class Sentences
{
    /// <summary>The sentence; empty for a value that the table has no words for.</summary>
    /// <param name="place">What the sentence begins with: the stage, the question, the resource that it is about.</param>
    /// <param name="says">What the table calls the value.</param>
    public static string Of(string place, string says, FieldChangeKind kind, string? old, string? @new) => says.Length == 0 ? "" : Whole(place, (kind, Plain(old), Plain(@new)) switch
    {
        (FieldChangeKind.Set, _, "true") => old is null ? $"{says}: yes" : $"from now on {says}",
        (FieldChangeKind.Set, _, "false") => old is null ? $"{says}: no" : $"no longer: {says}",
        (FieldChangeKind.Set, null, var will) => $"{says}: {will}",
        (FieldChangeKind.Set, var was, var will) => $"{says}: {will}, until now {was}",
        (FieldChangeKind.Added, _, var item) => $"{says}: {item} is added",
        (_, var item, _) => $"{says}: {item} is taken away",
    });

    /// <summary>A value without the signs of YAML, which mean nothing to those people; what is in quotes is somebody's own text.</summary>
    private static string? Plain(string? value) => value switch
    {
        null => null,
        "\"\"" => "nothing",
        _ when !value.AsSpan().ContainsAny("{}[]:") => value,
        _ => Signs().Replace(value, sign => sign.Value[0] == '"' ? sign.Value : sign.Value == ": " ? " " : ""),
    };

    private static string Whole(string place, string text) => $"{place}{char.ToUpper(text[0], CultureInfo.InvariantCulture)}{text.AsSpan(1)}.";

    [GeneratedRegex("""
        "([^"\\]|\\.)*"|\{ | \}|[\[\]{}]|:\x20
        """, RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Signs();
}
