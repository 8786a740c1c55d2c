using System.Diagnostics;
using System.Globalization;
using Reconciler.Benchmarks.Replaying;
using Reconciler.Declarations;
using Reconciler.Entitlements;
using Reconciler.Graph;
using Reconciler.Planning;

namespace Reconciler.Benchmarks;

/// <summary>What this program does in a process of its own, so that nothing else is in what it measures.</summary>
internal static class ProcessOfItsOwn
{
    public const string Replay = "replay";
    public const string Read = "read-once";
    public const string Plan = "plan-once";

    public static Func<Task>? Find(string[] args) => args switch
    {
        [Replay, var recording, var port, var latency] => () => ReplayServer.RunAsync(recording, Number(port), TimeSpan.FromMilliseconds(Number(latency))),
        [Read, var port] => () => MeasureAsync(() => ReadAsync(Number(port))),
        [Plan, var port, var folder] => () => MeasureAsync(() => PlanAsync(ReplayClient.To(Number(port)), folder)),
        _ => null,
    };

    /// <summary>The whole tenant, read through the adapter; how many entities it has.</summary>
    public static async Task<int> ReadAsync(HttpClient client)
    {
        var snapshot = await new GraphTenant(client, TimeProvider.System).ReadAsync(TenantPart.Whole, CancellationToken.None);
        return snapshot.Gaps.IsEmpty ? snapshot.Entities.Count : throw new InvalidOperationException($"The tenant has gaps: {snapshot.Gaps}");
    }

    /// <summary>
    /// A plan, door by door; how many changes it has. To be replaced by the tool itself, `reconciler plan`, once a workspace can name a tenant that is reached
    /// over Graph at an address of its own.
    /// </summary>
    public static async Task<int> PlanAsync(HttpClient client, string folder)
    {
        var loaded = DeclarationLoader.Load(folder);
        var declared = loaded.Declared;
        var tenant = new GraphTenant(client, TimeProvider.System);
        var bindings = Bindings.None((await tenant.IdentifyAsync(CancellationToken.None)).Id);
        var snapshot = await tenant.ReadAsync(Binder.PartFor(declared, bindings, Scope.Whole), CancellationToken.None);
        var names = await tenant.ResolveAsync(Binder.NamesIn(declared), CancellationToken.None);
        var plan = Planner.Plan(Binder.Bind(declared, loaded.Sources, snapshot, names, bindings, new BindOptions { Scope = Scope.Whole, Now = TimeProvider.System.GetUtcNow() }), new PlanOptions());
        return plan.CanApply
            ? plan.Changes.Count
            : throw new InvalidOperationException($"No plan: {plan.Gaps} {string.Join('\n', plan.Diagnostics.Take(5))}");
    }

    private static int Number(string text) => int.Parse(text, CultureInfo.InvariantCulture);

    private static Task<int> ReadAsync(int port) => ReadAsync(ReplayClient.To(port));

    private static async Task MeasureAsync(Func<Task<int>> work)
    {
        var clock = Stopwatch.StartNew();
        var count = await work();
        var elapsed = clock.Elapsed;
        using var self = Process.GetCurrentProcess();
        await Console.Out.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"{count} {elapsed.TotalMilliseconds} {self.PeakWorkingSet64}"));
    }
}
