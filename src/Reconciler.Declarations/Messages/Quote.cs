using System.Globalization;
using System.Text;
using Reconciler.Entitlements;

namespace Reconciler.Declarations.Messages;

/// <summary>Quotes what people wrote, so that it can't break a line, recolour a terminal or fill a screen.</summary>
internal static class Quote
{
    private const int Longest = 80;

    private const int MostListed = 12;

    private const int LongestEnd = 20;

    public static string Of(string text)
    {
        var quoted = new StringBuilder("`");
        foreach (var rune in text.EnumerateRunes())
        {
            if (quoted.Length > Longest)
            {
                quoted.Append('…');
                break;
            }

            quoted.Append(Rune.GetUnicodeCategory(rune) is UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.LineSeparator
                or UnicodeCategory.ParagraphSeparator or UnicodeCategory.Surrogate
                ? $"\\u{rune.Value:X4}"
                : rune.ToString());
        }

        return quoted.Append('`').ToString();
    }

    /// <summary>The last characters of a text, quoted.</summary>
    public static string EndOf(string text) => Of(text.Length <= LongestEnd ? text : "…" + text[^LongestEnd..]);

    /// <summary>A reference as a sentence names it: <c>group `Auditors`</c>.</summary>
    public static string Of(Reference reference) => $"{reference.Kind.Noun()} {Of(reference.Name ?? reference.Id ?? "")}";

    /// <summary>The words, quoted, as a sentence lists them: <c>`a`, `b` or `c`</c>.</summary>
    public static string AnyOf(IEnumerable<string> words) => Listed(words.Select(Of), "or");

    public static string AllOf(IEnumerable<string> words) => Listed(words.Select(Of), "and");

    /// <summary>The same of names of which there can be any number.</summary>
    public static string FirstOf(IEnumerable<string> names)
    {
        var all = names.ToArray();
        return all.Length <= MostListed ? AllOf(all) : Listed([.. all.Take(MostListed).Select(Of), $"{all.Length - MostListed:N0} more"], "and");
    }

    public static string Listed(IEnumerable<string> phrases, string conjunction)
    {
        var all = phrases.ToArray();
        return all.Length < 2 ? string.Concat(all) : $"{string.Join(", ", all[..^1])} {conjunction} {all[^1]}";
    }

    public static string DidYouMean(string? nearest) => nearest is null ? "." : $"; did you mean {Of(nearest)}?";
}
