using System.Text;
using System.Text.RegularExpressions;

namespace Reconciler.Cli.Output;

/// <summary>
/// Makes text from a file or a tenant harmless to Markdown and to those who render it. Words that could mean something (a mention, a reference, a
/// link, markup) stand in code spans, where nothing means anything; what can't stand there is a character reference. Reads the same rendered and raw.
/// </summary>
internal static partial class MarkdownText
{
    private const int Longest = 2000;

    /// <summary>As part of a line: of a paragraph, a heading, a list item or a table's cell.</summary>
    public static string Of(string text)
    {
        var (shown, tail) = Cut(Printable.Of(text));
        var marked = new StringBuilder();
        var code = new StringBuilder();
        var gap = "";
        foreach (var word in Gap().Split(shown))
        {
            foreach (var piece in Delimiter().Split(word).Where(piece => piece.Length > 0))
            {
                if (piece is "`" or "|")
                {
                    Close(code, marked).Append(gap).Append(piece is "|" ? "&#124;" : "&#96;");
                }
                else if (Risky().IsMatch(piece) || (marked.Length + code.Length == 0 && RiskyFirst().IsMatch(piece)))
                {
                    (code.Length == 0 ? marked : code).Append(gap);
                    code.Append(piece);
                }
                else
                {
                    Close(code, marked).Append(gap).Append(piece);
                }

                gap = "";
            }

            gap = " ";
        }

        return Close(code, marked).Append(tail).ToString();
    }

    /// <summary>As a code span, whatever it says: a place, an id.</summary>
    public static string Code(string text)
    {
        var shown = Printable.Of(text);
        return shown.Length is 0 or > Longest || Delimiter().IsMatch(shown) ? Of(text) : Close(new StringBuilder(shown), new StringBuilder()).ToString();
    }

    /// <summary>As a value that stands by itself: one code span for all of it, where a word of it needs one.</summary>
    public static string Value(string text) => Of(text) is var marked && marked == Printable.Of(text) ? marked : Code(text);

    // It ends before the mark that ends a sentence. A renderer takes a space from each end of one that has both and more: it is given two to take.
    private static StringBuilder Close(StringBuilder code, StringBuilder marked)
    {
        if (code.Length > 0)
        {
            var text = code.ToString();
            var mark = text.Length > 1 && text[^1] is '.' or ',' or ';' ? text[^1..] : "";
            text = text[..^mark.Length];
            var pad = text.StartsWith(' ') && text.EndsWith(' ') && text.Trim(' ').Length > 0 ? " " : "";
            marked.Append($"`{pad}{text}{pad}`{mark}");
            code.Clear();
        }

        return marked;
    }

    private static (string Shown, string Tail) Cut(string text)
    {
        if (text.Length <= Longest)
        {
            return (text, "");
        }

        var end = char.IsHighSurrogate(text[Longest - 1]) ? Longest - 1 : Longest;
        return (text[..end], $" … and {text.Length - end} more characters");
    }

    // Spaces at the ends, and several in a row, belong to a word: rendered as text they would be gone.
    [GeneratedRegex("(?<=[^ ]) (?=[^ ])", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Gap();

    [GeneratedRegex("(?<delimiter>[`|])", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Delimiter();

    // Markup, entities, mathematics; mentions and issues; URLs and :emoji:; what GitHub may take for a commit, or for a ticket such as GH-1.
    [GeneratedRegex(@"[\\*_~\[\]<>@#$\p{Zs}]|&.|.&|:.|www\.|(?<![0-9a-z])[0-9a-f]{7,40}(?![0-9a-z])|[a-z]-\d|ghsa-", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Risky();

    // Lists, rules and headings begin with these.
    [GeneratedRegex(@"^(?:[-+=:]|\d{1,9}[.)])", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex RiskyFirst();
}
