using Reconciler.ContractTests.Knobs;
using Reconciler.Emulator;
using Reconciler.Entitlements;

namespace Reconciler.ContractTests;

/// <summary>The contract, held by the Graph adapter over the emulator in process: its whole path without a socket.</summary>
public sealed class EmbeddedTenantTests : TenantContract
{
    protected override ITenant Reach(EmulatedTenant emulated, TimeProvider time) => InProcess.Tenant(emulated, time);
}
