using Reconciler.Planning;

namespace Reconciler.Cli.Output;

/// <summary>One line of a change as the row of a table: a sentence for whoever knows neither YAML nor Graph, what it does to access, and the key for whoever does.</summary>
internal static class FieldChangeMarkdown
{
    public const string Head = "| what | effect | setting |\n|---|---|---|";

    public const string ShortHead = "| what | setting |\n|---|---|";

    public static IEnumerable<string> Rows(PlannedChange change, FieldChange field, bool isShort) =>
        field.Parts.Select(part => Row(Words(change, part, "↳ "), isShort)).Prepend(Row(Words(change, field, ""), isShort));

    /// <summary>The one place where a line becomes words.</summary>
    private static (string What, string Effect, string Setting) Words(PlannedChange change, FieldChange field, string mark) => (
        mark + MarkdownText.Of(field.Sentence),
        PlannedChangeText.Effects(change, field),
        MarkdownText.Code(field.Label) + (field.IsDefault ? " (default)" : ""));

    private static string Row((string What, string Effect, string Setting) words, bool isShort) =>
        isShort ? $"| {words.What} | {words.Setting} |" : $"| {words.What} | {words.Effect} | {words.Setting} |";
}
