using Reconciler.ContractTests.Knobs;
using Reconciler.Emulator;
using Reconciler.Entitlements;

namespace Reconciler.ContractTests;

/// <summary>The contract over a real server and real sockets: a server for each tenant, on HTTP/1.1.</summary>
public sealed class ServedTenantTests : TenantContract, IAsyncLifetime, IAsyncDisposable
{
    private readonly OverHttp _way = new();

    public Task InitializeAsync() => Task.CompletedTask;

    public ValueTask DisposeAsync() => _way.DisposeAsync();

    Task IAsyncLifetime.DisposeAsync() => DisposeAsync().AsTask();

    protected override ITenant Reach(EmulatedTenant emulated, TimeProvider time) => _way.Reach(emulated, time);
}
