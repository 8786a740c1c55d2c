using System.Text.Json.Nodes;
using Reconciler.Entitlements;
using Reconciler.Graph.Http;
using Reconciler.Graph.Wire;

namespace Reconciler.Graph.Reading;

/// <summary>Reads a whole tenant, page by page rather than object by object (contract 21).</summary>
internal sealed class TenantReader(GraphHttp http, GraphPages pages)
{
    /// <summary>Requests at a time that the service bears well (contract 1.6).</summary>
    public const int MostAtOnce = 4;

    public async Task<TenantSnapshot> ReadAsync(CancellationToken cancellationToken)
    {
        var organization = await OrganizationAsync(cancellationToken);
        var gaps = new Gaps();
        var settings = await gaps.TryAsync<JsonObject?>(
            async () => await http.GetAsync(GraphPath.Settings, "reading the settings of entitlement management", cancellationToken), null);
        var catalogs = await gaps.TryAsync(() => pages.ListAsync(GraphPath.Catalogs, "reading the catalogs", cancellationToken), []);
        if (gaps.RefusalOfAll(parts: 2) is { } refusal)
        {
            throw refusal;
        }

        var readings = await ReadAsync(catalogs, gaps, cancellationToken);
        var ids = readings.SelectMany(reading => reading.Resources.Concat(reading.Packages)).SelectMany(PrincipalIds.In);
        var names = await new DirectoryReader(http).ReadAsync(ids, gaps, cancellationToken);

        var entities = new List<ActualEntity>();
        entities.AddRange(gaps.Try<ActualEntity>(() => settings is null ? [] : [SettingsWire.ToEntity(settings)]));
        entities.AddRange(readings.SelectMany(reading => gaps.Try(() => Entities(reading, names))));
        return new TenantSnapshot(organization.Id(), organization.Text("displayName") ?? "", entities.ToEquatableArray()) { Gaps = gaps.Sentences };
    }

    private static List<ActualEntity> Entities(CatalogReading reading, DirectoryNames names)
    {
        var catalog = CatalogWire.ToEntity(reading.Catalog, reading.Resources, names);
        var entities = new List<ActualEntity> { catalog };
        foreach (var source in reading.Packages)
        {
            var package = AccessPackageWire.ToEntity(source, catalog.Entity.Key.Name, catalog.Id, names);
            entities.Add(package);
            entities.AddRange(source.Items(AccessPackageWire.Policies)
                .Select(policy => AssignmentPolicyWire.ToEntity(policy, (AccessPackage)package.Entity, package.Id, names)));
        }

        return entities;
    }

    private async Task<JsonObject> OrganizationAsync(CancellationToken cancellationToken)
    {
        const string Doing = "reading the organization";
        var organizations = await pages.ListAsync("organization?$select=id,displayName", Doing, cancellationToken);
        return organizations.FirstOrDefault(organization => organization.Text("id") is not null)
            ?? throw GraphRefusal.Unreadable(Doing, "Graph named none.");
    }

    private async Task<List<CatalogReading>> ReadAsync(List<JsonObject> catalogs, Gaps gaps, CancellationToken cancellationToken)
    {
        var readings = new CatalogReading?[catalogs.Count];
        var reader = new CatalogReader(http, pages, gaps);
        var options = new ParallelOptions { MaxDegreeOfParallelism = MostAtOnce, CancellationToken = cancellationToken };
        await Parallel.ForAsync(0, catalogs.Count, options, async (index, token) =>
            readings[index] = await gaps.TryAsync(() => reader.ReadAsync(catalogs[index], token), null));
        return [.. readings.OfType<CatalogReading>()];
    }
}
