using System.Text.Json.Nodes;
using Reconciler.Emulator;
using Reconciler.Emulator.State.Logging;

namespace Reconciler.UnitTests.Emulator;

/// <summary>
/// Follows a tenant by what would be logged of each write, and fails when that is not what the tenant has become: some code writes an entity
/// without saying so. Every test of the emulator that writes has one.
/// </summary>
internal sealed class LogWitness
{
    private readonly EmulatedTenant _tenant;
    private readonly EmulatorOptions _options;
    private readonly JsonObject _state;
    private readonly Replay _replay;

    public LogWitness(EmulatedTenant tenant, EmulatorOptions options)
    {
        (_tenant, _options, _state) = (tenant, options, tenant.ToState());
        _replay = new(_state);
        tenant.Store.Changes.Follow();
    }

    public void Check()
    {
        // As text and back, as a file has it.
        _replay.Run(JsonNode.Parse(Effects.Of(_tenant.Store).ToJsonString()) as JsonArray ?? []);
        _tenant.Store.Changes.Follow();
        Assert.Equal(_tenant.ToState().ToJsonString(), EmulatedTenant.FromState(_state, _options).ToState().ToJsonString());
    }
}
