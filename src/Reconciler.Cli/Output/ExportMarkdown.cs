using Reconciler.Cli.Running;

namespace Reconciler.Cli.Output;

/// <summary>An export for a comment: what could not be read, else the files that are there now.</summary>
internal static class ExportMarkdown
{
    public static IEnumerable<MarkdownSection> Sections(ExportedRun run) => run.Gaps.IsEmpty
        ? DiagnosticMarkdown.Notes([.. (run.IsWritten ? run.Export.Files : []).Select(file => $"- {MarkdownText.Code(file.Path)}")])
        : [PlanMarkdown.Always(ExportText.Incomplete), .. run.Gaps.Select(gap => PlanMarkdown.Always($"- {MarkdownText.Of(gap)}") with { Noun = "gap" })];
}
