using System.Collections.Concurrent;
using Reconciler.Declarations;
using Reconciler.Emulator;
using Reconciler.Emulator.Serving;

namespace Reconciler.ScenarioTests;

/// <summary>An emulated tenant behind HTTP that holds its one application to its grants, and a workspace that is about it.</summary>
internal sealed class GuardedTenant : IAsyncDisposable
{
    public const string ClientId = "c0ffee00-0000-4000-8000-000000000001";
    private const string Secret = "a-secret";
    private readonly ConcurrentQueue<LoggedRequest> _asked = new();
    private readonly EmulatorServer _server;
    private readonly TryFolder _folder;

    private GuardedTenant(EmulatorServer server, TryFolder folder) => (_server, _folder) = (server, folder);

    /// <summary>What was asked that could write, whatever became of it.</summary>
    public IReadOnlyList<string> Writes => [.. _asked.Where(IsWrite).Select(request => $"{request.Method} {request.PathAndQuery}")];

    /// <summary>A tenant with the directory of a workspace, whose application has these grants.</summary>
    /// <param name="tenant">A tenant that was there before, as it is by now; a new one where it is left out.</param>
    public static async Task<GuardedTenant> StartAsync(TryFolder folder, IEnumerable<string> grants, EmulatedTenant? tenant = null)
    {
        tenant ??= Seeded(folder);
        GuardedTenant? guarded = null;
        var server = await EmulatorServer.StartAsync(tenant, new ServerOptions
        {
            Time = TimeProvider.System,
            Clients = [new ServerClient(ClientId, Secret, [.. grants])],
            Answered = request => guarded?._asked.Enqueue(request),
        });
        guarded = new GuardedTenant(server, folder);
        return guarded;
    }

    public static EmulatedTenant Seeded(TryFolder folder) => EmulatedTenant.FromSeed(
        SeedReader.Read(folder.Path, "directory.yaml", null).Seed ?? throw new InvalidOperationException("No seed."), new EmulatorOptions { Time = new NewYear(), NewId = Guid.NewGuid });

    /// <summary>Makes the workspace be about this tenant.</summary>
    public TestCli Cli(string tenantKeys = "", string keys = "")
    {
        _folder.Put("reconciler.yaml", $$"""
            version: 1
            timeZone: Europe/Oslo
            {{keys}}
            tenants:
              prod:
                adapter: graph
                tenantId: 5c1d6a0e-7b1f-4b52-9a57-3f0a6c2d9e41
                endpoint: {{_server.BaseAddress}}
                authority: {{_server.Address}}
                {{tenantKeys}}
            """);
        return new TestCli(_folder.Path)
        {
            Variables = new Dictionary<string, string>
            {
                ["AZURE_CLIENT_ID"] = ClientId,
                ["AZURE_CLIENT_SECRET"] = Secret,
                ["AZURE_AUTHORITY_HOST"] = _server.Address.AbsoluteUri,
            },
        };
    }

    public ValueTask DisposeAsync() => _server.DisposeAsync();

    private static bool IsWrite(LoggedRequest request) => request.PathAndQuery.Contains("/$batch", StringComparison.Ordinal) ? request.Inner.Any(inner => inner.Method != "GET")
        : request.Method != "GET" && request.PathAndQuery.StartsWith("/v1.0/", StringComparison.Ordinal) && !request.PathAndQuery.EndsWith("/getByIds", StringComparison.Ordinal);

    private sealed class NewYear : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => new(2026, 1, 5, 10, 0, 0, TimeSpan.Zero);
    }
}
