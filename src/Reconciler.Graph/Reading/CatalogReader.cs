using System.Text.Json.Nodes;
using Reconciler.Graph.Http;
using Reconciler.Graph.Wire;

namespace Reconciler.Graph.Reading;

/// <summary>Reads what is in one catalog, in two requests and their pages (contract 21).</summary>
internal sealed class CatalogReader(GraphHttp http, GraphPages pages, Gaps gaps)
{
    private const string Expand = "&$expand=assignmentPolicies,resourceRoleScopes($expand=role,scope)";

    /// <summary>The catalog; null where it has vanished meanwhile.</summary>
    public async Task<CatalogReading?> ReadAsync(JsonObject catalog, CancellationToken cancellationToken)
    {
        var id = catalog.Id();
        var name = CatalogWire.Name(catalog);
        var resources = await gaps.TryAsync(() => ResourcesAsync(id, name, cancellationToken), []);
        if (resources is null)
        {
            return null;
        }

        var packages = await gaps.TryAsync(() => PackagesAsync(id, name, cancellationToken), []);
        return packages is null ? null : new CatalogReading(catalog, resources, packages);
    }

    private Task<List<JsonObject>?> ResourcesAsync(string id, string name, CancellationToken cancellationToken)
    {
        var doing = $"reading the resources of the catalog \"{name}\"";
        return UnlessGoneAsync(id, () => pages.ListAsync(GraphPath.ResourcesOf(id), doing, cancellationToken), cancellationToken);
    }

    private Task<List<JsonObject>?> PackagesAsync(string id, string name, CancellationToken cancellationToken)
    {
        var doing = $"reading the access packages of the catalog \"{name}\"";
        var url = $"{GraphPath.Packages}?{OData.Filter($"catalog/id eq {OData.Literal(id)}")}{Expand}";
        return UnlessGoneAsync(
            id,
            async () =>
            {
                var packages = await pages.ListAsync(url, doing, cancellationToken);
                foreach (var package in packages)
                {
                    await pages.CompleteAsync(package, doing, cancellationToken);
                }

                return packages;
            },
            cancellationToken);
    }

    /// <summary>A 404 means absence only when the catalog itself says so too.</summary>
    private async Task<List<JsonObject>?> UnlessGoneAsync(string id, Func<Task<List<JsonObject>>> read, CancellationToken cancellationToken)
    {
        try
        {
            return await read();
        }
        catch (Entitlements.TenantException trouble) when (trouble.Status == GraphRefusal.NotFound)
        {
            if (await http.FindAsync(GraphPath.Catalog(id), "looking for a catalog", cancellationToken) is null)
            {
                return null;
            }

            throw;
        }
    }
}
