using System.Text.Json.Nodes;
using Reconciler.Entitlements;
using Reconciler.Graph.Reading;

namespace Reconciler.Graph.Wire;

/// <summary>A resource of a catalog, and the request that adds or removes one, as Graph writes them (contract 4).</summary>
internal static class CatalogResourceWire
{
    public const string Groups = "AadGroup";

    /// <summary>The group; null for a resource of another sort.</summary>
    public static Reference? ToReference(JsonObject resource, DirectoryNames names) =>
        resource.Text("originSystem").Means(Groups) && resource.Text("originId") is { } id ? names.Of(ReferenceKind.Group, id) : null;

    public static JsonObject Add(string catalogId, string groupId) =>
        Request("adminAdd", catalogId, new JsonObject { ["originId"] = groupId, ["originSystem"] = Groups });

    public static JsonObject Remove(string catalogId, string resourceId) =>
        Request("adminRemove", catalogId, new JsonObject { ["id"] = resourceId });

    private static JsonObject Request(string type, string catalogId, JsonObject resource) => new()
    {
        ["requestType"] = type,
        ["resource"] = resource,
        ["catalog"] = new JsonObject { ["id"] = catalogId },
    };
}
