using System.Text.Json.Nodes;
using Reconciler.Benchmarks.Yardsticks;
using Reconciler.Emulator;

namespace Reconciler.Benchmarks.Replaying;

/// <summary>What an emulated tenant answers to some work, recorded once, and a server that says it again.</summary>
internal sealed record Replay(int Port, Recording Recording, int Result)
{
    /// <summary>Does the work once over the emulator in this process.</summary>
    public static async Task<Replay> RecordAsync(JsonObject state, Func<HttpClient, Task<int>> work)
    {
        // Links from page to page name the server that will answer.
        var port = ReplayClient.FreePort();
        var tenant = EmulatedTenant.FromState(state, new EmulatorOptions { Time = TimeProvider.System, NewId = Guid.NewGuid });
        using var handler = new RecordingHandler(new EmulatorHandler(tenant));
        using var client = new HttpClient(handler) { BaseAddress = ReplayClient.Root(port) };
        var result = await work(client);
        return new Replay(port, handler.Recording, result);
    }

    public OtherProcess Start(int latency)
    {
        Directory.CreateDirectory(Checkout.Artifacts);
        var path = Path.Combine(Checkout.Artifacts, $"recording-{Port}.bin");
        Recording.Write(path);
        var server = OtherProcess.Start(ProcessOfItsOwn.Replay, path, $"{Port}", $"{latency}");
        server.Line();
        File.Delete(path);
        return server;
    }
}
