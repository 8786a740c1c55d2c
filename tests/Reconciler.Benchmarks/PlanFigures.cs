using System.Globalization;
using System.Text.Json.Nodes;
using Reconciler.Benchmarks.Measuring;
using Reconciler.Benchmarks.Replaying;
using Reconciler.Benchmarks.Workspaces;
using Reconciler.Benchmarks.Yardsticks;
using Reconciler.Emulator;

namespace Reconciler.Benchmarks;

/// <summary>A plan without changes of a tenant of some size, where every request takes as long as one to a cloud does: requests, seconds, megabytes.</summary>
internal static class PlanFigures
{
    private const int Latency = 50;

    private const double MostSeconds = 3;

    private const double MostMegabytes = 200;

    private static readonly WideTenant Tenant = new(Packages: 1_000, Policies: 1_000, Catalogs: 10, GroupsEach: 40);

    public static IEnumerable<IResult> Measure()
    {
        var folder = Export(Tenant.State());
        return [.. Measure(folder, "", mostRequests: 40, behaviour => behaviour), .. Measure(folder, ", incompatibles refused in lists", mostRequests: 150, behaviour => behaviour with { OpenQuestions = new() { IncompatiblesInLists = Reconciler.Emulator.Behaving.ListedExpansion.Refused } })];
    }

    private static IEnumerable<IResult> Measure(string folder, string how, int mostRequests, Func<Behaviour, Behaviour> behave)
    {
        var what = $"plan without changes, {Tenant.Packages:N0} packages, {Latency} ms a request{how}";
        var replay = Replay.RecordAsync(Tenant.State(), client => ProcessOfItsOwn.PlanAsync(client, folder), behave).GetAwaiter().GetResult();
        using var server = replay.Start(Latency);
        using var alone = OtherProcess.Start(ProcessOfItsOwn.Plan, $"{replay.Port}", folder);
        var figures = alone.Line().Split(' ').Select(figure => double.Parse(figure, CultureInfo.InvariantCulture)).ToList();
        yield return new Figure($"{what}: changes", figures[0], "", Bound: 0);
        yield return new Figure($"{what}: requests", double.Parse(server.Ask(), CultureInfo.InvariantCulture), $"({replay.Recording.Parts} with the parts of batches)", mostRequests);
        yield return new Figure($"{what}: time", figures[1] / 1_000, "s", MostSeconds);
        yield return new Figure($"{what}: peak", figures[2] / 1e6, "MB", MostMegabytes);
    }

    /// <summary>A workspace that declares what the tenant has; its folder.</summary>
    private static string Export(JsonObject state)
    {
        var folder = Path.Combine(Checkout.Artifacts, "plan");
        if (Directory.Exists(folder))
        {
            Directory.Delete(folder, recursive: true);
        }

        Directory.CreateDirectory(Path.Combine(folder, ".reconciler", "demo"));
        File.WriteAllText(Path.Combine(folder, "reconciler.yaml"), "version: 1\ntenants: { demo: { adapter: embedded } }\n");
        File.WriteAllText(Path.Combine(folder, ".reconciler", "demo", "tenant.json"), state.ToJsonString());
        InProcess.Run("export", folder);
        return folder;
    }
}
