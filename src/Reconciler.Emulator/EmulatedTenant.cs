using System.Text.Json.Nodes;
using Reconciler.Emulator.State;

namespace Reconciler.Emulator;

/// <summary>One tenant in memory: its directory and its entitlement management, as Graph v1.0 shows them. Requests are answered one at a time.</summary>
public sealed class EmulatedTenant
{
    private EmulatedTenant(TenantStore store, EmulatorOptions options)
    {
        Store = store;
        Options = options;
        Behaviour = options.Behaviour;
        Navigator = new(store);
    }

    public string TenantId => Store.Organization.Id;

    /// <summary>How it behaves from the next request on.</summary>
    public Behaviour Behaviour { get; set; }

    internal TenantStore Store { get; private set; }

    internal EmulatorOptions Options { get; }

    internal Navigator Navigator { get; private set; }

    internal Lock Gate { get; } = new();

    internal PolicyCreations PolicyCreations { get; } = new();

    /// <summary>A fresh tenant with the seed's directory, the built-in catalog and default settings.</summary>
    /// <exception cref="SeedException">The seed says something that cannot be; the message starts with the place.</exception>
    public static EmulatedTenant FromSeed(JsonObject seed, EmulatorOptions options)
    {
        ArgumentNullException.ThrowIfNull(seed);
        ArgumentNullException.ThrowIfNull(options);
        return new(SeedReader.Read(seed, options.Time), options);
    }

    /// <summary>A tenant as written by <see cref="ToState"/> or by hand; what is left out takes the service's defaults.</summary>
    /// <exception cref="TenantStateException">The state is damaged or of another format; the message starts with the place.</exception>
    public static EmulatedTenant FromState(JsonObject state, EmulatorOptions options)
    {
        ArgumentNullException.ThrowIfNull(state);
        ArgumentNullException.ThrowIfNull(options);
        return new(StateReader.Read(state, options), options);
    }

    /// <summary>Becomes the tenant that a state describes, all at once.</summary>
    /// <exception cref="TenantStateException">The state is damaged or of another format; the tenant stays what it was.</exception>
    public void Become(JsonObject state)
    {
        ArgumentNullException.ThrowIfNull(state);
        var store = StateReader.Read(state, Options);
        lock (Gate)
        {
            Store = store;
            Navigator = new(store);
        }
    }

    public JsonObject ToState()
    {
        lock (Gate)
        {
            return StateWriter.Write(Store);
        }
    }
}
