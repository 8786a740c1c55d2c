using Reconciler.Entitlements;
using Spectre.Console.Rendering;

namespace Reconciler.Cli.Output;

/// <summary>The line that a finding points at and the caret below it, never wider than a terminal of 80 columns: of a longer line the part around its offender.</summary>
/// <param name="Text">The line, behind its number.</param>
/// <param name="Caret">What stands below it; columns are those of a terminal, on which a character can take two or none.</param>
internal sealed record Excerpt(string Text, string Caret)
{
    private const int Width = 78;

    private const string Cut = "…";

    public static Excerpt Of(string line, SourceSpan where)
    {
        var number = $"{where.Line}";
        var room = Width - number.Length - " | ".Length;
        var at = Math.Clamp(where.Column - 1, 0, line.Length);
        var end = Math.Clamp(at + where.Length, at, line.Length);
        var (before, offender, behind) = Fit(Shown(line[..at]), Shown(line[at..end]), Shown(line[end..]), room);
        var caret = new string('^', Math.Max(Cells(offender), 1));
        return new Excerpt($"{number} | {before}{offender}{behind}", $"{new string(' ', number.Length)} | {new string(' ', Cells(before))}{caret}");
    }

    /// <summary>What is too long is cut: first behind the offender, then before it; the offender itself last.</summary>
    private static (string Before, string Offender, string Behind) Fit(string before, string offender, string behind, int room)
    {
        if (Cells(before) + Cells(offender) + Cells(behind) <= room)
        {
            return (before, offender, behind);
        }

        var most = room - Math.Min(Cells(before), room / 3) - Math.Min(Cells(behind), room / 6);
        var kept = Cells(offender) <= most ? offender : Start(offender, most - 1) + Cut;
        var rest = room - Cells(kept);
        var left = Cells(before) <= rest - Math.Min(Cells(behind), rest / 3) ? before : Cut + End(before, rest - Math.Min(Cells(behind), rest / 3) - 1);
        var right = Cells(behind) <= rest - Cells(left) ? behind : Start(behind, rest - Cells(left) - 1) + Cut;
        return (left, kept, right);
    }

    private static string Shown(string text) => Printable.Of(text.Replace('\t', ' '));

    private static int Cells(string text) => new Segment(text).CellCount();

    private static string Start(string text, int cells)
    {
        var length = 0;
        foreach (var rune in text.EnumerateRunes())
        {
            if ((cells -= Cells(rune.ToString())) < 0)
            {
                break;
            }

            length += rune.Utf16SequenceLength;
        }

        return text[..length];
    }

    private static string End(string text, int cells)
    {
        var from = text.Length;
        while (from > 0)
        {
            var rune = from > 1 && char.IsLowSurrogate(text[from - 1]) ? text[(from - 2)..from] : text[(from - 1)..from];
            if ((cells -= Cells(rune)) < 0)
            {
                break;
            }

            from -= rune.Length;
        }

        return text[from..];
    }
}
