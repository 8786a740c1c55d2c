using System.Text.Json.Nodes;
using Reconciler.Emulator;
using Reconciler.Entitlements;

namespace Reconciler.ContractTests;

/// <summary>What every tenant must do, whatever it is reached through.</summary>
public abstract partial class TenantContract
{
    private int _ids;

    /// <summary>How a tenant behaves of which a test asks for nothing in particular.</summary>
    protected virtual Behaviour Ordinary => new();

    /// <summary>The tenant, reached the way that is on trial.</summary>
    protected abstract ITenant Reach(EmulatedTenant emulated, TimeProvider time);

    private Trial Company(Func<Behaviour, Behaviour>? configure = null, JsonObject? policy = null, Action<JsonObject>? state = null)
    {
        var company = Given.Company(policy);
        state?.Invoke(company);
        return TenantOver(company, configure);
    }

    private Trial TenantOver(JsonObject state, Func<Behaviour, Behaviour>? configure = null)
    {
        var time = new ImpatientTime();
        var options = new EmulatorOptions { Time = time, NewId = () => new Guid(++_ids, 0, 0x4000, 0x80, 0, 0, 0, 0, 0, 0, 0) };
        var emulated = EmulatedTenant.FromState(state, options with { Behaviour = configure?.Invoke(Ordinary) ?? Ordinary });
        return new Trial(Reach(emulated, time), emulated, time);
    }
}
