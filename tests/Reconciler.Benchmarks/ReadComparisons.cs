using System.Globalization;
using Reconciler.Benchmarks.Measuring;
using Reconciler.Benchmarks.Replaying;
using Reconciler.Benchmarks.Workspaces;
using Reconciler.Benchmarks.Yardsticks;

namespace Reconciler.Benchmarks;

/// <summary>Reading the whole of a large tenant, beside the same answers over the same wire with nothing made of them.</summary>
internal static class ReadComparisons
{
    private const double Bound = 1.5;

    private const int Turns = 7;

    private const double MostMegabytes = 1_000;

    private static readonly WideTenant Large = new(Packages: 20_000, Policies: 25_000, Catalogs: 200, GroupsEach: 40);

    public static IEnumerable<IResult> Measure()
    {
        var what = $"read, {Large.Packages:N0} packages";
        var replay = Replay.RecordAsync(Large.State(), ProcessOfItsOwn.ReadAsync).GetAwaiter().GetResult();
        var (port, recording, entities) = replay;
        using var server = replay.Start(latency: 0);
        using var client = ReplayClient.To(port);
        yield return new Figure($"{what}: requests", recording.Count, $"({recording.Parts} with the parts of batches)", Bound: null);
        yield return new Figure($"{what}: answers", recording.Bytes / 1e6, $"MB ({recording.Compressed / 1e6:0.#} compressed)", Bound: null);
        yield return Comparison.Of(
            $"{what}, beside a drain and a walk",
            Turns,
            Bound,
            ours: () => InProcess.Time(() => Require(entities, ProcessOfItsOwn.ReadAsync(client).GetAwaiter().GetResult())),
            yardstick: () => InProcess.Time(() => Drain.OfAsync(client, recording).GetAwaiter().GetResult()));

        foreach (var step in ReadProfile.Of(what, recording))
        {
            yield return step;
        }

        using var alone = OtherProcess.Start(ProcessOfItsOwn.Read, $"{port}");
        var line = alone.Line().Split(' ');
        Require(entities, int.Parse(line[0], CultureInfo.InvariantCulture));
        yield return new Figure($"{what}, in a process of its own, not warmed up", double.Parse(line[1], CultureInfo.InvariantCulture), "ms", Bound: null);
        yield return new Figure($"{what}, in a process of its own: peak", double.Parse(line[2], CultureInfo.InvariantCulture) / 1e6, "MB", MostMegabytes);
    }

    private static void Require(int expected, int read)
    {
        if (expected != read)
        {
            throw new InvalidOperationException($"{read} entities were read of {expected}.");
        }
    }
}
