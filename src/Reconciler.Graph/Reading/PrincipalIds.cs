using System.Text.Json.Nodes;
using Reconciler.Graph.Wire;

namespace Reconciler.Graph.Reading;

/// <summary>Finds the ids of users and groups anywhere in what was read.</summary>
internal static class PrincipalIds
{
    public static IEnumerable<string> In(JsonNode? node) => node switch
    {
        JsonArray items => items.SelectMany(In),
        JsonObject item => Own(item).Concat(item.SelectMany(member => In(member.Value))),
        _ => [],
    };

    private static IEnumerable<string> Own(JsonObject item)
    {
        if (SubjectSetWire.Id(item) is { } id)
        {
            yield return id;
        }

        if (item.Text("originSystem").Means(CatalogResourceWire.Groups) && item.Text("originId") is { } origin)
        {
            yield return origin;
        }
    }
}
