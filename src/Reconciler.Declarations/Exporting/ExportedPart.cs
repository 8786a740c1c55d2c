using Reconciler.Entitlements;

namespace Reconciler.Declarations.Exporting;

/// <summary>Which objects of a snapshot are in the part that is exported, by the names that catalogs have in the tenant.</summary>
internal sealed class ExportedPart(TenantSnapshot snapshot, Scope scope)
{
    private readonly Dictionary<string, ActualEntity> _parents =
        snapshot.Entities.Where(a => a.Entity.Key.Kind is EntityKind.Catalog or EntityKind.AccessPackage).DistinctBy(a => a.Id).ToDictionary(a => a.Id);

    /// <summary>Direct assignments are people's, and never in it.</summary>
    public bool Has(ActualEntity actual) => actual.Entity.Key.Kind != EntityKind.DirectAssignment && scope.Includes(KeyOf(actual));

    private EntityKey KeyOf(ActualEntity actual) => !actual.Entity.Key.IsInCatalog ? actual.Entity.Key : EntityKey.Catalog(CatalogOf(actual) switch
    {
        { IsBuiltIn: true } => Catalog.BuiltInName,

        // What somebody called General is not what the scope means by it.
        { } catalog when Catalog.IsBuiltIn(catalog.Entity.Key.Name) => "",
        { } catalog => catalog.Entity.Key.Name,
        null => "",
    });

    private ActualEntity? CatalogOf(ActualEntity actual) =>
        actual.Entity.Key.Kind == EntityKind.Catalog ? actual
        : actual.ParentId is { } id && _parents.GetValueOrDefault(id) is { } parent ? CatalogOf(parent)
        : null;
}
