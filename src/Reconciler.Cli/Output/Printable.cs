using System.Globalization;
using System.Text;

namespace Reconciler.Cli.Output;

/// <summary>Makes text from a file or a tenant harmless to a terminal: what moves the cursor or turns the text around is shown, not done.</summary>
internal static class Printable
{
    public static string Of(string text)
    {
        if (text.All(c => c is >= ' ' and <= '~'))
        {
            return text;
        }

        var shown = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
        {
            shown.Append(IsHarmless(rune) ? rune.ToString() : $"\\u{{{rune.Value:x}}}");
        }

        return shown.ToString();
    }

    // A zero-width joiner is part of many emoji and turns nothing around.
    private static bool IsHarmless(Rune rune) => rune.Value == 0x200D || Rune.GetUnicodeCategory(rune) is not
        (UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator or UnicodeCategory.PrivateUse);
}
