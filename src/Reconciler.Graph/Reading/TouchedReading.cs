using System.Text.Json.Nodes;
using Reconciler.Entitlements;
using Reconciler.Graph.Http;
using Reconciler.Graph.Wire;

namespace Reconciler.Graph.Reading;

/// <summary>One reading of what was touched. Few packages of a catalog are read each alone, many by the catalog's pages, whichever asks less often.</summary>
internal sealed class TouchedReading(GraphHttp http, GraphPages pages, TenantPart part, TenantSnapshot before)
{
    // As contract 1.4 and 1.7 have them.
    private const int APage = 100;
    private const int ABatch = 20;

    private readonly Gaps _gaps = new();
    private readonly GraphBatch _batch = new(http, pages);
    private readonly TenantWideReader _wide = new(http, pages);
    private readonly PackageReader _packages = new(http, pages);
    private readonly SnapshotMerge _merge = new(before);

    public async Task<TenantSnapshot> ReadAsync(Touched touched, CancellationToken cancellationToken)
    {
        var settings = touched.Settings ? await _gaps.TryAsync(() => _wide.SettingsAsync(cancellationToken), null) : null;
        var roles = touched.TenantRoles ? await _gaps.TryAsync(() => _wide.RolesAsync(cancellationToken), null) : null;
        var organizations = touched.Organizations ? await _gaps.TryAsync(() => _wide.OrganizationsAsync(part, cancellationToken), []) : [];
        if (touched.Organizations)
        {
            _merge.Forget(actual => actual.Entity is ConnectedOrganization);
        }

        var catalogs = await CatalogsAsync(touched, cancellationToken);
        var loose = new List<(ActualEntity Catalog, JsonObject Package)>();
        for (var index = 0; index < catalogs.Count; index++)
        {
            var id = catalogs[index].Catalog.Id();
            var packages = await PackagesAsync(id, catalogs[index].Name, catalogs[index].Extensions.Count > 0, touched.PackagesOf(id), cancellationToken);
            catalogs[index] = catalogs[index] with { Packages = packages };
        }

        foreach (var id in touched.CatalogsOfPackages.Except(touched.Catalogs, StringComparer.OrdinalIgnoreCase))
        {
            if (_merge.Catalog(id) is { } catalog)
            {
                var packages = await PackagesAsync(id, catalog.Entity.Key.Name, _merge.HasExtensions(id), touched.PackagesOf(id), cancellationToken);
                loose.AddRange(packages.Select(package => (catalog, package)));
            }
        }

        var reading = new TenantReading(settings, roles, organizations, catalogs);
        var known = new KnownNames(before, http, pages, _gaps);
        var names = await known.WithAsync(reading, loose, cancellationToken);
        var fresh = reading.ToSnapshot(new TenantIdentity(before.TenantId, before.DisplayName), names, _gaps).Entities
            .Concat(_gaps.Try(() => loose.SelectMany(one => TenantReading.EntitiesOf(one.Package, one.Catalog.Entity.Key.Name, one.Catalog.Id, names)).ToList()));
        return _merge.With(fresh) with { Gaps = _gaps.Sentences };
    }

    private async Task<List<CatalogReading>> CatalogsAsync(Touched touched, CancellationToken cancellationToken)
    {
        const string Doing = "reading the catalogs";
        var ids = touched.Catalogs.Order(StringComparer.Ordinal).ToList();
        if (ids.Count == 0)
        {
            return [];
        }

        var found = await _gaps.TryAsync(() => FindAsync(ids, Doing, cancellationToken), []);
        foreach (var id in found.Count == ids.Count ? ids.Where((_, index) => found[index] is null) : [])
        {
            _merge.ForgetCatalog(id);
        }

        var catalogs = new List<CatalogReading>();
        foreach (var lists in await CatalogLists.ReadAsync([.. found.OfType<JsonObject>()], _batch, cancellationToken))
        {
            if (await _gaps.TryAsync(() => ReadAsync(lists, cancellationToken), null) is { } reading)
            {
                var id = reading.Catalog.Id();
                _merge.Forget(actual => actual.Entity is CustomExtension && string.Equals(actual.ParentId, id, StringComparison.OrdinalIgnoreCase));
                catalogs.Add(reading);
            }
        }

        return catalogs;
    }

    private async Task<List<JsonObject?>> FindAsync(List<string> ids, string doing, CancellationToken cancellationToken) => ids is [var only]
        ? [await http.FindAsync(GraphPath.Catalog(only), doing, cancellationToken)]
        : await _batch.FindAsync(ids.Select(GraphPath.Catalog), doing, cancellationToken);

    private async Task<CatalogReading?> ReadAsync(CatalogLists lists, CancellationToken cancellationToken)
    {
        var doing = $"reading the catalog \"{CatalogWire.Name(lists.Catalog)}\"";
        return new CatalogReading(
            lists.Catalog,
            await _batch.ListAsync(lists.Resources, doing, cancellationToken),
            await _batch.ListAsync(lists.RoleAssignments, doing, cancellationToken),
            await _batch.ListAsync(lists.Extensions, doing, cancellationToken),
            []);
    }

    private async Task<List<JsonObject>> PackagesAsync(string catalogId, string name, bool hasExtensions, IReadOnlyCollection<string>? touched, CancellationToken cancellationToken)
    {
        if (touched is { Count: 0 })
        {
            return [];
        }

        var doing = $"reading the access packages of the catalog \"{name}\"";
        if (touched is not null && Requests(touched.Count, ABatch) <= Requests(_merge.PackagesOf(catalogId).Union(touched, StringComparer.OrdinalIgnoreCase).Count(), APage))
        {
            try
            {
                var some = await _packages.FindAsync([.. touched.Order(StringComparer.Ordinal)], hasExtensions, doing, cancellationToken);
                _merge.ForgetPackages(touched);
                return some;
            }
            catch (TenantException)
            {
                // What can't be read alone, or so, is read as it was before.
            }
        }

        return await _gaps.TryAsync<List<JsonObject>?>(async () => await _packages.ReadAsync(catalogId, hasExtensions, doing, cancellationToken), null) is { } all
            ? Replacing(all)
            : [];

        List<JsonObject> Replacing(List<JsonObject> packages)
        {
            _merge.ForgetPackages(_merge.PackagesOf(catalogId));
            return packages;
        }
    }

    private static int Requests(int count, int each) => (count + each - 1) / each;
}
