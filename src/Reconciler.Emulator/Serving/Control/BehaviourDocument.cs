using System.Text.Json;
using System.Text.Json.Nodes;

namespace Reconciler.Emulator.Serving.Control;

/// <summary>How a tenant behaves, as JSON: members are named as <see cref="Behaviour"/>'s, beginning with a small letter.</summary>
public static class BehaviourDocument
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web) { UnmappedMemberHandling = System.Text.Json.Serialization.JsonUnmappedMemberHandling.Disallow };

    /// <summary>Every member, with the value it has.</summary>
    public static JsonObject Write(Behaviour behaviour) => JsonSerializer.SerializeToNode(behaviour, Options) as JsonObject ?? [];

    /// <summary>The behaviour with some members changed.</summary>
    /// <exception cref="JsonException">A member that there is not, or a value that it cannot have.</exception>
    public static Behaviour Read(JsonObject changes, Behaviour present)
    {
        ArgumentNullException.ThrowIfNull(changes);
        var merged = Write(present);
        foreach (var (name, value) in changes)
        {
            merged[name] = value?.DeepClone();
        }

        return merged.Deserialize<Behaviour>(Options) ?? present;
    }
}
