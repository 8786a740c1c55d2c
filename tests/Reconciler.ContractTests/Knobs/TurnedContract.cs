using Reconciler.Emulator;
using Reconciler.Entitlements;

namespace Reconciler.ContractTests.Knobs;

/// <summary>The contract over tenants of a given behaviour, reached a given way. The runner does not see it: it runs through <see cref="SuiteRun"/>.</summary>
internal sealed class TurnedContract(Behaviour ordinary, IWay way) : TenantContract
{
    protected override Behaviour Ordinary => ordinary;

    protected override ITenant Reach(EmulatedTenant emulated, TimeProvider time) => way.Reach(emulated, time);
}
