using Reconciler.Entitlements;
using Reconciler.Graph.Http;
using Reconciler.Graph.Wire;

namespace Reconciler.Graph.Reading;

/// <summary>Reads a part of a tenant, page by page rather than object by object (contract 21): first what it holds, then the names of what that names.</summary>
internal sealed class TenantReader(GraphHttp http, GraphPages plain, DirectoryReader directory)
{
    private TenantIdentity? _identity;

    public async Task<TenantIdentity> IdentifyAsync(CancellationToken cancellationToken) => _identity ??= await AskAsync(cancellationToken);

    public async Task<TenantSnapshot> ReadAsync(TenantPart part, CancellationToken cancellationToken)
    {
        var identity = await IdentifyAsync(cancellationToken);
        var (gaps, references) = (new Gaps(), new UnnamedReferences());
        var pages = plain.Noting(references);
        var wide = new TenantWideReader(http, pages);
        var (wantsSettings, wantsOrganizations) = (part.Scope.Includes(EntityKey.Settings), WantsOrganizations(part));
        var settings = wantsSettings ? gaps.TryAsync(() => wide.SettingsAsync(cancellationToken), null) : Task.FromResult<ActualEntity?>(null);
        var organizations = gaps.TryAsync(() => OrganizationsAsync(wide, part, cancellationToken), []);
        var catalogs = gaps.TryAsync(() => pages.ListAsync(GraphPath.Catalogs, "reading the catalogs", catalog => catalog.Kept(), cancellationToken), []);
        await Task.WhenAll(settings, organizations, catalogs);
        if (gaps.RefusalOfAll(parts: 1 + (wantsSettings ? 1 : 0) + (wantsOrganizations ? 1 : 0)) is { } refusal)
        {
            throw refusal;
        }

        // Roles are another service's: that they can be read says nothing of entitlement management.
        var roles = part.Scope.Includes(EntityKey.TenantRoles)
            ? gaps.TryAsync(() => wide.RolesAsync(cancellationToken), null)
            : Task.FromResult<ActualEntity?>(null);
        var readings = await ReadAsync((await catalogs).FindAll(catalog => Includes(part, catalog)), pages, gaps, cancellationToken);
        var tenant = new TenantReading(await settings, await roles, await organizations ?? [], readings);
        var names = await NamesAsync(tenant, references, seesOrganizations: await organizations is not null, part.Scope.IsWhole, gaps, cancellationToken);
        names.Name(references);
        return new TenantSnapshot(identity.Id, identity.DisplayName, tenant.Entities) { Gaps = gaps.Sentences };
    }

    // Others are read too, because policies name them; but somebody who runs a catalog alone may not be allowed to.
    private static bool WantsOrganizations(TenantPart part) => part.Scope.IsWhole || part.Scope.Organizations.Count + part.OrganizationIds.Count > 0;

    private static bool Includes(TenantPart part, WireValue catalog) =>
        part.Includes(catalog.Text("displayName") ?? "", catalog.Id(), CatalogWire.IsBuiltIn(catalog));

    /// <summary>The organizations; null where they may not be seen and the part does without.</summary>
    private static async Task<List<OrganizationReading>?> OrganizationsAsync(TenantWideReader wide, TenantPart part, CancellationToken cancellationToken)
    {
        try
        {
            return await wide.OrganizationsAsync(part, cancellationToken);
        }
        catch (TenantException refusal) when (refusal.Status == GraphRefusal.Forbidden && !WantsOrganizations(part))
        {
            return null;
        }
    }

    private async Task<TenantIdentity> AskAsync(CancellationToken cancellationToken)
    {
        const string Doing = "reading the organization";
        var organizations = await plain.ListAsync(
            "organization?$select=id,displayName",
            Doing,
            organization => organization.Text("id") is { } id ? new TenantIdentity(id, organization.Text("displayName") ?? "") : null,
            cancellationToken);
        return organizations.OfType<TenantIdentity>().FirstOrDefault() ?? throw GraphRefusal.Unreadable(Doing, "Graph named none.");
    }

    private async Task<TenantNames> NamesAsync(
        TenantReading tenant, UnnamedReferences references, bool seesOrganizations, bool seesWhole, Gaps gaps, CancellationToken cancellationToken)
    {
        var (known, packages) = (new Dictionary<string, Reference>(StringComparer.OrdinalIgnoreCase), references.Packages());
        foreach (var reference in tenant.References(packages))
        {
            known.TryAdd(reference.Id ?? "", reference);
        }

        var found = directory.ReadAsync(references.Directory(), gaps, cancellationToken);
        var (foreign, hidden) = await gaps.TryAsync(
            () => new ForeignPackages(http, plain).ReadAsync(packages.Where(id => !known.ContainsKey(id)), seesWhole, cancellationToken),
            ([], new HashSet<string>()));
        foreach (var package in foreign)
        {
            known.TryAdd(package.Id ?? "", package);
        }

        return new TenantNames(
            await found, known, held => held.Kind == ReferenceKind.Organization ? !seesOrganizations : held.Id is { } id && hidden.Contains(id));
    }

    private async Task<List<CatalogReading>> ReadAsync(List<WireValue> catalogs, GraphPages pages, Gaps gaps, CancellationToken cancellationToken)
    {
        var lists = await CatalogLists.ReadAsync(catalogs, new GraphBatch(http, pages), cancellationToken);
        var readings = new CatalogReading?[catalogs.Count];
        var reader = new CatalogReader(http, pages, gaps);
        await ReadingLimit.EachAsync(lists, ReadOneAsync, cancellationToken);
        return [.. readings.OfType<CatalogReading>()];

        async Task ReadOneAsync(CatalogLists one, int index, CancellationToken token)
        {
            if (await gaps.TryAsync(() => reader.ReadAsync(one, token), null) is { } reading)
            {
                readings[index] = reading;
            }
        }
    }
}
