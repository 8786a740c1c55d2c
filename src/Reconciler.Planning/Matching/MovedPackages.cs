using Reconciler.Entitlements;

namespace Reconciler.Planning.Matching;

/// <summary>
/// Finds packages that are declared in one catalog while an earlier run's of that name is in another and nothing declared means it.
/// Looked for by id once everything is matched: a catalog can bear another name in the tenant.
/// </summary>
internal static class MovedPackages
{
    public static void Check(EquatableArray<BoundEntity> entities, Bindings bindings, ActualIndex tenant, SourceMap sources, List<Diagnostic> diagnostics)
    {
        var meant = entities.Select(e => (e.Key.Kind, e.Actual?.Id)).ToHashSet();
        var declared = entities.Select(e => e.Key).ToHashSet();
        foreach (var entity in entities.Where(e => e is { Key.Kind: EntityKind.AccessPackage, IsWanted: true, Actual: null }))
        {
            var elsewhere = bindings.Entries
                .Where(b => b.Kind == EntityKind.AccessPackage && !meant.Contains((b.Kind, b.Id)) && NameComparer.Instance.Equals(b.Name, entity.Key.Name))
                .Select(b => tenant.Find(b.Kind, b.Id))
                .OfType<ActualEntity>()
                .Where(a => a.ParentId != entity.ParentId)
                .MinBy(a => a.Id, StringComparer.Ordinal);

            // Where the catalog is nowhere that is an error of its own.
            if (elsewhere is not null && (entity.ParentId is not null || (entity.Key.Parent is { } catalog && declared.Contains(catalog))))
            {
                diagnostics.Add(BindDiagnostics.Moved(sources.Find(entity.Key, "catalog"), entity.Key, elsewhere.Entity.Key.CatalogName ?? ""));
            }
        }
    }
}
