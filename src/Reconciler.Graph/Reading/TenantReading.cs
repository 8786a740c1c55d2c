using Reconciler.Entitlements;

namespace Reconciler.Graph.Reading;

/// <summary>A part of a tenant, in which nothing that is named has a name until all is read. What was not asked for, or could not be read, is null.</summary>
internal sealed record TenantReading(
    ActualEntity? Settings, ActualEntity? Roles, IReadOnlyList<OrganizationReading> Organizations, IReadOnlyList<CatalogReading> Catalogs)
{
    /// <summary>What it holds that others may name.</summary>
    /// <param name="packages">The ids of access packages that somebody names.</param>
    public IEnumerable<Reference> References(IReadOnlySet<string> packages) =>
        Organizations.Select(organization => organization.AsReference).Concat(Catalogs.SelectMany(catalog => catalog.References(packages)));

    /// <summary>The entities, the tenant's own first.</summary>
    public EquatableArray<ActualEntity> Entities =>
        [.. new[] { Settings, Roles }.OfType<ActualEntity>(), .. Organizations.Select(organization => organization.Entity), .. Catalogs.SelectMany(catalog => catalog.Entities)];
}
