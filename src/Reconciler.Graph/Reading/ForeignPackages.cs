using Reconciler.Entitlements;
using Reconciler.Graph.Http;
using Reconciler.Graph.Wire;

namespace Reconciler.Graph.Reading;

/// <summary>Asks for the names of access packages in catalogs that are not read, which those that are read exclude (contract 5.1).</summary>
internal sealed class ForeignPackages(GraphHttp http, GraphPages pages)
{
    /// <summary>The packages that are there; and the ids of those of which somebody who may see a part of the tenant only is not told.</summary>
    public async Task<(IReadOnlyList<Reference> Found, IReadOnlySet<string> Hidden)> ReadAsync(
        IEnumerable<string> ids, bool seesWhole, CancellationToken cancellationToken)
    {
        const string Doing = "reading the names of incompatible access packages";
        var batch = new GraphBatch(http, pages);
        var asked = ids.Order(StringComparer.OrdinalIgnoreCase).ToList();
        var (found, hidden) = (new List<Reference>(), new HashSet<string>(StringComparer.OrdinalIgnoreCase));
        foreach (var (id, answer) in asked.Zip(await batch.SendAsync(asked.Select(id => $"{GraphPath.Package(id)}?$expand=catalog"), Doing, cancellationToken)))
        {
            if (answer.Status == GraphRefusal.Forbidden && !seesWhole)
            {
                hidden.Add(id);
            }
            else if (await batch.FindAsync(answer, Doing, cancellationToken) is { IsObject: true } package)
            {
                found.Add(AccessPackageWire.ToReference(package, CatalogWire.Name(package["catalog"])));
            }
        }

        return (found, hidden);
    }
}
