using Reconciler.Entitlements;
using Reconciler.Entitlements.Fields;

namespace Reconciler.Planning.Matching;

/// <summary>What the tenant has and no declaration means: the tool's own, which may be deleted, and everybody else's, which is only counted.</summary>
internal sealed class Leftovers
{
    private readonly Dictionary<(EntityKind, string), BoundEntity> _declared;

    public Leftovers(ActualIndex tenant, Bindings bindings, IEnumerable<BoundEntity> entities)
    {
        _declared = [];
        foreach (var entity in entities)
        {
            if (entity.Actual is { } actual)
            {
                _declared[(entity.Key.Kind, actual.Id)] = entity;
            }
        }

        var rest = tenant.All
            .Where(a => a.Entity.Key.Kind != EntityKind.Settings && !a.IsBuiltIn && !_declared.ContainsKey((a.Entity.Key.Kind, a.Id)))
            .OrderBy(a => a.Entity.Key).ThenBy(a => a.Id, StringComparer.Ordinal)
            .ToLookup(a => bindings.FindById(a.Entity.Key.Kind, a.Id) is not null);

        // What is let go is let go with all that is in it and not declared by itself.
        var letGo = entities.Where(e => e.Declaration.Ensure == Ensure.Unmanaged).Select(e => e.Actual?.Id).OfType<string>().ToHashSet();
        foreach (var kind in new[] { EntityKind.AccessPackage, EntityKind.AssignmentPolicy })
        {
            letGo.UnionWith(tenant.All.Where(a => a.Entity.Key.Kind == kind && a.ParentId is { } parent && letGo.Contains(parent) && !_declared.ContainsKey((kind, a.Id))).Select(a => a.Id));
        }

        // A policy goes with its package; alone it is deleted only where its package stays declared.
        Undeclared = rest[true].Where(a => !letGo.Contains(a.Id) && (a.Entity.Key.Kind != EntityKind.AssignmentPolicy || LivesInDeclared(a))).ToEquatableArray();
        Unmanaged = rest[false].Where(a => a.ParentId is null || LivesInDeclared(a)).ToEquatableArray();

        Forgotten = bindings.Entries
            .Where(b => tenant.Find(b.Kind, b.Id) is null || letGo.Contains(b.Id))
            .OrderBy(b => b.Kind).ThenBy(b => b.Id, StringComparer.Ordinal)
            .ToEquatableArray();
    }

    /// <summary>Bindings that no longer mean anything: their object is gone, or was let go.</summary>
    public EquatableArray<Binding> Forgotten { get; }

    public EquatableArray<ActualEntity> Undeclared { get; }

    public EquatableArray<ActualEntity> Unmanaged { get; }

    private bool LivesInDeclared(ActualEntity child) =>
        child is { ParentId: { } parent, Entity.Key.Parent.Kind: var kind }
        && _declared.TryGetValue((kind, parent), out var declared)
        && declared.Declaration.Ensure == Ensure.Present;
}
