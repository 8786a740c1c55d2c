using Reconciler.Entitlements;

namespace Reconciler.Planning.Matching;

/// <summary>Tells of objects and bindings whether they are inside of a workspace's scope, whatever they are called in the tenant by now.</summary>
internal sealed class InScope
{
    private readonly Scope _scope;
    private readonly ActualIndex _tenant;
    private readonly Bindings _bindings;
    private readonly HashSet<string> _catalogs;

    public InScope(Scope scope, ActualIndex tenant, Bindings bindings)
    {
        (_scope, _tenant, _bindings) = (scope, tenant, bindings);
        _catalogs = tenant.In(EntityKind.Catalog)
            .Where(c => c.IsBuiltIn ? scope.Includes(EntityKey.Catalog(Catalog.BuiltInName)) : IsNamed(c.Entity.Key, c.Id))
            .Select(c => c.Id)
            .Concat(bindings.Entries.Where(b => b.Kind == EntityKind.Catalog && scope.Includes(EntityKey.Catalog(b.Name))).Select(b => b.Id))
            .ToHashSet(StringComparer.Ordinal);
    }

    public bool Has(ActualEntity actual) => _scope.IsWhole || (actual.Entity.Key.Kind, actual.ParentId) switch
    {
        (EntityKind.Catalog, _) => _catalogs.Contains(actual.Id),
        (_, null) => IsNamed(actual.Entity.Key, actual.Id),
        (EntityKind.AccessPackage or EntityKind.CustomExtension, { } catalog) => _catalogs.Contains(catalog),
        (_, { } package) => _tenant.Find(EntityKind.AccessPackage, package) is { } parent && Has(parent),
    };

    /// <summary>A binding of which nothing tells where it belongs stays.</summary>
    public bool Has(Binding binding) => _scope.IsWhole || (binding.Kind, binding.ParentId) switch
    {
        (EntityKind.Catalog, _) => _catalogs.Contains(binding.Id),
        (_, null) => _scope.Includes(new EntityKey(binding.Kind, [binding.Name])),
        (EntityKind.AccessPackage or EntityKind.CustomExtension, { } catalog) => _catalogs.Contains(catalog),
        (_, { } package) => _bindings.FindById(EntityKind.AccessPackage, package) is { } parent && Has(parent),
    };

    private bool IsNamed(EntityKey key, string id) =>
        (_scope.Includes(key) && !(key.Kind == EntityKind.Catalog && Catalog.IsBuiltIn(key.Name)))
        || (_bindings.FindById(key.Kind, id) is { } bound && _scope.Includes(key.Named(bound.Name)));
}
