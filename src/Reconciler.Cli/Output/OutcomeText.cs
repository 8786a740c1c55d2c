using Reconciler.Entitlements;

namespace Reconciler.Cli.Output;

/// <summary>What a command found and did, for people.</summary>
internal static class OutcomeText
{
    public const string Unconfirmed = "Nothing was applied: it was not confirmed. Answer yes on a terminal, or pass --yes.";

    public const string Stopped = "Stopped, as asked.";

    public static IEnumerable<Line> Lines(Outcome outcome, IReadOnlyDictionary<string, string> texts)
    {
        List<Line> lines = [];
        if (outcome is { Planned: null, Findings: { Count: > 0 } findings })
        {
            lines.AddRange(DiagnosticText.Lines(findings, texts));
            if (Diagnostic.AnyErrors(findings))
            {
                lines.Add(Line.Of($"{DiagnosticText.Count(findings)}.", Ink.Fails));
            }
        }

        if (outcome.Valid is { } valid && !Diagnostic.AnyErrors(outcome.Findings ?? []))
        {
            lines.Add(Line.Of(valid, Ink.Strong));
        }

        if (outcome is { Planned: { } planned, IsPlanShown: false })
        {
            lines.AddRange(PlanText.Lines(planned, outcome.Findings ?? [], texts));
        }

        if (outcome.Report is { } report)
        {
            lines.Add(Line.Empty);
            lines.AddRange(report.Outcomes.Select(ApplyText.Line));
            lines.AddRange(ApplyText.Summary(report, outcome.PlannedAgain));
        }

        if (outcome.Exported is { } exported)
        {
            lines.AddRange(ExportText.Lines(exported, texts));
        }

        if (outcome.Permissions is { } permissions)
        {
            lines.AddRange(PermissionsText.Lines(permissions));
        }

        lines.AddRange(Endings(outcome));
        return lines;
    }

    private static IEnumerable<Line> Endings(Outcome outcome)
    {
        if (outcome.IsUnconfirmed)
        {
            yield return Line.Of(Unconfirmed, Ink.Fails);
        }

        if (outcome.Trouble is { } trouble)
        {
            foreach (var line in DiagnosticText.Lines([CliDiagnostics.Trouble(trouble)], new Dictionary<string, string>()))
            {
                yield return line;
            }
        }

        if (outcome.WasStopped)
        {
            yield return Line.Of(Stopped, Ink.Warns);
        }
    }
}
