using System.Text.Json.Nodes;
using Reconciler.Entitlements;
using Reconciler.Graph.Http;
using Reconciler.Graph.Wire;

namespace Reconciler.Graph.Reading;

/// <summary>Reads a part of a tenant, page by page rather than object by object (contract 21).</summary>
internal sealed class TenantReader(GraphHttp http, GraphPages pages)
{
    /// <summary>Requests at a time that the service bears well (contract 1.6).</summary>
    public const int MostAtOnce = 4;

    public async Task<TenantIdentity> IdentifyAsync(CancellationToken cancellationToken)
    {
        const string Doing = "reading the organization";
        var organizations = await pages.ListAsync("organization?$select=id,displayName", Doing, cancellationToken);
        var organization = organizations.FirstOrDefault(organization => organization.Text("id") is not null)
            ?? throw GraphRefusal.Unreadable(Doing, "Graph named none.");
        return new TenantIdentity(organization.Id(), organization.Text("displayName") ?? "");
    }

    public async Task<TenantSnapshot> ReadAsync(TenantPart part, CancellationToken cancellationToken)
    {
        var identity = await IdentifyAsync(cancellationToken);
        var gaps = new Gaps();
        var wide = new TenantWideReader(http, pages);
        var wantsSettings = part.Scope.Includes(EntityKey.Settings);
        var settings = wantsSettings ? await gaps.TryAsync(() => wide.SettingsAsync(cancellationToken), null) : null;
        var organizations = await gaps.TryAsync(() => wide.OrganizationsAsync(part, cancellationToken), []);
        var catalogs = await gaps.TryAsync(() => pages.ListAsync(GraphPath.Catalogs, "reading the catalogs", cancellationToken), []);
        if (gaps.RefusalOfAll(parts: wantsSettings ? 3 : 2) is { } refusal)
        {
            throw refusal;
        }

        // Roles are another service's: that they can be read says nothing of entitlement management.
        var roles = part.Scope.Includes(EntityKey.TenantRoles) ? await gaps.TryAsync(() => wide.RolesAsync(cancellationToken), null) : null;
        var readings = await ReadAsync(catalogs.Where(catalog => Includes(part, catalog)).ToList(), gaps, cancellationToken);
        var tenant = new TenantReading(settings, roles, organizations, readings);
        return tenant.ToSnapshot(identity, await NamesAsync(tenant, gaps, cancellationToken), gaps);
    }

    private static bool Includes(TenantPart part, JsonObject catalog) =>
        part.Includes(catalog.Text("displayName") ?? "", catalog.Id(), CatalogWire.IsBuiltIn(catalog));

    private async Task<TenantNames> NamesAsync(TenantReading tenant, Gaps gaps, CancellationToken cancellationToken)
    {
        var directory = await new DirectoryReader(http).ReadAsync(tenant.DirectoryIds, gaps, cancellationToken);
        var known = tenant.References.ToList();
        var foreign = tenant.IncompatiblePackages.Except(known.Select(reference => reference.Id ?? ""), StringComparer.OrdinalIgnoreCase);
        known.AddRange(await gaps.TryAsync(() => new ForeignPackages(http, pages).ReadAsync(foreign, cancellationToken), []));
        return new TenantNames(
            directory, known.DistinctBy(reference => reference.Id).ToDictionary(reference => reference.Id ?? "", StringComparer.OrdinalIgnoreCase));
    }

    private async Task<List<CatalogReading>> ReadAsync(List<JsonObject> catalogs, Gaps gaps, CancellationToken cancellationToken)
    {
        var lists = await CatalogLists.ReadAsync(catalogs, new GraphBatch(http, pages), cancellationToken);
        var readings = new CatalogReading?[catalogs.Count];
        var reader = new CatalogReader(http, pages, gaps);
        var options = new ParallelOptions { MaxDegreeOfParallelism = MostAtOnce, CancellationToken = cancellationToken };
        await Parallel.ForAsync(0, catalogs.Count, options, async (index, token) =>
            readings[index] = await gaps.TryAsync(() => reader.ReadAsync(lists[index], token), null));
        return [.. readings.OfType<CatalogReading>()];
    }
}
