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
        // Nearly every run has no new package.
        var meant = new Lazy<HashSet<(EntityKind, string?)>>(() => entities.Select(e => (e.Key.Kind, e.Actual?.Id)).ToHashSet());
        var declared = new Lazy<HashSet<EntityKey>>(() => entities.Select(e => e.Key).ToHashSet());
        var remembered = new Lazy<ILookup<string, Binding>>(() => bindings.Entries
            .Where(b => b.Kind == EntityKind.AccessPackage && !meant.Value.Contains((b.Kind, b.Id)))
            .ToLookup(b => b.Name, NameComparer.Instance));
        foreach (var entity in entities.Where(e => e is { Key.Kind: EntityKind.AccessPackage, IsWanted: true, Actual: null }))
        {
            var elsewhere = remembered.Value[entity.Key.Name]
                .Select(b => tenant.Find(b.Kind, b.Id))
                .OfType<ActualEntity>()
                .Where(a => a.ParentId != entity.ParentId)
                .MinBy(a => a.Id, StringComparer.Ordinal);

            // Where the catalog is nowhere that is an error of its own.
            if (elsewhere is not null && (entity.ParentId is not null || (entity.Key.Parent is { } catalog && declared.Value.Contains(catalog))))
            {
                diagnostics.Add(BindDiagnostics.Moved(sources.Find(entity.Key, "catalog"), entity.Key, elsewhere.Entity.Key.CatalogName ?? ""));
            }
        }
    }
}
