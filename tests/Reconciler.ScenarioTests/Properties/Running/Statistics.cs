using Reconciler.Cli.Running;
using Reconciler.Entitlements;
using Reconciler.Planning;

namespace Reconciler.ScenarioTests.Properties.Running;

/// <summary>How many cases there were of each class, so that nobody believes in a property that was never put to the test.</summary>
internal sealed class Statistics
{
    private readonly Dictionary<string, int> _counts = [];

    public int Cases { get; private set; }

    public PlannedRun Note(PlannedRun planned)
    {
        var plan = planned.Plan;
        Cases++;
        Count("creates", plan.Count<PlannedChange.Create>() > 0);
        Count("updates", plan.Count<PlannedChange.Update>() > 0);
        Count("renames", plan.Count<PlannedChange.Rename>() > 0);
        Count("deletes", plan.Count<PlannedChange.Delete>() > 0);
        Count("refusals", !planned.MayApply);
        Count("silent", planned.MayApply && plan.IsEmpty);
        Count("adoptions", !plan.Adopted.IsEmpty);
        Count("unmanaged", !plan.Unmanaged.IsEmpty);
        foreach (var code in plan.Diagnostics.Where(d => d.Severity == Severity.Error).Select(d => d.Code).Concat(planned.Refusals.Select(r => r.Code)).Distinct(StringComparer.Ordinal))
        {
            Count(code, true);
        }

        return planned;
    }

    public void Count(string what, bool isSo) => _counts[what] = _counts.GetValueOrDefault(what) + (isSo ? 1 : 0);

    /// <summary>Fails where a class was too rare for the property to mean anything. A few cases say nothing about shares.</summary>
    public void Require(params (string What, int Percent)[] floors)
    {
        var scarce = floors.Where(floor => Cases >= 100 && _counts.GetValueOrDefault(floor.What) * 100 < floor.Percent * Cases).Select(floor => $"{floor.What} in fewer than {floor.Percent} %").ToList();
        Assert.True(scarce.Count == 0, $"The cases were too tame: {string.Join(", ", scarce)}.\n{this}");
    }

    public override string ToString() => $"{Cases} cases: " + string.Join(", ", _counts
        .OrderBy(pair => char.IsUpper(pair.Key[0])).ThenByDescending(pair => pair.Value)
        .Select(pair => $"{pair.Key} {pair.Value} ({100.0 * pair.Value / Math.Max(Cases, 1):f1} %)"));
}
