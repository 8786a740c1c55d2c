using Reconciler.Declarations.Messages;
using Reconciler.Entitlements;
using YamlDotNet.Core;

namespace Reconciler.Declarations.Yaml;

/// <summary>Turns what YamlDotNet says of a text that is no YAML into words for people who do not know how YAML is read. What is not known here keeps its words.</summary>
internal static class SyntaxTrouble
{
    private const string JustBefore = "Mend it here or just before; nothing else in this file was looked at.";

    private const string OpenBracket = "a `[` or `{` is not closed, or closed by the other's bracket";

    private const string CloseIt = "Close each `[` by `]` and each `{` by `}`, and indent what stands between them.";

    /// <summary>The finding for a text that can't be read.</summary>
    /// <param name="reached">The line that reading had come to, from 1.</param>
    public static Diagnostic Of(string file, string text, YamlException trouble, int reached)
    {
        var lines = text.Split('\n');
        var speaksOfTabs = Says(trouble, "tab character") || Says(trouble, "invalid tab");
        if (TabIndentation.Find(lines, reached - 1, (int)trouble.Start.Line - 1, speaksOfTabs) is { } tab)
        {
            return LoadDiagnostics.TabIndents(new SourceSpan(file, tab.Line + 1, tab.Column));
        }

        var where = Within(lines, file, trouble.Start);
        if (Known(lines, where, trouble) is var (column, reason, advice))
        {
            return LoadDiagnostics.Syntax(where with { Column = column }, reason, advice);
        }

        return SyntaxWords.Of(trouble.Message, lines, where) is var (why, what)
            ? LoadDiagnostics.Syntax(where, why, what)
            : LoadDiagnostics.Syntax(where, Quote.Of(trouble.Message)[1..^1], JustBefore);
    }

    /// <summary>The finding where YamlDotNet's scanner lets an exception of another sort through: for a bracket, or for an escape such as "\ud800".</summary>
    public static Diagnostic Of(SourceSpan where, Exception trouble) =>
        trouble is InvalidOperationException
            ? LoadDiagnostics.Syntax(where, OpenBracket, CloseIt)
            : LoadDiagnostics.Syntax(where, "a character that can't be written", JustBefore);

    private static (int Column, string Reason, string Advice)? Known(string[] lines, SourceSpan where, YamlException trouble)
    {
        var line = lines[where.Line - 1].TrimEnd();
        return trouble switch
        {
            _ when Says(trouble, "expected key") || Says(trouble, "expected '-'") || Says(trouble, "expected <document end>") =>
                where.Column == Indent(line) + 1 ? OfLevel(lines, where.Line - 1, isList: Says(trouble, "expected '-'")) : BehindQuote(line, where.Column),
            _ when Says(trouble, "found invalid mapping") || Says(trouble, "mapping values are not allowed") =>
                line[..Math.Min(where.Column - 1, line.Length)].Contains(": ", StringComparison.Ordinal)
                    ? (where.Column, "a colon stands inside unquoted text", "Put the text into quotes.")
                    : Unfit(lines, where.Line - 1),
            _ when Says(trouble, "quoted scalar") && (Says(trouble, "wrong indentation") || Says(trouble, "end of stream") || Says(trouble, "document indicator")) =>
                (where.Column, "a quote that opens here is not closed", "Close it at the end of the text, with the same sort of quote."),
            _ when Says(trouble, "cannot start any token") && where.Column <= line.Length =>
                (where.Column, $"unquoted text can't begin with {Quote.Of(line[where.Column - 1].ToString())}", "Put the text into quotes."),
            _ when Says(trouble, "expected ',' or") => (where.Column, OpenBracket, CloseIt),
            _ => null,
        };
    }

    /// <summary>A line that begins where none of its sort can: at no open level, or at one of another sort.</summary>
    private static (int Column, string Reason, string Advice)? OfLevel(string[] lines, int at, bool isList)
    {
        var line = lines[at].Trim();
        var column = Indent(lines[at]) + 1;
        var isItem = line is "-" || line.StartsWith("- ", StringComparison.Ordinal);
        return !OpenLevels.Above(lines, at).Contains(column) ? Unfit(lines, at)
            : isItem ? (column, "this list item stands where a key is expected", "Indent it below the key whose list it belongs to.")
            : isList ? (column, "a list is open at this level, and this line does not begin with `-`", "Begin it with `- `, or indent it as far as the keys it belongs to.")
            : line.Contains(": ", StringComparison.Ordinal) || line.EndsWith(':') ? null
            : (column, "there is no colon, with a space behind it, after the key", "Write `key: value`.");
    }

    private static (int Column, string Reason, string Advice)? Unfit(string[] lines, int at)
    {
        var column = Indent(lines[at]) + 1;
        var levels = OpenLevels.Above(lines, at);
        int[] nearest = [.. levels.Where(level => level <= column).TakeLast(1), .. levels.Where(level => level > column).Take(1)];
        return nearest.Length == 0 ? null : (
            column,
            "this line's indentation fits no level that is open",
            $"It begins in column {column}; the lines above it begin in {Quote.Listed(nearest.Select(level => $"{level}"), "or")}.");
    }

    private static (int Column, string Reason, string Advice)? BehindQuote(string line, int column) =>
        line[..Math.Min(column - 1, line.Length)].TrimEnd() is [.., '\'' or '"']
            ? (column, "text stands behind a quote that is closed", "Put the whole text into quotes; write `''` for a quote inside of '…', and `\\\"` inside of \"…\".")
            : null;

    private static int Indent(string line) => line.Length - line.TrimStart().Length;

    private static bool Says(YamlException trouble, string words) => trouble.Message.Contains(words, StringComparison.Ordinal);

    /// <summary>The end of a text that ends without a line break is a line further down to YamlDotNet.</summary>
    private static SourceSpan Within(string[] lines, string file, Mark at) =>
        at.Line > lines.Length
            ? new SourceSpan(file, lines.Length, lines[^1].Length + 1)
            : new SourceSpan(file, Math.Max((int)at.Line, 1), Math.Max((int)at.Column, 1));
}
