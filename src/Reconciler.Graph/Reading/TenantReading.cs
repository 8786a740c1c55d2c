using Reconciler.Entitlements;
using Reconciler.Graph.Http;

namespace Reconciler.Graph.Reading;

/// <summary>A part of a tenant, in which whatever is named is named by id alone. What was not asked for, or could not be read, is null.</summary>
internal sealed record TenantReading(
    ActualEntity? Settings, ActualEntity? Roles, IReadOnlyList<OrganizationReading> Organizations, IReadOnlyList<CatalogReading> Catalogs)
{
    /// <summary>What it holds that others may name.</summary>
    public IEnumerable<Reference> References =>
        Organizations.Select(organization => organization.AsReference).Concat(Catalogs.SelectMany(catalog => catalog.References));

    /// <summary>What it names outside of catalogs.</summary>
    public void Collect(NamedIds ids)
    {
        foreach (var entity in Organizations.Select(organization => organization.Entity).Append(Roles).OfType<ActualEntity>())
        {
            ids.Add(entity.Entity);
        }
    }

    public async Task<TenantSnapshot> ToSnapshotAsync(TenantIdentity identity, TenantNames names, Gaps gaps, CancellationToken cancellationToken)
    {
        var wide = new[] { Settings, Roles }.OfType<ActualEntity>().Concat(Organizations.Select(organization => organization.Entity)).Select(names.Named);
        var catalogs = new ActualEntity[Catalogs.Count][];
        await ReadingLimit.EachAsync(
            Catalogs,
            (catalog, index, _) =>
            {
                catalogs[index] = [.. catalog.Entities(names.Apart())];
                return Task.CompletedTask;
            },
            cancellationToken);
        return new TenantSnapshot(identity.Id, identity.DisplayName, [.. wide, .. catalogs.SelectMany(catalog => catalog)]) { Gaps = gaps.Sentences };
    }
}
