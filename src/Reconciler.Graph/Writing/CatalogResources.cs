using System.Collections.Concurrent;
using System.Text.Json.Nodes;
using Reconciler.Entitlements;
using Reconciler.Graph.Http;
using Reconciler.Graph.Wire;

namespace Reconciler.Graph.Writing;

/// <summary>
/// Looks up what a catalog lists: its resource for a group, an application or a site, and that resource's roles (contract 4.1, 4.4). Packages
/// of one catalog name the same ones over and over: what was listed once is remembered.
/// </summary>
internal sealed class CatalogResources(GraphPages pages)
{
    private readonly ConcurrentDictionary<string, List<JsonObject>> _listed = new(StringComparer.OrdinalIgnoreCase);
    private readonly ConcurrentDictionary<string, List<JsonObject>> _roles = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>The resource as the catalog lists it now; null while it does not.</summary>
    public async Task<JsonObject?> FindAsync(string catalogId, Reference resource, string doing, CancellationToken cancellationToken)
    {
        // A site's address can be spelled in more than one way.
        var filter = resource.Kind == ReferenceKind.Site
            ? $"originSystem eq {OData.Literal(OriginWire.SystemOf(resource))}"
            : $"originId eq {OData.Literal(OriginWire.IdOf(resource))}";
        var listed = await pages.ListAsync($"{GraphPath.ResourcesOf(catalogId)}?{OData.Filter(filter)}", doing, cancellationToken);
        return listed.Find(candidate => OriginWire.IsOf(candidate, resource));
    }

    /// <summary>The resource as the catalog listed it when it was asked last; asked anew where it did not.</summary>
    public async Task<JsonObject?> RecallAsync(string catalogId, Reference resource, string doing, CancellationToken cancellationToken)
    {
        if (_listed.GetValueOrDefault(catalogId)?.Find(candidate => OriginWire.IsOf(candidate, resource)) is { } known)
        {
            return known;
        }

        var listed = await pages.ListAsync(GraphPath.ResourcesOf(catalogId), doing, cancellationToken);
        _listed[catalogId] = listed;
        return listed.Find(candidate => OriginWire.IsOf(candidate, resource));
    }

    /// <summary>The roles of a resource as they were listed when somebody asked last; asked anew where there were none.</summary>
    public async Task<List<JsonObject>> RolesAsync(string catalogId, JsonObject resource, string doing, CancellationToken cancellationToken)
    {
        if (_roles.TryGetValue(resource.Id(), out var known))
        {
            return known;
        }

        var roles = await pages.ListAsync(GraphPath.ResourceRolesOf(catalogId, resource.Text("originSystem") ?? "", resource.Id()), doing, cancellationToken);
        if (roles.Count > 0)
        {
            _roles[resource.Id()] = roles;
        }

        return roles;
    }

    /// <summary>Forgets what a catalog lists, because that has changed or was not right.</summary>
    public void Forget(string catalogId)
    {
        foreach (var resource in _listed.TryRemove(catalogId, out var listed) ? listed : [])
        {
            _roles.TryRemove(resource.Id(), out _);
        }
    }
}
