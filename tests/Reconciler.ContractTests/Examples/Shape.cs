using System.Text.Json;
using System.Text.Json.Nodes;

namespace Reconciler.ContractTests.Examples;

/// <summary>Compares what was answered with what is documented by shape: the members that are printed must be there, each of its kind.</summary>
internal static class Shape
{
    public static IEnumerable<string> Differences(JsonNode? documented, JsonNode? answered, string place = "") => (documented, answered) switch
    {
        (null, _) => [],
        (JsonObject whole, JsonObject other) => whole.SelectMany(member => other.ContainsKey(member.Key) ? Differences(member.Value, other[member.Key], $"{place}/{member.Key}")
            : IsAnnotation(member.Key) ? [] : [$"{place}/{member.Key} is not answered"]),
        (JsonArray { Count: 0 }, JsonArray) => [],
        (JsonArray list, JsonArray other) => other.Count == 0 ? [$"{place} is empty"] : Differences(list[0], other[0], place),
        (_, null) => [],
        _ => Kind(documented) == Kind(answered) ? [] : [$"{place} is {Kind(answered)}, not {Kind(documented)}"],
    };

    // What says the type of a value is printed here and left out there; it is no member.
    private static bool IsAnnotation(string name) => name.StartsWith('@');

    private static string Kind(JsonNode value) => value.GetValueKind() switch
    {
        JsonValueKind.True or JsonValueKind.False => "a boolean",
        var kind => $"{kind}",
    };
}
