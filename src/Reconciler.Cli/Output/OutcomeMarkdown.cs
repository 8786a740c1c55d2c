using Reconciler.Entitlements;

namespace Reconciler.Cli.Output;

/// <summary>What a command found and did, as Markdown for a comment. The first and the last line are its summary.</summary>
internal static class OutcomeMarkdown
{
    public static string Of(Outcome outcome) => new MarkdownDocument(Summary(outcome), Sections(outcome)).ToString();

    private static string Summary(Outcome outcome) => outcome switch
    {
        { Report: { } report } => ApplyText.Count(report),
        { Planned: { } planned } => PlanMarkdown.Summary(planned),
        { Exported: { } exported } => MarkdownText.Of(ExportText.Summary(exported)),
        { Permissions: { } permissions } => MarkdownText.Of(PermissionsText.Summary(permissions)),
        { WasStopped: true } => OutcomeText.Stopped,
        { Valid: { } valid } when !Diagnostic.AnyErrors(Findings(outcome)) => valid,
        _ => $"{DiagnosticText.Count(Findings(outcome))}.",
    };

    private static IEnumerable<MarkdownSection> Sections(Outcome outcome)
    {
        List<MarkdownSection> sections = [];
        if (outcome.IsUnconfirmed)
        {
            sections.Add(PlanMarkdown.Always($"**{OutcomeText.Unconfirmed}**"));
        }

        if (outcome is { WasStopped: true } and not { Planned: null, Report: null })
        {
            sections.Add(PlanMarkdown.Always($"**{OutcomeText.Stopped}**"));
        }

        if (outcome.Exported is { } exported)
        {
            return sections.Concat(ExportMarkdown.Sections(exported)).Concat(DiagnosticMarkdown.Sections([.. Findings(outcome), .. exported.Findings]));
        }

        if (outcome.Permissions is { } permissions)
        {
            return sections.Concat(DiagnosticMarkdown.Sections(Findings(outcome))).Concat(PermissionsMarkdown.Sections(permissions));
        }

        if (outcome.Planned is not { } planned)
        {
            return sections.Concat(DiagnosticMarkdown.Sections(Findings(outcome)));
        }

        if (outcome.Trouble is { } trouble)
        {
            sections.AddRange(DiagnosticMarkdown.Sections([CliDiagnostics.Trouble(trouble)]));
        }

        if (outcome.Report is { } report)
        {
            sections.AddRange(OutcomesMarkdown.Sections(report, outcome.PlannedAgain));
            sections.Add(PlanMarkdown.Always($"## {PlanMarkdown.Summary(planned)}"));
        }

        sections.AddRange(PlanMarkdown.Sections(planned, outcome.Findings ?? []));
        return sections;
    }

    private static IReadOnlyCollection<Diagnostic> Findings(Outcome outcome) =>
        [.. outcome.Findings ?? [], .. outcome.Trouble is { } trouble ? [CliDiagnostics.Trouble(trouble)] : Array.Empty<Diagnostic>()];
}
