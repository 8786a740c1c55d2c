using Reconciler.Planning;

namespace Reconciler.Cli.Output;

/// <summary>One line of a change as the row of a table.</summary>
internal static class FieldChangeMarkdown
{
    private const string Nothing = "—";

    public static IEnumerable<string> Rows(PlannedChange change, FieldChange field, bool isShort) =>
        field.Parts.Select(part => Row(Words(change, part, "↳ "), isShort)).Prepend(Row(Words(change, field, ""), isShort));

    /// <summary>The one place where a line becomes words.</summary>
    private static (string What, string Before, string After, string Effect) Words(PlannedChange change, FieldChange field, string mark)
    {
        var label = mark + MarkdownText.Of(field.Label);
        var how = field.Kind switch
        {
            FieldChangeKind.Added when change is not PlannedChange.Create => " (added)",
            FieldChangeKind.Removed => " (removed)",
            _ => "",
        };
        return (label + how, Value(field.Old), Value(field.New) + (field.IsDefault ? " (default)" : ""), PlannedChangeText.Effects(change, field));
    }

    private static string Value(string? value) => string.IsNullOrEmpty(value) ? Nothing : MarkdownText.Value(value);

    private static string Row((string What, string Before, string After, string Effect) words, bool isShort) =>
        isShort ? $"| {words.What} | {words.After} |" : $"| {words.What} | {words.Before} | {words.After} | {words.Effect} |";
}
