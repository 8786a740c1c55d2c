using Reconciler.Entitlements;

namespace Reconciler.Cli.Output;

/// <summary>A finding for people: where, code, what is wrong; the line with a caret; what to do.</summary>
internal static class DiagnosticText
{
    public static IEnumerable<Line> Lines(IEnumerable<Diagnostic> diagnostics, IReadOnlyDictionary<string, string> texts) =>
        diagnostics.SelectMany(d => Lines(d.Code, d.Severity, d.Where, d.Message, d.Advice, texts));

    public static IEnumerable<Line> Lines(
        string code, Severity severity, SourceSpan? where, string message, string advice, IReadOnlyDictionary<string, string> texts)
    {
        var ink = severity switch { Severity.Error => Ink.Fails, Severity.Warning => Ink.Warns, _ => Ink.Faint };
        var place = where is null ? "" : $"{Printable.Of(where.ToString())}: ";
        var word = severity.ToString().ToLowerInvariant();
        yield return Line.Of(0, new Run(place), new Run($"{word} {code}: ", ink), new Run(Printable.Of(message), Ink.Strong));
        if (where is not null && LineOf(where, texts) is { } text)
        {
            var number = where.Line.ToString();
            var (shown, caret) = Excerpt(text, where);
            yield return Line.Of(2, new Run($"{number} | {shown}", Ink.Faint));
            yield return Line.Of(2, new Run($"{new string(' ', number.Length)} | {caret}", ink));
        }

        if (advice.Length > 0)
        {
            yield return Line.Of(2, new Run(Printable.Of(advice)));
        }
    }

    /// <summary>How many of which, in words; empty for none.</summary>
    public static string Count(IReadOnlyCollection<Diagnostic> diagnostics)
    {
        string? Of(Severity severity, string noun) => diagnostics.Count(d => d.Severity == severity) switch { 0 => null, 1 => $"1 {noun}", var n => $"{n} {noun}s" };
        return string.Join(", ", new[] { Of(Severity.Error, "error"), Of(Severity.Warning, "warning"), Of(Severity.Information, "note") }.OfType<string>());
    }

    private static string? LineOf(SourceSpan where, IReadOnlyDictionary<string, string> texts) =>
        texts.GetValueOrDefault(where.File)?.Split('\n').ElementAtOrDefault(where.Line - 1)?.TrimEnd('\r');

    /// <summary>The part of a long line around its offender, and the caret under it.</summary>
    private static (string Text, string Caret) Excerpt(string line, SourceSpan where)
    {
        const int Longest = 100;
        var start = Math.Clamp(where.Column - 1, 0, line.Length);
        var from = line.Length <= Longest ? 0 : Math.Clamp(start - (Longest / 2), 0, line.Length - Longest);
        var shown = line.Substring(from, Math.Min(Longest, line.Length - from));
        var length = Math.Clamp(where.Length, 1, Math.Max(1, shown.Length - (start - from)));
        return (Printable.Of(shown.Replace('\t', ' ')), new string(' ', Printable.Of(shown[..(start - from)]).Length) + new string('^', length));
    }
}
