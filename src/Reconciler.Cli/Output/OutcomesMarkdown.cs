using Reconciler.Applying;
using Reconciler.Cli.Running;

namespace Reconciler.Cli.Output;

/// <summary>What became of a plan, as Markdown: what went wrong change by change, what is done folded, and whether the tenant is now as declared.</summary>
internal static class OutcomesMarkdown
{
    public static IEnumerable<MarkdownSection> Sections(ApplyReport report, PlannedRun? again)
    {
        var done = report.Outcomes.OfType<ChangeOutcome.Applied>().Select(Item).ToList();
        return
        [
            .. again is null ? [] : Again(again),
            .. report.Outcomes.Where(outcome => outcome is not ChangeOutcome.Applied).Select(outcome => PlanMarkdown.Always(Item(outcome)) with { Noun = "outcome" }),
            .. done.Count == 0 ? [] : new[] { Done(done) },
        ];
    }

    private static IEnumerable<MarkdownSection> Again(PlannedRun again) => again.Plan is { IsEmpty: true, CanApply: true }
        ? [PlanMarkdown.Always(ApplyText.Converged)]
        : [PlanMarkdown.Always($"**{ApplyText.NotConverged}**"), PlanMarkdown.Always($"**{PlanMarkdown.Summary(again)}**"), .. PlanMarkdown.Sections(again, [])];

    private static MarkdownSection Done(List<string> items) =>
        new(string.Join("\n\n", PlannedChangeMarkdown.Fold($"{items.Count} done", [string.Join("\n", items)])), MarkdownRank.Rest) { Noun = "outcome", Count = items.Count };

    private static string Item(ChangeOutcome outcome)
    {
        var line = ApplyText.Line(outcome);
        return $"- **{line.Runs[0].Text.Trim()}** {MarkdownText.Of(string.Concat(line.Runs.Skip(1).Select(run => run.Text)).Trim())}";
    }
}
