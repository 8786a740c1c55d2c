using Reconciler.Entitlements;
using Reconciler.Entitlements.Fields;

namespace Reconciler.Planning.Matching;

/// <summary>What the tenant has and no declaration means: the tool's own, which may be deleted, and everybody else's, which is only counted.</summary>
internal sealed class Leftovers
{
    private static readonly EntityKind[] Inside = [EntityKind.CustomExtension, EntityKind.AccessPackage, EntityKind.AssignmentPolicy, EntityKind.DirectAssignment];

    private readonly Dictionary<(EntityKind, string), BoundEntity> _declared = [];

    public Leftovers(ActualIndex tenant, Bindings bindings, IEnumerable<BoundEntity> entities, Scope scope)
    {
        foreach (var entity in entities)
        {
            if (entity.Actual is { } actual)
            {
                _declared[(entity.Key.Kind, actual.Id)] = entity;
            }
        }

        var inScope = new InScope(scope, tenant, bindings);
        var elsewhere = Within(Ensure.Elsewhere, tenant, entities);
        var rest = tenant.All
            .Where(a => a.Entity.Key.Kind is not (EntityKind.Settings or EntityKind.TenantRoles) && !a.IsBuiltIn && !_declared.ContainsKey((a.Entity.Key.Kind, a.Id)))
            .Where(a => inScope.Has(a) && !elsewhere.Contains(a.Id))
            .OrderBy(a => a.Entity.Key).ThenBy(a => a.Id, StringComparer.Ordinal)
            .ToLookup(a => bindings.FindById(a.Entity.Key.Kind, a.Id) is not null);

        // What is let go is let go with all that is in it and not declared by itself.
        var letGo = Within(Ensure.Unmanaged, tenant, entities);

        // A policy goes with its package; alone it is deleted only where its package stays declared.
        Undeclared = rest[true].Where(a => !letGo.Contains(a.Id) && (a.Entity.Key.Kind != EntityKind.AssignmentPolicy || LivesInDeclared(a))).ToEquatableArray();
        Pruned = rest[false].Where(a => IsPruned(a, tenant)).ToEquatableArray();
        Unmanaged = rest[false].Except(Pruned).Where(a => a.ParentId is null || LivesInDeclared(a)).ToEquatableArray();

        Forgotten = bindings.Entries
            .Where(b => letGo.Contains(b.Id) || (tenant.Find(b.Kind, b.Id) is null && inScope.Has(b) && (b.ParentId is not { } parent || !elsewhere.Contains(parent))))
            .OrderBy(b => b.Kind).ThenBy(b => b.Id, StringComparer.Ordinal)
            .ToEquatableArray();
    }

    /// <summary>Bindings that no longer mean anything: their object is gone, or was let go.</summary>
    public EquatableArray<Binding> Forgotten { get; }

    public EquatableArray<ActualEntity> Undeclared { get; }

    /// <summary>What nobody declared or managed, in a catalog that is pruned.</summary>
    public EquatableArray<ActualEntity> Pruned { get; }

    public EquatableArray<ActualEntity> Unmanaged { get; }

    /// <summary>The ids of what is declared so, and of all that is in it and not declared by itself.</summary>
    private HashSet<string> Within(Ensure ensure, ActualIndex tenant, IEnumerable<BoundEntity> entities)
    {
        var within = entities.Where(e => !e.IsWanted && e.Declaration.Ensure == ensure).Select(e => e.Actual?.Id).OfType<string>().ToHashSet();
        foreach (var kind in within.Count == 0 ? [] : Inside)
        {
            within.UnionWith(tenant.In(kind).Where(a => a.ParentId is { } parent && within.Contains(parent) && !_declared.ContainsKey((kind, a.Id))).Select(a => a.Id));
        }

        return within;
    }

    private bool LivesInDeclared(ActualEntity child) =>
        child is { ParentId: { } parent, Entity.Key.Parent.Kind: var kind }
        && _declared.TryGetValue((kind, parent), out var declared)
        && declared.Declaration.Ensure == Ensure.Present;

    /// <summary>What lives in a pruned catalog; a policy goes by itself only where its package stays.</summary>
    private bool IsPruned(ActualEntity actual, ActualIndex tenant) => actual switch
    {
        { Entity: AccessPackage or CustomExtension, ParentId: { } catalog } => Prunes(catalog),
        { Entity: AssignmentPolicy, ParentId: { } package } => LivesInDeclared(actual) && tenant.Find(EntityKind.AccessPackage, package)?.ParentId is { } catalog && Prunes(catalog),
        _ => false,
    };

    private bool Prunes(string catalog) =>
        _declared.TryGetValue((EntityKind.Catalog, catalog), out var declared) && declared.Declaration is { Ensure: Ensure.Present, Prune: true };
}
