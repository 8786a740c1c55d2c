using System.Text.Json.Nodes;
using Reconciler.Graph.Wire;

namespace Reconciler.Graph.Reading;

/// <summary>Finds the ids of users, groups and service principals anywhere in what was read.</summary>
internal static class DirectoryIds
{
    public static IEnumerable<string> In(JsonNode? node) => node switch
    {
        JsonArray items => items.SelectMany(In),
        JsonObject item => Own(item).Concat(item.SelectMany(member => In(member.Value))),
        _ => [],
    };

    private static IEnumerable<string> Own(JsonObject item)
    {
        string?[] ids = [SubjectSetWire.DirectoryId(item), OriginWire.DirectoryId(item), RoleAssignmentWire.PrincipalId(item)];
        return ids.OfType<string>();
    }
}
