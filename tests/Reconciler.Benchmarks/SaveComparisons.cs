using Reconciler.Benchmarks.Measuring;
using Reconciler.Benchmarks.Yardsticks;

namespace Reconciler.Benchmarks;

/// <summary>Writes to a large embedded tenant, each on the disk before it is answered, beside the same writes to a small one.</summary>
internal static class SaveComparisons
{
    private const double Bound = 1.5;

    private const int Small = 1_000;

    private const int Large = 20_000;

    private const int Turns = 9;

    private const int Times = 25;

    private const int WritesEach = 4;

    public static IEnumerable<Comparison> Measure()
    {
        using var large = new WritingTenant(Large);
        using var small = new WritingTenant(Small);
        yield return Comparison.Of(
            $"{Times * WritesEach} saved writes, {Large:N0} packages beside {Small:N0}",
            Turns,
            Bound,
            ours: () => InProcess.Time(() => large.Write(Times)),
            yardstick: () => InProcess.Time(() => small.Write(Times)));
    }
}
