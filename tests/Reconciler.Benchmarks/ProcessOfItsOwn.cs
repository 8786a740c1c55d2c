using System.Diagnostics;
using System.Globalization;
using Reconciler.Benchmarks.Replaying;
using Reconciler.Entitlements;
using Reconciler.Graph;

namespace Reconciler.Benchmarks;

/// <summary>What this program does in a process of its own, so that nothing else is in what it measures.</summary>
internal static class ProcessOfItsOwn
{
    public const string Replay = "replay";
    public const string Read = "read-once";

    public static Func<Task>? Find(string[] args) => args switch
    {
        [Replay, var recording, var port, var latency] => () => ReplayServer.RunAsync(recording, Number(port), TimeSpan.FromMilliseconds(Number(latency))),
        [Read, var port] => () => MeasureAsync(() => ReadAsync(Number(port))),
        _ => null,
    };

    /// <summary>The whole tenant, read through the adapter; how many entities it has.</summary>
    public static async Task<int> ReadAsync(HttpClient client)
    {
        var snapshot = await new GraphTenant(client, TimeProvider.System).ReadAsync(TenantPart.Whole, CancellationToken.None);
        return snapshot.Gaps.IsEmpty ? snapshot.Entities.Count : throw new InvalidOperationException($"The tenant has gaps: {snapshot.Gaps}");
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
