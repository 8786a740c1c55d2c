using System.Text.Json.Nodes;
using Reconciler.Entitlements;
using Reconciler.Graph.Http;
using Reconciler.Graph.Wire;

namespace Reconciler.Graph.Writing;

/// <summary>Looks up what a catalog lists: its resource for a group, an application or a site, and that resource's roles (contract 4.1, 4.4).</summary>
internal sealed class CatalogResources(GraphPages pages)
{
    /// <summary>The resource as the catalog lists it; null while it does not.</summary>
    public async Task<JsonObject?> FindAsync(string catalogId, Reference resource, string doing, CancellationToken cancellationToken)
    {
        // A site's address can be spelled in more than one way.
        var filter = resource.Kind == ReferenceKind.Site
            ? $"originSystem eq {OData.Literal(OriginWire.SystemOf(resource))}"
            : $"originId eq {OData.Literal(OriginWire.IdOf(resource))}";
        var listed = await pages.ListAsync($"{GraphPath.ResourcesOf(catalogId)}?{OData.Filter(filter)}", doing, cancellationToken);
        return listed.Find(candidate => OriginWire.IsOf(candidate, resource));
    }

    public Task<List<JsonObject>> RolesAsync(string catalogId, JsonObject resource, string doing, CancellationToken cancellationToken) =>
        pages.ListAsync(GraphPath.ResourceRolesOf(catalogId, resource.Text("originSystem") ?? "", resource.Id()), doing, cancellationToken);
}
