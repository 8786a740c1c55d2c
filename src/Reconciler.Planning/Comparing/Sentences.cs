using System.Globalization;

namespace Reconciler.Planning.Comparing;

/// <summary>Says a line of a plan as a sentence for people who know neither YAML nor Graph.</summary>
internal static class Sentences
{
    /// <summary>The sentence; empty for a value that the table has no words for.</summary>
    /// <param name="place">What the sentence begins with: the stage, the question, the resource that it is about.</param>
    /// <param name="says">What the table calls the value.</param>
    public static string Of(string place, string says, FieldChangeKind kind, string? old, string? @new) => says.Length == 0 ? "" : place + Capital((kind, old, @new) switch
    {
        (FieldChangeKind.Set, _, "true") => old is null ? $"{says}: yes" : $"from now on {says}",
        (FieldChangeKind.Set, _, "false") => old is null ? $"{says}: no" : $"no longer: {says}",
        (FieldChangeKind.Set, null, _) => $"{says}: {@new}",
        (FieldChangeKind.Set, _, _) => $"{says}: {@new}, until now {old}",
        (FieldChangeKind.Added, _, _) => $"{says}: {@new} is added",
        _ => $"{says}: {old} is taken away",
    }) + ".";

    private static string Capital(string text) => char.ToUpper(text[0], CultureInfo.InvariantCulture) + text[1..];
}
