using Reconciler.Emulator;
using Reconciler.Entitlements;
using Reconciler.Graph;
using Reconciler.Tests.Metadata;

namespace Reconciler.ContractTests;

/// <summary>The contract, held by the Graph adapter over the emulator in process: its whole path without a socket.</summary>
public sealed class EmbeddedTenantTests : TenantContract
{
    protected override ITenant Reach(EmulatedTenant emulated, TimeProvider time)
    {
        var client = new HttpClient(new CheckedRequests(new EmulatorHandler(emulated))) { BaseAddress = new Uri("https://graph.microsoft.com/v1.0/") };
        return new GraphTenant(client, time);
    }
}
