using System.Text.Json.Nodes;
using Reconciler.Benchmarks.Measuring;
using Reconciler.Benchmarks.Serving;
using Reconciler.Benchmarks.Workspaces;

namespace Reconciler.Benchmarks;

/// <summary>`reconciler plan` without changes of a tenant that is served over HTTP, where every request takes as long as one to a cloud does: requests, seconds, megabytes.</summary>
internal static class PlanFigures
{
    private const int Turns = 5;

    private const double MostSeconds = 3;

    private const double MostMegabytes = 200;

    public static readonly WideTenant Thousand = new(Packages: 1_000, Policies: 1_000, Catalogs: 10, GroupsEach: 40);

    public static IEnumerable<IResult> Measure()
    {
        using var served = Bound("plan");
        foreach (var (how, answer, most) in new[] { ("", "expanded", 40), (", incompatibles refused in lists", "refused", 150) })
        {
            served.Behave(new JsonObject { ["faults"] = new JsonObject { ["latency"] = "PT0.05S" }, ["openQuestions"] = new JsonObject { ["incompatiblesInLists"] = answer } });
            foreach (var figure in Measure(served, $"plan without changes, {Thousand.Packages:N0} packages, 50 ms a request{how}", most))
            {
                yield return figure;
            }
        }
    }

    /// <summary>The tenant of a thousand packages, served, and a workspace that was exported from it and has been applied once.</summary>
    public static ServedTenant Bound(string name)
    {
        var served = ServedTenant.Start(name, Thousand.State());
        served.Run("export");
        served.Run("apply", "--yes");
        return served;
    }

    private static IEnumerable<IResult> Measure(ServedTenant served, string what, int most)
    {
        List<(ToolRun Run, WireLog Log)> turns = [.. Enumerable.Range(0, Turns).Select(_ => served.Watch("plan"))];
        if (turns.Find(turn => !turn.Run.Output.Contains("No changes.", StringComparison.Ordinal)).Run is { } changing)
        {
            throw new InvalidOperationException($"There are changes:\n{changing.Output}");
        }

        var log = turns[0].Log;
        yield return new Figure($"{what}: requests", turns.Max(turn => turn.Log.Count), $"({log.Parts} with the parts of batches, {log.SignIns} to sign in)", most);
        yield return new Figure($"{what}: time", ToolRun.Seconds(turns.Select(turn => turn.Run.Elapsed)), $"s ({ToolRun.Seconds(turns.Select(turn => turn.Run.Computed)):0.##} s of processor)", MostSeconds);
        yield return new Figure($"{what}: peak", turns.Max(turn => turn.Run.Peak) / 1e6, "MB", MostMegabytes);
        Saying.Kinds(log);
    }
}
