using System.Text;

namespace Reconciler.ScenarioTests.Matrix;

/// <summary>Writes the matrix so that a person can read how every key of the language is spoken of.</summary>
internal static class MatrixText
{
    public const string Heading = """
        How the plan speaks of every key of the language: its lines, and below each the sentence for people who know neither YAML nor Graph.
        [] is an item of a list, {} an entry of a mapping, () what tells one form of a value from the others.

        """;

    public static string Of(IEnumerable<MatrixEntry> entries)
    {
        var text = new StringBuilder();
        foreach (var kind in entries.GroupBy(entry => entry.Row.Key.Table.Keyword))
        {
            text.Append('\n').Append(kind.Key).Append('\n').Append('=', kind.Key.Length).Append('\n');
            foreach (var key in kind.GroupBy(entry => entry.Row.Key.Path).OrderBy(group => group.Min(entry => entry.Row.Number)))
            {
                text.Append('\n').Append(key.Key).Append('\n');
                foreach (var entry in key.OrderBy(entry => entry.Row.Number).ThenBy(entry => entry.Case))
                {
                    Entry(text, entry);
                }
            }
        }

        return text.ToString();
    }

    private static void Entry(StringBuilder text, MatrixEntry entry)
    {
        var head = $"  {entry.Case.ToString().ToLowerInvariant(),-8}";
        if (entry.Reason is { } reason)
        {
            text.Append(head).Append('(').Append(reason).Append(")\n");
            return;
        }

        foreach (var line in entry.Lines)
        {
            text.Append(head).Append(line.Text).Append('\n');
            foreach (var sentence in line.Sentences)
            {
                text.Append("            ").Append(sentence).Append('\n');
            }

            head = new string(' ', head.Length);
        }

        if (entry.Lines.Count == 0)
        {
            text.Append(head).Append("(nothing is said)\n");
        }
    }
}
