using Reconciler.Benchmarks.Measuring;
using Reconciler.Benchmarks.Serving;
using Reconciler.Benchmarks.Workspaces;

namespace Reconciler.Benchmarks;

/// <summary>
/// `reconciler apply` of a workspace to a tenant that has nothing of it yet. The fewest writes are one for each thing that Graph only makes one at a time: a
/// catalog, a resource in a catalog, a package, a role in a package, a policy.
/// </summary>
internal static class CreateFigures
{
    private const int Turns = 3;

    private const double MostWrites = 1.15;

    private const double MostRequests = 1.5;

    private const double MostSeconds = 30;

    // What the adapter waits first, where it waits for the service.
    private const double AnyWait = 0.25;

    private static readonly WideTenant Wanted = new(Packages: 300, Policies: 300, Catalogs: 3, GroupsEach: 40);

    public static IEnumerable<IResult> Measure()
    {
        using var served = ServedTenant.Start("create", Wanted.State());
        served.Run("export");
        List<(ToolRun Run, WireLog Log)> turns = [];
        for (var turn = 0; turn < Turns; turn++)
        {
            served.Become(Wanted.Directory());
            turns.Add(served.Watch("apply", "--yes"));
        }

        var plan = served.Run("plan");
        if (!plan.Output.Contains("No changes.", StringComparison.Ordinal))
        {
            throw new InvalidOperationException($"Something is left:\n{plan.Output}");
        }

        var what = $"apply, {Wanted.Packages:N0} packages from nothing";
        var (fewest, log) = (Wanted.Things, turns[0].Log);
        yield return new Figure($"{what}: writes, beside {fewest:N0} things", (double)turns.Max(turn => turn.Log.Writes) / fewest, $"× ({log.Writes})", MostWrites);
        yield return new Figure($"{what}: requests after its first plan", (double)turns.Max(turn => turn.Log.SinceFirstWrite) / fewest, $"× ({log.SinceFirstWrite} of {log.Count}, {log.Parts} with the parts of batches)", MostRequests);
        yield return new Figure($"{what}: refused answers", turns.Max(turn => turn.Log.Refused), "", Bound: 0);
        yield return new Figure($"{what}: time", ToolRun.Seconds(turns.Select(turn => turn.Run.Elapsed)), $"s ({ToolRun.Seconds(turns.Select(turn => turn.Run.Computed)):0.##} s of processor)", MostSeconds);
        yield return new Figure($"{what}: longest time in which nothing is asked", turns.Min(turn => turn.Log.LongestPause.TotalSeconds), "s", AnyWait);
        yield return new Figure($"{what}: peak", turns.Max(turn => turn.Run.Peak) / 1e6, "MB", Bound: null);
        Saying.Kinds(log);
    }
}
