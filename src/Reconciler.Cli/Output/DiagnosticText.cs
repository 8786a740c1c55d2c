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
        if (where is not null && LineOf(where, texts) is { Length: > 0 } text)
        {
            var excerpt = Excerpt.Of(text, where);
            yield return Line.Verbatim(2, new Run(excerpt.Text, Ink.Faint));
            yield return Line.Verbatim(2, new Run(excerpt.Caret, ink));
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

    /// <summary>How many are known and not shown, in words; empty for none.</summary>
    public static string Known(int count) => count switch { 0 => "", 1 => "1 known finding", _ => $"{count} known findings" };

    private static string? LineOf(SourceSpan where, IReadOnlyDictionary<string, string> texts) =>
        texts.GetValueOrDefault(where.File)?.Split('\n').ElementAtOrDefault(where.Line - 1)?.TrimEnd('\r');
}
