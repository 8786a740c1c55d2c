using Reconciler.Cli.Running;
using Reconciler.Entitlements;
using Reconciler.Planning;

namespace Reconciler.Cli.Output;

/// <summary>A plan for a comment on a pull request: what stands against it, what takes away, the rest, and what is to be noted.</summary>
internal static class PlanMarkdown
{
    public static string Summary(PlannedRun planned) =>
        !planned.Plan.Gaps.IsEmpty ? "No plan: the read is incomplete."
        : !planned.Plan.CanApply ? $"No plan: {DiagnosticText.Count(planned.Plan.Diagnostics)}."
        : PlanText.Summary(planned.Plan);

    public static IEnumerable<MarkdownSection> Sections(PlannedRun planned, EquatableArray<Diagnostic> findings)
    {
        var plan = planned.Plan;
        if (!plan.Gaps.IsEmpty)
        {
            return [Always(PlanText.Incomplete), .. plan.Gaps.Select(gap => Always($"- {MarkdownText.Of(gap)}") with { Noun = "gap" })];
        }

        var said = DiagnosticMarkdown.Sections([.. findings, .. plan.Diagnostics]);
        if (!plan.CanApply)
        {
            return said;
        }

        var changes = plan.Changes.Select(change => PlannedChangeMarkdown.Section(change, planned.Refusals.Any(refusal => change.Key.Equals(refusal.Key)))).ToList();
        return
        [
            .. plan.IsEmpty ? [] : Head(plan),
            .. planned.Refusals.IsEmpty ? [] : planned.Refusals.Select(DiagnosticMarkdown.Section).Prepend(Always($"**{PlanText.Refused}**")),
            .. said,
            .. changes.Where(change => change.Rank == MarkdownRank.Always),
            .. changes.Where(change => change.Rank != MarkdownRank.Always),
            .. DiagnosticMarkdown.Notes([.. PlanNotesText.Lines(plan).Where(line => line.Text.Length > 0).Select(line => $"- {MarkdownText.Of(line.Text)}")]),
        ];
    }

    public static MarkdownSection Always(string text) => new(text, MarkdownRank.Always);

    private static IEnumerable<MarkdownSection> Head(Plan plan) =>
        PlanText.Access(plan).Select(line => Always(line.Text)).Prepend(Always($"Tenant: {MarkdownText.Of(plan.TenantName)} ({MarkdownText.Code(plan.TenantId)})"));
}
