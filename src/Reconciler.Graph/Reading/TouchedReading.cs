using Reconciler.Entitlements;
using Reconciler.Graph.Http;
using Reconciler.Graph.Wire;

namespace Reconciler.Graph.Reading;

/// <summary>One reading of what was touched. Few packages of a catalog are read each alone, many by the catalog's pages, whichever asks less often.</summary>
/// <param name="references">What <paramref name="pages"/> note.</param>
internal sealed class TouchedReading(GraphHttp http, GraphPages pages, UnnamedReferences references, TenantPart part, TenantSnapshot before)
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
        List<OrganizationReading> organizations = touched.Organizations ? await _gaps.TryAsync(() => _wide.OrganizationsAsync(part, cancellationToken), []) : [];
        if (touched.Organizations)
        {
            _merge.Forget(actual => actual.Entity is ConnectedOrganization);
        }

        var catalogs = await CatalogsAsync(touched, cancellationToken);
        var loose = new List<ActualEntity>();
        for (var index = 0; index < catalogs.Count; index++)
        {
            var (id, name) = (catalogs[index].Catalog.Id, catalogs[index].Catalog.Entity.Key.Name);
            var packages = await PackagesAsync(id, name, catalogs[index].Extensions.Count > 0, touched.PackagesOf(id), cancellationToken);
            catalogs[index] = catalogs[index] with { Packages = packages };
        }

        foreach (var id in touched.CatalogsOfPackages.Except(touched.Catalogs, StringComparer.OrdinalIgnoreCase))
        {
            if (_merge.Catalog(id) is { } catalog)
            {
                loose.AddRange(await PackagesAsync(id, catalog.Entity.Key.Name, _merge.HasExtensions(id), touched.PackagesOf(id), cancellationToken));
            }
        }

        var reading = new TenantReading(settings, roles, organizations, catalogs);
        var names = await new KnownNames(before, http, pages, _gaps).WithAsync(reading, loose, references, part.Scope.IsWhole, cancellationToken);
        names.Name(references);
        return _merge.With([.. reading.Entities, .. loose]) with { Gaps = _gaps.Sentences };
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
        foreach (var id in found.Count == ids.Count ? ids.Where((_, index) => found[index].IsNull) : [])
        {
            _merge.ForgetCatalog(id);
        }

        var catalogs = new List<CatalogReading>();
        foreach (var lists in await CatalogLists.ReadAsync(found.FindAll(catalog => catalog.IsObject), _batch, cancellationToken))
        {
            if (await _gaps.TryAsync(() => ReadAsync(lists, cancellationToken), null) is { } reading)
            {
                var id = reading.Catalog.Id;
                _merge.Forget(actual => actual.Entity is CustomExtension && string.Equals(actual.ParentId, id, StringComparison.OrdinalIgnoreCase));
                catalogs.Add(reading);
            }
        }

        return catalogs;
    }

    private async Task<List<WireValue>> FindAsync(List<string> ids, string doing, CancellationToken cancellationToken) => ids is [var only]
        ? [await pages.FindAsync(GraphPath.Catalog(only), doing, cancellationToken)]
        : await _batch.FindAsync(ids.Select(GraphPath.Catalog), doing, cancellationToken);

    private async Task<CatalogReading?> ReadAsync(CatalogLists lists, CancellationToken cancellationToken)
    {
        var (id, name) = (lists.Catalog.Id(), CatalogWire.Name(lists.Catalog));
        var doing = $"reading the catalog \"{name}\"";
        var resources = await _batch.ListAsync(lists.Resources, doing, cancellationToken);
        var roles = await _batch.ListAsync(lists.RoleAssignments, doing, cancellationToken);
        var extensions = await _batch.ListAsync(lists.Extensions, doing, cancellationToken);
        return new CatalogReading(
            CatalogWire.ToEntity(lists.Catalog, resources, roles), [.. extensions.Select(extension => CustomExtensionWire.ToEntity(extension, name, id))], []);
    }

    private async Task<List<ActualEntity>> PackagesAsync(string catalogId, string name, bool hasExtensions, IReadOnlyCollection<string>? touched, CancellationToken cancellationToken)
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
                var some = await _packages.FindAsync(name, catalogId, [.. touched.Order(StringComparer.Ordinal)], hasExtensions, doing, cancellationToken);
                _merge.ForgetPackages(touched);
                return PackageReading.Entities(some);
            }
            catch (TenantException trouble) when (!trouble.EndsTheRun)
            {
                // What can't be read alone, or so, is read as it was before.
            }
        }

        return await _gaps.TryAsync<List<PackageReading>?>(async () => await _packages.ReadAsync(name, catalogId, hasExtensions, doing, cancellationToken), null) is { } all
            ? Replacing(all)
            : [];

        List<ActualEntity> Replacing(List<PackageReading> packages)
        {
            _merge.ForgetPackages(_merge.PackagesOf(catalogId));
            return PackageReading.Entities(packages);
        }
    }

    private static int Requests(int count, int each) => (count + each - 1) / each;
}
