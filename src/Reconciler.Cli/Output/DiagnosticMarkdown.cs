using Reconciler.Entitlements;
using Reconciler.Planning;

namespace Reconciler.Cli.Output;

/// <summary>A finding or a refusal as an item of a list: how grave, code, where, what is wrong, what to do.</summary>
internal static class DiagnosticMarkdown
{
    /// <summary>A section for each finding that is more than a note, the gravest first; the notes are folded.</summary>
    public static IEnumerable<MarkdownSection> Sections(IReadOnlyCollection<Diagnostic> findings)
    {
        var notes = findings.Where(finding => finding.Severity == Severity.Information).Select(Item).ToList();
        return
        [
            .. findings.Where(finding => finding.Severity != Severity.Information).OrderByDescending(finding => finding.Severity == Severity.Error).Select(Section),
            .. Notes(notes),
        ];
    }

    public static IEnumerable<MarkdownSection> Notes(List<string> items) => items.Count == 0
        ? []
        : [new MarkdownSection(
            string.Join("\n\n", PlannedChangeMarkdown.Fold(items.Count == 1 ? "1 note" : $"{items.Count} notes", [string.Join("\n", items)])),
            MarkdownRank.Rest) { Count = items.Count }];

    public static MarkdownSection Section(Refusal refusal) => Section(new Diagnostic(refusal.Code, Severity.Error, refusal.Where, refusal.Message, refusal.Advice));

    private static MarkdownSection Section(Diagnostic finding) =>
        new(Item(finding), finding.Severity == Severity.Error ? MarkdownRank.Always : MarkdownRank.Rest) { Noun = "finding" };

    /// <summary>What stands in backquotes is code; one that is not closed is a sign like others.</summary>
    private static string Words(string text)
    {
        var parts = text.Split('`');
        return parts.Length % 2 == 0 || parts.Where((part, index) => index % 2 == 1).Any(part => part.Length == 0)
            ? MarkdownText.Of(text)
            : string.Concat(parts.Select((part, index) => index % 2 == 1 ? MarkdownText.Code(part) : Between(part, isInside: index > 0 && index < parts.Length - 1)));
    }

    /// <summary>What stands between two codes keeps its spaces, and is one where it is nothing: two codes without any would be one.</summary>
    private static string Between(string part, bool isInside)
    {
        var words = part.Trim(' ');
        return words.Length == 0
            ? isInside || part.Length > 0 ? " " : ""
            : part[..part.IndexOf(words[0], StringComparison.Ordinal)] + MarkdownText.Of(words) + part[(part.LastIndexOf(words[^1]) + 1)..];
    }

    private static string Item(Diagnostic finding)
    {
        var place = finding.Where is { } where ? $"{MarkdownText.Code(where.ToString())}: " : "";
        return $"- **{finding.Severity.ToString().ToLowerInvariant()} {finding.Code}** {place}{Words(finding.Message)} {Words(finding.Advice)}".TrimEnd();
    }
}
