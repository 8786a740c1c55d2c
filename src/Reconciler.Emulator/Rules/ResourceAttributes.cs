using System.Text.Json.Nodes;
using Reconciler.Emulator.Routes;

namespace Reconciler.Emulator.Rules;

/// <summary>The answers a resource requires before anybody gets it (contract 4.3).</summary>
internal static class ResourceAttributes
{
    /// <summary>Refuses half of an attribute and the same one twice; a question without an id gets one.</summary>
    public static void Check(JsonObject resource, Func<string> newId)
    {
        var names = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        foreach (var (attribute, index) in (resource["attributes"] as JsonArray ?? []).OfType<JsonObject>().Select((attribute, index) => (attribute, index)))
        {
            var place = $"/resource/attributes/{index}";
            var name = Finding.Text(attribute, "name") ?? throw GraphErrorException.InvalidModel($"{place}/name: it is required.");
            if (!names.Add(name))
            {
                throw GraphErrorException.InvalidModel($"{place}/name: '{name}' is listed twice.");
            }

            if (attribute["destination"] is not JsonObject)
            {
                throw GraphErrorException.InvalidModel($"{place}/destination: it is required.");
            }

            if (attribute["source"]?["question"] is not JsonObject question)
            {
                throw GraphErrorException.InvalidModel($"{place}/source/question: it is required.");
            }

            question["id"] = Finding.Text(question, "id") ?? newId();
        }
    }
}
