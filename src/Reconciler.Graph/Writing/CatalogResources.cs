using System.Text.Json.Nodes;
using Reconciler.Graph.Http;
using Reconciler.Graph.Wire;

namespace Reconciler.Graph.Writing;

/// <summary>Looks up what a catalog lists: its resource for a group, and that resource's roles (contract 4.1, 4.4).</summary>
internal sealed class CatalogResources(GraphPages pages)
{
    /// <summary>The id the group has as a resource of the catalog; null while it is none.</summary>
    public async Task<string?> FindAsync(string catalogId, string groupId, string doing, CancellationToken cancellationToken)
    {
        var url = $"{GraphPath.ResourcesOf(catalogId)}?{OData.Filter($"originId eq {OData.Literal(groupId)}")}";
        var listed = await pages.ListAsync(url, doing, cancellationToken);
        return listed.Find(resource => IsOf(groupId, resource))?.Id();
    }

    public Task<List<JsonObject>> RolesAsync(string catalogId, string resourceId, string doing, CancellationToken cancellationToken) =>
        pages.ListAsync(GraphPath.ResourceRolesOf(catalogId, resourceId), doing, cancellationToken);

    private static bool IsOf(string groupId, JsonObject resource) =>
        resource.Text("originId").Means(groupId) && resource.Text("originSystem").Means(CatalogResourceWire.Groups);
}
