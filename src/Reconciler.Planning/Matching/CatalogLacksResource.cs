using Reconciler.Entitlements;

namespace Reconciler.Planning.Matching;

/// <summary>A package can only give roles of what its catalog holds: as declared, where the catalog's resources are, else as the tenant has it.</summary>
internal static class CatalogLacksResource
{
    public static void Check(EquatableArray<BoundEntity> entities, ActualIndex tenant, SourceMap sources, List<Diagnostic> diagnostics)
    {
        var declared = entities.Where(e => e.Key.Kind == EntityKind.Catalog).ToDictionary(e => e.Key);
        var known = new Dictionary<(EntityKey?, string?), HashSet<Reference>?>();
        foreach (var entity in entities.Where(e => e is { IsWanted: true, Key.Kind: EntityKind.AccessPackage }))
        {
            if (entity.Declaration.Entity is not AccessPackage { ResourceRoles: { IsWritten: true, Value: var roles } } package)
            {
                continue;
            }

            var held = entity.Actual?.Entity is AccessPackage { ResourceRoles: { IsWritten: true, Value: var given } } ? given : [];
            var place = (entity.Key.Parent, entity.ParentId);
            if (!known.TryGetValue(place, out var available))
            {
                known[place] = available = Available(entity, package, declared, tenant);
            }

            for (var i = 0; i < roles.Count; i++)
            {
                if (roles[i].Resource is { Id: not null } resource && available is not null && !available.Contains(resource) && !held.Any(role => role.Resource.Equals(resource)))
                {
                    diagnostics.Add(BindDiagnostics.ResourceNotInCatalog(sources.Find(entity.Key, $"resourceRoles[{i}]"), entity.Key, resource));
                }
            }
        }
    }

    /// <summary>Null where the catalog is missing altogether, which is an error of its own.</summary>
    private static HashSet<Reference>? Available(
        BoundEntity entity, AccessPackage package, Dictionary<EntityKey, BoundEntity> declared, ActualIndex tenant)
    {
        var catalog = declared.GetValueOrDefault(EntityKey.Catalog(package.Catalog));
        if (catalog?.Declaration.Entity is Catalog { Resources: { IsWritten: true, Value: var written } } && catalog.IsWanted)
        {
            return written.Select(resource => resource.Resource).ToHashSet();
        }

        var actual = entity.ParentId is { } id ? tenant.Find(EntityKind.Catalog, id) : null;
        return actual?.Entity is Catalog { Resources: { IsWritten: true, Value: var held } }
            ? held.Select(resource => resource.Resource).ToHashSet()
            : catalog is null ? null : [];
    }
}
