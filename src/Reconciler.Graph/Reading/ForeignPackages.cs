using Reconciler.Entitlements;
using Reconciler.Graph.Http;
using Reconciler.Graph.Wire;

namespace Reconciler.Graph.Reading;

/// <summary>Asks for the names of access packages in catalogs that are not read, which those that are read exclude (contract 5.1).</summary>
internal sealed class ForeignPackages(GraphHttp http, GraphPages pages)
{
    public async Task<IReadOnlyList<Reference>> ReadAsync(IEnumerable<string> ids, CancellationToken cancellationToken)
    {
        var urls = ids.Distinct(StringComparer.OrdinalIgnoreCase).Order(StringComparer.OrdinalIgnoreCase).Select(id => $"{GraphPath.Package(id)}?$expand=catalog");
        var packages = await new GraphBatch(http, pages).FindAsync(urls, "reading the names of incompatible access packages", cancellationToken);
        return [.. packages.Where(package => package is not null).Select(package => package ?? []).Select(package =>
            AccessPackageWire.ToReference(package, package["catalog"] is System.Text.Json.Nodes.JsonObject catalog ? CatalogWire.Name(catalog) : ""))];
    }
}
