using Spectre.Console;
using Spectre.Console.Rendering;

namespace Reconciler.Cli.Output;

/// <summary>Prints lines: wrapped to the terminal with a hanging indent and coloured there; one line a line in a pipe or a file.</summary>
internal static class LinePrinter
{
    private const int Hang = 4;

    private const int LongestWord = 60;

    public static void Print(IEnumerable<Line> lines, CliIo io)
    {
        if (!io.OutIsTerminal)
        {
            io.Out.Write(Plain(lines));
            return;
        }

        var console = AnsiConsole.Create(new AnsiConsoleSettings
        {
            Ansi = io.UsesColour ? AnsiSupport.Yes : AnsiSupport.No,
            ColorSystem = io.UsesColour ? ColorSystemSupport.Standard : ColorSystemSupport.NoColors,
            Out = new AnsiConsoleOutput(io.Out),
        });

        // It is wrapped here, with a hanging indent; the console must not do it again.
        console.Profile.Width = int.MaxValue / 2;
        foreach (var row in lines.SelectMany(line => Wrap(line, io.Width)))
        {
            foreach (var run in row)
            {
                console.Write(run.Text, StyleOf(run.Ink));
            }

            console.WriteLine();
        }
    }

    public static string Plain(IEnumerable<Line> lines) =>
        string.Concat(lines.Select(line => (new string(' ', line.Indent) + string.Concat(line.Runs.Select(r => r.Text))).TrimEnd() + "\n"));

    /// <summary>Breaks a line between words so that it fits; a word longer than the terminal is left to the terminal.</summary>
    internal static IEnumerable<IReadOnlyList<Run>> Wrap(Line line, int width)
    {
        List<Run> row = [new Run(new string(' ', line.Indent))];
        if (line.IsVerbatim)
        {
            row.AddRange(line.Runs);
            yield return row;
            yield break;
        }

        var column = line.Indent;
        var atStart = true;
        foreach (var (word, ink) in line.Runs.SelectMany(Words))
        {
            var cells = new Segment(word).CellCount();
            if (!atStart && column + new Segment(word.TrimEnd()).CellCount() > width)
            {
                // The space that the next word would have stood behind takes no room.
                row[^1] = row[^1] with { Text = row[^1].Text.TrimEnd() };
                yield return row;
                row = [new Run(new string(' ', line.Indent + Hang))];
                column = line.Indent + Hang;
            }

            // What is of one colour is written at once, not word by word.
            if (row[^1].Ink == ink)
            {
                row[^1] = row[^1] with { Text = row[^1].Text + word };
            }
            else
            {
                row.Add(new Run(word, ink));
            }

            column += cells;
            atStart = false;
        }

        yield return row;
    }

    /// <summary>The words of a run with the spaces behind them. What stands in backquotes is one word, so that nobody copies half of it.</summary>
    private static IEnumerable<(string Word, Ink Ink)> Words(Run run)
    {
        for (var start = 0; start < run.Text.Length;)
        {
            var end = run.Text.IndexOf(' ', start);
            while (end >= 0 && ClosingQuote(run.Text, start, end) is { } quote)
            {
                end = run.Text.IndexOf(' ', quote);
            }

            while (end >= 0 && end + 1 < run.Text.Length && run.Text[end + 1] == ' ')
            {
                end++;
            }

            var next = end < 0 ? run.Text.Length : end + 1;
            yield return (run.Text[start..next], run.Ink);
            start = next;
        }
    }

    /// <summary>Where the quote ends that a space stands in; null where it stands in none, or in one that is too long for a line.</summary>
    private static int? ClosingQuote(string text, int start, int space)
    {
        var isOpen = text[start..space].Count(c => c == '`') % 2 == 1;
        var close = isOpen ? text.IndexOf('`', space) : -1;
        return close >= 0 && close - start <= LongestWord ? close : null;
    }

    private static Style StyleOf(Ink ink) => ink switch
    {
        Ink.Strong => new Style(decoration: Decoration.Bold),
        Ink.Faint => new Style(decoration: Decoration.Dim),
        Ink.Adds => new Style(Color.Green),
        Ink.Changes => new Style(Color.Olive),
        Ink.Deletes or Ink.Fails => new Style(Color.Maroon),
        Ink.Warns => new Style(Color.Purple),
        _ => Style.Plain,
    };
}
