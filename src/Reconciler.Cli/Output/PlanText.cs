using Reconciler.Cli.Running;
using Reconciler.Entitlements;
using Reconciler.Entitlements.Fields;
using Reconciler.Planning;

namespace Reconciler.Cli.Output;

/// <summary>A plan for people. The first and the last line are its summary; "No changes." is one exact sentence.</summary>
internal static class PlanText
{
    public const string NoChanges = "No changes.";

    public const string Refused = "Nothing of this plan will be applied.";

    public const string Incomplete = "The tenant could not be read as a whole, so nothing is planned and nothing would be deleted:";

    public static IEnumerable<Line> Lines(PlannedRun planned, EquatableArray<Diagnostic> findings, IReadOnlyDictionary<string, string> texts)
    {
        var plan = planned.Plan;
        var said = DiagnosticText.Lines([.. findings, .. plan.Diagnostics], texts).ToList();
        if (!plan.Gaps.IsEmpty)
        {
            return Gaps(plan);
        }

        if (!plan.CanApply)
        {
            return [.. said, Line.Of($"No plan: {DiagnosticText.Count(plan.Diagnostics)}.", Ink.Fails)];
        }

        var notes = PlanNotesText.Lines(plan).ToList();
        var refusals = planned.Refusals.SelectMany(r => DiagnosticText.Lines(r.Code, Severity.Error, r.Where, r.Message, r.Advice, texts)).ToList();
        return
        [
            Line.Of(Summary(plan), Ink.Strong),
            .. plan.IsEmpty ? [] : Access(plan).Prepend(Line.Of($"Tenant: {Printable.Of(plan.TenantName)} ({plan.TenantId})", Ink.Faint)),
            .. plan.Changes.SelectMany(change => PlannedChangeText.Lines(change, planned.Refusals.Any(r => change.Key.Equals(r.Key))).Prepend(Line.Empty)),
            .. notes,
            .. said.Count > 0 ? said.Prepend(Line.Empty) : [],
            .. refusals.Count > 0 ? refusals.Prepend(Line.Empty).Append(Line.Of(Refused, Ink.Fails)) : [],
            .. plan.IsEmpty && notes.Count == 0 && said.Count == 0 && refusals.Count == 0 ? [] : new[] { Line.Empty, Line.Of(Summary(plan), Ink.Strong) },
        ];
    }

    public static string Summary(Plan plan) => plan.IsEmpty ? NoChanges : "Plan: " + string.Join(", ", new[]
    {
        Part(plan.Count<PlannedChange.Create>(), "add"),
        Part(plan.Count<PlannedChange.Update>(), "change"),
        Part(plan.Count<PlannedChange.Rename>(), "rename"),
        Part(plan.Count<PlannedChange.Delete>(), "delete"),
    }.OfType<string>());

    private static string? Part(int count, string verb) => count == 0 ? null : $"{count} to {verb}";

    public static IEnumerable<Line> Access(Plan plan)
    {
        var (widens, narrows) = (plan.Changes.Count(c => c.Does(Effect.Widens)), plan.Changes.Count(c => c.Does(Effect.Narrows)));
        var parts = new[] { Part(widens, "widens", "widen"), Part(narrows, "narrows", "narrow") }.OfType<string>().ToList();
        return parts.Count == 0 ? [] : [Line.Of($"Access: {string.Join(", ", parts)}.", Ink.Warns)];

        static string? Part(int count, string one, string many) => count == 0 ? null : count == 1 ? $"1 change {one} it" : $"{count} changes {many} it";
    }

    private static IEnumerable<Line> Gaps(Plan plan) =>
    [
        Line.Of(Incomplete, Ink.Fails),
        .. plan.Gaps.Select(gap => Line.Of(2, new Run(Printable.Of(gap)))),
        Line.Of("No plan: the read is incomplete.", Ink.Fails),
    ];
}
