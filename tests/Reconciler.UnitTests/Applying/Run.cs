using Reconciler.Applying;
using Reconciler.Planning;
using Reconciler.UnitTests.Planning;

namespace Reconciler.UnitTests.Applying;

/// <summary>One run of the engine over a world, and everything that a test may ask about it afterwards.</summary>
internal sealed class Run(World world)
{
    public RecordingTenant Tenant { get; } = new(world.Snapshot);

    public RecordingStore Store { get; } = new(world.Bindings);

    public List<ChangeOutcome> Told { get; } = [];

    public ApplyReport Report { get; private set; } = new([], false);

    public static async Task<Run> OfAsync(World world, Plan? plan = null, Action<Run>? arrange = null, CancellationToken stop = default)
    {
        var run = new Run(world);
        arrange?.Invoke(run);
        await run.ApplyAsync(plan ?? world.Plan(), stop);
        return run;
    }

    public async Task ApplyAsync(Plan plan, CancellationToken stop = default) =>
        Report = await new ApplyEngine(Tenant, Store).ApplyAsync(plan, Store.Bindings, new Teller(Told), stop, CancellationToken.None);

    /// <summary>Each outcome in a word and an address.</summary>
    public IEnumerable<string> Outcomes() => Report.Outcomes.Select(o => $"{o.GetType().Name} {o.Change.Key}");

    private sealed class Teller(List<ChangeOutcome> told) : IProgress<ChangeOutcome>
    {
        public void Report(ChangeOutcome value) => told.Add(value);
    }
}
