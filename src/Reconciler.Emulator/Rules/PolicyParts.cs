using System.Text.Json.Nodes;
using Reconciler.Emulator.Routes;
using Reconciler.Emulator.State;
using Reconciler.Emulator.Types;

namespace Reconciler.Emulator.Rules;

/// <summary>Questions and stage settings, which are sent inline but are objects of their own (contract 7.5, 7.9).</summary>
internal static class PolicyParts
{
    /// <summary>Replaces both sets. A part keeps its id when the policy had it before; every other one is new.</summary>
    public static void Attach(Entity policy, JsonObject body, IReadOnlyList<string> known, Func<string> newId, bool keepsStages = false)
    {
        policy.Clear(Names.Questions);
        foreach (var question in Elements(body, Names.Questions))
        {
            policy.Add(Names.Questions, Part(question, Names.Question, IsKnown(question, known) ? null : newId()));
        }

        if (keepsStages)
        {
            return;
        }

        policy.Clear(Names.StageSettings);
        foreach (var setting in Elements(body, Names.StageSettings))
        {
            var extension = setting[Names.CustomExtension] as JsonObject;
            var stored = policy.Add(Names.StageSettings, Part(setting, Names.StageSetting, IsKnown(setting, known) ? null : newId()));
            stored.Members.Remove(Names.CustomExtension);
            if (extension is not null)
            {
                stored.Add(Names.CustomExtension, Reference(extension));
            }
        }
    }

    private static bool IsKnown(JsonObject part, IReadOnlyList<string> known) =>
        Finding.Text(part, "id") is { } id && known.Contains(id, StringComparer.OrdinalIgnoreCase);

    // Whatever else was sent of an extension, the policy only says which one it is.
    private static Entity Reference(JsonObject extension) =>
        Part(new() { ["id"] = extension["id"]?.DeepClone(), ["@odata.type"] = extension["@odata.type"]?.DeepClone() }, Names.CalloutExtension, newId: null);

    private static IEnumerable<JsonObject> Elements(JsonObject body, string member) => (body[member] as JsonArray ?? []).OfType<JsonObject>();

    private static Entity Part(JsonObject source, string declaredType, string? newId)
    {
        var members = new JsonObject { ["id"] = newId ?? Finding.Text(source, "id") ?? "" };
        foreach (var (name, value) in source)
        {
            if (name is not ("id" or "@odata.type"))
            {
                members[name] = value?.DeepClone();
            }
        }

        return new(TypeTable.FromWire(Finding.Text(source, "@odata.type") ?? "") ?? declaredType, members);
    }
}
