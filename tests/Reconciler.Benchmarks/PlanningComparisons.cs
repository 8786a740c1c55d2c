using Reconciler.Benchmarks.Measuring;
using Reconciler.Benchmarks.Workspaces;
using Reconciler.Benchmarks.Yardsticks;

namespace Reconciler.Benchmarks;

/// <summary>
/// Binding and planning in memory, where every package and every policy changes: beside one second, and beside the same number of packages
/// in plans of a thousand, so that what grows faster than its input is seen.
/// </summary>
internal static class PlanningComparisons
{
    private const int Packages = 20_000;

    private const int Few = 1_000;

    private const int Turns = 9;

    private const double FlatBound = 1.3;

    public static IEnumerable<Comparison> Measure()
    {
        var second = TimeSpan.FromSeconds(1);
        foreach (var (layout, perCatalog, few) in new[] { ("200 a catalog", 200, 200), ("all in one catalog", Packages, Few) })
        {
            var what = $"planning, {Packages:N0} packages, {layout}";
            yield return Comparison.Of($"{what}, beside a second", Turns, bound: 1, () => One(Packages, perCatalog), () => second);
            yield return Comparison.Of($"{what}, beside {Packages / Few} plans of {Few:N0}", Turns, FlatBound, () => One(Packages, perCatalog), () => Many(few));
            yield return Comparison.Of($"{what}, beside {Packages / Few} of {Few:N0} that are in the processor's cache", Turns, bound: null, () => One(Packages, perCatalog), () => Cached(few));
        }
    }

    /// <summary>Plans of as many packages in all, which lie in memory as those of the large one do.</summary>
    private static TimeSpan Many(int perCatalog)
    {
        List<LargePlan> plans = [];
        return InProcess.Time(() => plans.ForEach(plan => plan.Run()), before: () => plans = [.. Enumerable.Range(0, Packages / Few).Select(_ => LargePlan.Of(Few, perCatalog))]);
    }

    /// <summary>Each made just before it is looked at.</summary>
    private static TimeSpan Cached(int perCatalog) => Enumerable.Range(0, Packages / Few).Select(_ => One(Few, perCatalog)).Aggregate(TimeSpan.Zero, (sum, one) => sum + one);

    /// <summary>Of a plan that nobody has looked at: what is kept from one look to the next is made in the time that counts.</summary>
    private static TimeSpan One(int packages, int perCatalog)
    {
        LargePlan? plan = null;
        return InProcess.Time(() => plan?.Run(), before: () => plan = LargePlan.Of(packages, perCatalog));
    }
}
