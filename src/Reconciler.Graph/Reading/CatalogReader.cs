using Reconciler.Entitlements;
using Reconciler.Graph.Http;
using Reconciler.Graph.Wire;

namespace Reconciler.Graph.Reading;

/// <summary>Reads what is in one catalog: what a batch has answered already, to its end, and the access packages (contract 21).</summary>
internal sealed class CatalogReader(GraphHttp http, GraphPages pages, Gaps gaps)
{
    private readonly GraphBatch _batch = new(http, pages);
    private readonly PackageReader _packages = new(http, pages);

    /// <summary>The catalog; null where it has vanished meanwhile.</summary>
    public async Task<CatalogReading?> ReadAsync(CatalogLists lists, CancellationToken cancellationToken)
    {
        var (catalog, id, name) = (lists.Catalog, lists.Catalog.Id(), CatalogWire.Name(lists.Catalog));
        Task<List<T>?> PartAsync<T>(string what, Func<string, Task<List<T>>> read) =>
            gaps.TryAsync(() => UnlessGoneAsync(id, () => read($"reading the {what} of the catalog \"{name}\""), cancellationToken), []);

        return await PartAsync("resources", doing => _batch.ListAsync(lists.Resources, doing, cancellationToken)) is { } resources
            && await PartAsync("roles", doing => _batch.ListAsync(lists.RoleAssignments, doing, cancellationToken)) is { } roles
            && await PartAsync("custom extensions", doing => _batch.ListAsync(lists.Extensions, doing, cancellationToken)) is { } extensions
            && await PartAsync("access packages", doing => _packages.ReadAsync(name, id, extensions.Count > 0, doing, cancellationToken)) is { } packages
                ? new CatalogReading(
                    CatalogWire.ToEntity(catalog, resources, roles),
                    [.. extensions.Select(extension => CustomExtensionWire.ToEntity(extension, name, id))],
                    PackageReading.Entities(packages))
                : null;
    }

    /// <summary>A 404 means absence only when the catalog itself says so too.</summary>
    private async Task<List<T>?> UnlessGoneAsync<T>(string id, Func<Task<List<T>>> read, CancellationToken cancellationToken)
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
