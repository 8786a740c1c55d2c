using Reconciler.Emulator;
using Reconciler.Entitlements;
using Reconciler.Graph;
using Reconciler.Tests.Metadata;

namespace Reconciler.ContractTests.Knobs;

/// <summary>Without a socket. Every request is held against Graph's metadata.</summary>
internal sealed class InProcess : IWay
{
    public static ITenant Tenant(EmulatedTenant emulated, TimeProvider time)
    {
        var client = new HttpClient(new CheckedRequests(new EmulatorHandler(emulated))) { BaseAddress = new Uri("https://graph.microsoft.com/v1.0/") };
        return new GraphTenant(client, Patient.Options(time));
    }

    public ITenant Reach(EmulatedTenant emulated, TimeProvider time) => Tenant(emulated, time);

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;
}
