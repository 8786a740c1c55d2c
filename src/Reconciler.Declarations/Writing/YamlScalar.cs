using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace Reconciler.Declarations.Writing;

/// <summary>
/// Writes text as a scalar, the same text always alike. Without quotes stands only what every YAML parser, one of version 1.1 too, takes for that text;
/// what nobody sees on a screen is escaped.
/// </summary>
internal static partial class YamlScalar
{
    /// <summary>The text as it stands behind a key or a dash, or between brackets.</summary>
    /// <param name="isInFlow">Whether it stands between brackets or braces, where signs of those end it.</param>
    public static string Of(string text, bool isInFlow) =>
        text.Length == 0 ? "\"\""
        : IsPlain(text, isInFlow) ? text
        : text.Any(NeedsEscape) ? Escaped(text)
        : $"'{text.Replace("'", "''", StringComparison.Ordinal)}'" is var quoted && text.Contains('\'', StringComparison.Ordinal) && !text.AsSpan().ContainsAny('"', '\\')
            ? $"\"{text}\""
            : quoted;

    /// <summary>Whether a text of several lines can stand as a block, each line as it is.</summary>
    public static bool IsBlock(string text) =>
        text.Contains('\n', StringComparison.Ordinal) && !text.StartsWith('\n') && !text.EndsWith("\n\n", StringComparison.Ordinal)
        && text.TrimEnd('\n').Split('\n') is var lines && !lines[0].StartsWith(' ')
        && lines.All(line => line.TrimEnd(' ') == line && !line.Any(NeedsEscape));

    /// <summary>Text for a comment: on one line, what nobody sees escaped.</summary>
    public static string Visible(string text) => text.Any(NeedsEscape) ? Escaped(text) : text;

    private static bool IsPlain(string text, bool isInFlow) => (isInFlow ? PlainInFlow() : Plain()).IsMatch(text) && !Taken().IsMatch(text) && !NumberLike().IsMatch(text) && !text.Contains(" #", StringComparison.Ordinal);

    private static string Escaped(string text)
    {
        var escaped = new StringBuilder("\"");
        for (var i = 0; i < text.Length; i++)
        {
            escaped.Append(text[i] switch
            {
                '"' => "\\\"",
                '\\' => "\\\\",
                '\n' => "\\n",
                '\r' => "\\r",
                '\t' => "\\t",
                var c when !NeedsEscape(c) => $"{c}",
                var c => string.Create(CultureInfo.InvariantCulture, $"\\u{(int)c:x4}"),
            });
        }

        return escaped.Append('"').ToString();
    }

    private static bool NeedsEscape(char c) =>
        char.GetUnicodeCategory(c) is UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator
        || (char.IsWhiteSpace(c) && c != ' ');

    // A sign behind which something else could begin stands in no plain text.
    [GeneratedRegex(@"^[\p{L}\p{Nd}(]([\p{L}\p{M}\p{Nd}\p{Sc} _.@'+\-/()&#$%=;!?*~–—…,\[\]{}""|<>]|:(?=[^ ]))*(?<! )\z", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Plain();

    [GeneratedRegex(@"^[\p{L}\p{Nd}(][\p{L}\p{M}\p{Nd}\p{Sc} _.@'+\-/()&#$%=;!*~–—…]*(?<! )\z", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex PlainInFlow();

    [GeneratedRegex(@"^(y|n|yes|no|on|off|true|false|null|nan|inf)\z", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase, 1000)]
    private static partial Regex Taken();

    // Numbers in every notation, and dates.
    [GeneratedRegex(@"^[0-9][0-9_.:xXoObBaAcCdDeEfFtTzZ+\- ]*\z(?<!^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12})", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex NumberLike();
}
