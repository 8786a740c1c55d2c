using Reconciler.Emulator;
using Reconciler.Entitlements;

namespace Reconciler.ContractTests.Knobs;

/// <summary>A way to reach an emulated tenant, and what has to be put away afterwards.</summary>
internal interface IWay : IAsyncDisposable
{
    ITenant Reach(EmulatedTenant emulated, TimeProvider time);
}
