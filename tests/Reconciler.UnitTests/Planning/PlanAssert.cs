using Reconciler.Entitlements;
using Reconciler.Planning;

namespace Reconciler.UnitTests.Planning;

/// <summary>Says what a plan is expected to be in one line.</summary>
internal static class PlanAssert
{
    /// <summary>Each change in a word and an address: <c>delete Finance / Reader</c>.</summary>
    public static IEnumerable<string> Said(this Plan plan) => plan.Changes.Select(change => $"{change switch
    {
        PlannedChange.Create => "create",
        PlannedChange.Update => "update",
        PlannedChange.Rename rename => $"rename {rename.OldName} to",
        _ => "delete",
    }} {change.Key}");

    public static void Is(this Plan plan, params string[] changes)
    {
        Assert.Empty(plan.Diagnostics.Where(d => d.Severity == Severity.Error).Select(d => d.Message));
        Assert.Equal(changes, plan.Said());
    }

    /// <summary>The plan is refused with this finding alone.</summary>
    public static Diagnostic Refuses(this Plan plan, string code)
    {
        Assert.False(plan.CanApply);
        var finding = Assert.Single(plan.Diagnostics, d => d.Severity == Severity.Error);
        Assert.Equal(code, finding.Code);
        return finding;
    }

    public static FieldChange OnlyField(this Plan plan)
    {
        Assert.Empty(plan.Diagnostics.Where(d => d.Severity == Severity.Error).Select(d => d.Message));
        return Assert.Single(Assert.Single(plan.Changes).Fields);
    }
}
