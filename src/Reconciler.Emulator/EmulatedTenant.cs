using System.Text.Json.Nodes;
using Reconciler.Emulator.Behaving;
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
        Fortune = new(options.Time);
    }

    public string TenantId => Store.Organization.Id;

    /// <summary>How it behaves from the next request on.</summary>
    public Behaviour Behaviour { get; set; }

    /// <summary>What goes wrong with particular requests from the next one on; null is nothing. Setting it starts its counts.</summary>
    public FaultScript? Script
    {
        get => ScriptRun?.Script;
        set => ScriptRun = value is null ? null : new(value);
    }

    internal TenantStore Store { get; private set; }

    internal ScriptRun? ScriptRun { get; private set; }

    internal Fortune Fortune { get; }

    /// <summary>Nobody has read the settings since the emulator started.</summary>
    internal bool IsUntouched { get; set; } = true;

    internal EmulatorOptions Options { get; }

    internal Navigator Navigator { get; private set; }

    internal Lock Gate { get; } = new();

    internal Departures Departures { get; private set; } = new();

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
            Departures = new();
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
