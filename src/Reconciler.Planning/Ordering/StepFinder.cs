using Reconciler.Entitlements;
using Reconciler.Entitlements.Fields;

namespace Reconciler.Planning.Ordering;

/// <summary>
/// Turns changes into writes: parents before children, what gives before what takes, deletes last and backwards
/// (the order of contract section 20).
/// </summary>
internal sealed class StepFinder(BoundState state, EquatableArray<PlannedChange> changes)
{
    private readonly StepList _steps = new(changes);
    private readonly Dictionary<EntityKey, BoundEntity> _bound = state.Entities.ToDictionary(e => e.Key);

    public EquatableArray<Step> Find()
    {
        foreach (var change in Of(EntityKind.Settings).Concat(Of(EntityKind.Catalog)))
        {
            Write(change, null);
            foreach (var resource in Items<Reference>(change, c => ((Catalog)c).Resources).Added)
            {
                _steps.Add(change, new TenantWrite.AddResource(Target(change), resource), after: [Create(change.Key)], makes: (change.Key, resource));
            }
        }

        foreach (var change in Of(EntityKind.AccessPackage))
        {
            Write(change, Catalog(change.Key));
            foreach (var role in Items<ResourceRole>(change, p => ((AccessPackage)p).ResourceRoles).Added)
            {
                _steps.Add(change, new TenantWrite.AddResourceRole(Target(change), Catalog(change.Key), role),
                    after: [Create(change.Key), (EntityKey.Catalog(change.Key.Path[0]), role.Resource)]);
            }
        }

        foreach (var change in Of(EntityKind.AssignmentPolicy))
        {
            Write(change, change.Key.Parent is { } package ? Handle(package) : null);
        }

        Remove();
        return _steps.All;
    }

    private void Remove()
    {
        foreach (var change in Of(EntityKind.AccessPackage))
        {
            foreach (var role in Items<ResourceRole>(change, p => ((AccessPackage)p).ResourceRoles).Removed)
            {
                var catalog = Catalog(change.Key);
                _steps.Remove(change, new TenantWrite.RemoveResourceRole(Target(change), catalog, role), frees: [(catalog.Id, role.Resource)]);
            }
        }

        foreach (var delete in Deletes(EntityKind.AssignmentPolicy))
        {
            _steps.Remove(delete, new TenantWrite.Delete(Target(delete)));
        }

        foreach (var delete in Deletes(EntityKind.AccessPackage))
        {
            _steps.Remove(delete, new TenantWrite.Delete(Target(delete)), frees: [.. Held(delete).Append(null).Select(held => (delete.Actual.ParentId, held))]);
        }

        foreach (var change in Of(EntityKind.Catalog))
        {
            foreach (var resource in Items<Reference>(change, c => ((Catalog)c).Resources).Removed)
            {
                _steps.Remove(change, new TenantWrite.RemoveResource(Target(change), resource), after: [(change.Id, resource)]);
            }
        }

        foreach (var delete in Deletes(EntityKind.Catalog))
        {
            _steps.Remove(delete, new TenantWrite.Delete(Target(delete)), after: [(delete.Id, null)]);
        }
    }

    /// <summary>The creation of an entity, or the one update that writes everything but its value lists.</summary>
    private void Write(PlannedChange change, Handle? parent)
    {
        switch (change)
        {
            case PlannedChange.Create create:
                _steps.Add(change, new TenantWrite.Create(create.Declared, parent), after: [parent is null ? default : Create(parent.Key)], makes: Create(change.Key));
                break;
            case PlannedChange.Rename or PlannedChange.Update:
                var written = Changed(change);
                if (written is not null || change is PlannedChange.Rename)
                {
                    _steps.Add(change, new TenantWrite.Update(Target(change), written ?? Language.Of(change.Key.Kind).Blank(change.Key), change is PlannedChange.Rename));
                }

                break;
        }
    }

    /// <summary>An entity with only the settings that change; null where only value lists do, which are written item by item.</summary>
    private Entity? Changed(PlannedChange change)
    {
        var table = Language.Of(change.Key.Kind);
        var declared = _bound[change.Key].Declaration.Entity;
        var keys = change.Fields.Select(f => f.Path.Split('.', '[')[0]).ToHashSet();
        var fields = table.Settings.Where(f => f.Shape is not Shape.ListOf && keys.Contains(f.Key)).ToList();
        return fields.Count == 0 ? null : (Entity)fields.Aggregate((object)table.Blank(change.Key), (owner, field) =>
            field.Get(declared) is { } value ? field.With(owner, value) : owner);
    }

    private (IEnumerable<T> Added, IEnumerable<T> Removed) Items<T>(PlannedChange change, Func<Entity, Setting<EquatableArray<T>>> list)
    {
        if (change is PlannedChange.Delete || change.Key.Kind == EntityKind.Settings)
        {
            return ([], []);
        }

        var bound = _bound[change.Key];
        var declared = list(bound.Declaration.Entity);
        if (!declared.IsWritten)
        {
            return ([], []);
        }

        var held = bound.Actual is { } actual ? list(actual.Entity).Or([]) : [];

        // The tenant's order means nothing and can differ from read to read.
        return (declared.Value.Except(held), held.Except(declared.Value).OrderBy(item => $"{item}", StringComparer.Ordinal));
    }

    private IEnumerable<PlannedChange> Of(EntityKind kind) => changes.Where(c => c.Key.Kind == kind && c is not PlannedChange.Delete).OrderBy(c => c.Key);

    private IEnumerable<PlannedChange.Delete> Deletes(EntityKind kind) => changes.OfType<PlannedChange.Delete>().Where(c => c.Key.Kind == kind).OrderByDescending(c => c.Key);

    /// <summary>The resources that a package gives until it is deleted.</summary>
    private static IEnumerable<Reference?> Held(PlannedChange.Delete delete) =>
        delete.Actual.Entity is AccessPackage { ResourceRoles: { IsWritten: true, Value: var roles } } ? roles.Select(role => role.Resource).Distinct() : [];

    private static Handle Target(PlannedChange change) => new(change.Key, change.Id);

    private Handle Handle(EntityKey key) => new(key, _bound.GetValueOrDefault(key)?.Actual?.Id);

    private Handle Catalog(EntityKey package)
    {
        var key = EntityKey.Catalog(package.Path[0]);
        return new Handle(key, _bound.GetValueOrDefault(package)?.ParentId ?? _bound.GetValueOrDefault(key)?.Actual?.Id);
    }

    private static (EntityKey, Reference?) Create(EntityKey key) => (key, null);
}
