using System.Text.Json.Nodes;
using Reconciler.Entitlements;
using Reconciler.Graph.Http;
using Reconciler.Graph.Wire;

namespace Reconciler.Graph.Reading;

/// <summary>Reads what is in one catalog, in four requests and their pages where the service expands everything (contract 21).</summary>
internal sealed class CatalogReader(GraphHttp http, GraphPages pages, Gaps gaps)
{
    private readonly PackageReader _packages = new(http, pages);

    /// <summary>The catalog; null where it has vanished meanwhile.</summary>
    public async Task<CatalogReading?> ReadAsync(JsonObject catalog, CancellationToken cancellationToken)
    {
        var id = catalog.Id();
        var name = CatalogWire.Name(catalog);
        var scope = OData.Filter($"appScopeId eq {OData.Literal(RoleAssignmentWire.ScopeOf(id))}");
        Task<List<JsonObject>?> PartAsync(string what, Func<string, Task<List<JsonObject>>> read) =>
            gaps.TryAsync(() => UnlessGoneAsync(id, () => read($"reading the {what} of the catalog \"{name}\""), cancellationToken), []);

        return await PartAsync("resources", doing => pages.ListAsync($"{GraphPath.ResourcesOf(id)}?$expand=environment", doing, cancellationToken)) is { } resources
            && await PartAsync("roles", doing => pages.ListAsync($"{GraphPath.RoleAssignments}?{scope}", doing, cancellationToken)) is { } roles
            && await PartAsync("custom extensions", doing => pages.ListAsync(GraphPath.ExtensionsOf(id), doing, cancellationToken)) is { } extensions
            && await PartAsync("access packages", doing => _packages.ReadAsync(id, extensions.Count > 0, doing, cancellationToken)) is { } packages
                ? new CatalogReading(catalog, resources, roles, extensions, packages)
                : null;
    }

    /// <summary>A 404 means absence only when the catalog itself says so too.</summary>
    private async Task<List<JsonObject>?> UnlessGoneAsync(string id, Func<Task<List<JsonObject>>> read, CancellationToken cancellationToken)
    {
        try
        {
            return await read();
        }
        catch (TenantException trouble) when (trouble.Status == GraphRefusal.NotFound)
        {
            if (await http.FindAsync(GraphPath.Catalog(id), "looking for a catalog", cancellationToken) is null)
            {
                return null;
            }

            throw;
        }
    }
}
