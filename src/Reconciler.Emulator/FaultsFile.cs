using System.Text.Json.Nodes;
using Reconciler.Emulator.Behaving;

namespace Reconciler.Emulator;

/// <summary>
/// What a file of faults says: <c>{ "seed": 7, "behaviour": { … }, "script": [ … ] }</c>, each part optional. The seed is that of
/// <see cref="Faults.Seed"/>; it stands first because it is what changes from run to run.
/// </summary>
public sealed record FaultsFile(Behaviour Behaviour, FaultScript? Script)
{
    /// <summary>Reads the file over a basis; what it does not name stays.</summary>
    /// <exception cref="BehaviourException">It is not to be understood; the message starts with the JSON pointer of the trouble.</exception>
    public static FaultsFile Read(JsonObject file, Behaviour basis)
    {
        ArgumentNullException.ThrowIfNull(file);
        ArgumentNullException.ThrowIfNull(basis);
        var result = new FaultsFile(basis, null);
        foreach (var (name, value) in file)
        {
            result = name switch
            {
                "seed" => result,
                "behaviour" => result with
                {
                    Behaviour = BehaviourJson.Read(value as JsonObject ?? throw KnobKind.Odd(value, "/behaviour", "an object"), basis, prefix: "", "/behaviour"),
                },
                "script" => result with { Script = FaultScript.Read(value as JsonArray ?? throw KnobKind.Odd(value, "/script", "a list"), "/script") },
                _ => throw new BehaviourException($"/{name}: unknown; a file of faults holds seed, behaviour, script."),
            };
        }

        return file.ContainsKey("seed") ? result with { Behaviour = Seeded(result.Behaviour, file["seed"]) } : result;
    }

    private static Behaviour Seeded(Behaviour behaviour, JsonNode? seed) =>
        behaviour with { Faults = behaviour.Faults with { Seed = KnobKind.Number(int.MinValue, int.MaxValue).Read(seed, "/seed") } };
}
