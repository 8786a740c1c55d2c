using System.Collections.Immutable;
using System.Text;
using System.Text.RegularExpressions;

namespace Reconciler.Declarations.Expanding;

/// <summary>Takes a text apart at its references. <c>$$(</c> is a literal <c>$(</c>.</summary>
internal static partial class TextParts
{
    private const string Opening = "$(";

    /// <summary>How many parts a text may have; behind them it is words. More are nobody's references.</summary>
    private const int Most = 10_000;

    /// <summary>How much of what is no reference is quoted.</summary>
    private const int LongestStranger = 60;

    public static bool AreIn(string text) => text.Contains(Opening, StringComparison.Ordinal);

    public static bool IsName(string name) => Names().IsMatch(name);

    public static ImmutableArray<TextPart> Of(string text)
    {
        var parts = ImmutableArray.CreateBuilder<TextPart>();
        var words = new StringBuilder();
        var at = 0;
        while (parts.Count < Most && text.IndexOf(Opening, at, StringComparison.Ordinal) is >= 0 and var found)
        {
            // One dollar before it makes it words: `$$(` is the sign itself.
            if (found > at && text[found - 1] == '$')
            {
                words.Append(text, at, found - 1 - at).Append(Opening);
                at = found + Opening.Length;
                continue;
            }

            words.Append(text, at, found - at);
            AddWords(parts, words);
            var part = PartAt(text, found);
            parts.Add(part);
            at = found + $"{part}".Length;
        }

        words.Append(text, at, text.Length - at);
        AddWords(parts, words);
        return parts.ToImmutable();
    }

    private static TextPart PartAt(string text, int at)
    {
        var match = References().Match(text, at);
        if (match.Success)
        {
            return new TextPart.Reference(at, match.Groups["to"].Value == "var" ? ReferenceTo.Variable : ReferenceTo.Parameter, match.Groups["name"].Value);
        }

        var shown = text.AsSpan(at, Math.Min(LongestStranger, text.Length - at));
        var end = shown.IndexOf(')');
        return new TextPart.Stranger(at, (end < 0 ? shown : shown[..(end + 1)]).ToString());
    }

    private static void AddWords(ImmutableArray<TextPart>.Builder parts, StringBuilder words)
    {
        if (words.Length > 0)
        {
            parts.Add(new TextPart.Words(words.ToString()));
            words.Clear();
        }
    }

    [GeneratedRegex(@"\G\$\((?<to>var|param)\.(?<name>[A-Za-z_][A-Za-z0-9_\-]{0,63})\)", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex References();

    [GeneratedRegex(@"^[A-Za-z_][A-Za-z0-9_\-]{0,63}\z", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Names();
}
