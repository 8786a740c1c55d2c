using Reconciler.Entitlements;

namespace Reconciler.Planning.Matching;

/// <summary>Finds the entity that a reference names: the declared one, else what the tenant has under the name.</summary>
internal sealed class EntityFinder(IReadOnlyCollection<BoundEntity> matched, ActualIndex tenant)
{
    private readonly Dictionary<EntityKey, BoundEntity> _declared = matched.ToDictionary(e => e.Key);

    public BoundEntity? Declared(EntityKey key) => _declared.GetValueOrDefault(key);

    /// <summary>What the tenant has under a key, by the names it has there.</summary>
    public IReadOnlyList<ActualEntity> InTenant(EntityKey key)
    {
        if (key.Parent is not { } parent)
        {
            return key.Kind == EntityKind.Catalog && Catalog.IsBuiltIn(key.Name)
                ? [.. tenant.In(EntityKind.Catalog, null).Where(c => c.IsBuiltIn)]
                : [.. tenant.Named(key.Kind, null, key.Name).Where(a => !a.IsBuiltIn)];
        }

        var parents = Declared(parent) is { Actual: { } actual } ? [actual] : InTenant(parent);
        return [.. parents.SelectMany(p => tenant.Named(key.Kind, p.Id, key.Name))];
    }

    /// <summary>The names of what is declared, or is in the tenant, where a key would be.</summary>
    public IEnumerable<string> NamesBeside(EntityKey key)
    {
        var parents = key.Parent is not { } parent ? [null] : Declared(parent) is { Actual: { } actual } ? [actual] : InTenant(parent).Select(p => (ActualEntity?)p);
        return _declared.Keys.Where(other => other.Kind == key.Kind && Equals(other.Parent, key.Parent)).Select(other => other.Name)
            .Concat(parents.SelectMany(p => tenant.In(key.Kind, p?.Id)).Select(there => there.Entity.Key.Name));
    }

    /// <summary>The key that a reference from an entity stands for.</summary>
    public static EntityKey KeyOf(Reference reference, EntityKey owner)
    {
        var name = reference.Name ?? "";
        return reference.Kind switch
        {
            ReferenceKind.Organization => EntityKey.Organization(name),
            ReferenceKind.Package => EntityKey.Package(reference.Catalog ?? owner.Path[0], name),
            ReferenceKind.Extension => EntityKey.Extension(owner.Path[0], name),
            _ => EntityKey.Policy(owner.Path[0], owner.Path[1], name),
        };
    }

    public ActualEntity? ById(EntityKind kind, string id) => tenant.WithId(kind, id).FirstOrDefault();
}
