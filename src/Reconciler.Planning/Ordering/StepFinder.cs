using Reconciler.Entitlements;
using Reconciler.Entitlements.Fields;

namespace Reconciler.Planning.Ordering;

/// <summary>
/// Turns changes into writes: parents before children, what is named before what names it, what gives before what takes, deletes last and
/// backwards (the order of contract section 20).
/// </summary>
internal sealed class StepFinder(BoundState state, EquatableArray<PlannedChange> changes)
{
    // A policy needs its package; a role of a resource needs both its package and the resource in the catalog.
    private static readonly EntityKind[] Kinds = Enum.GetValues<EntityKind>();

    // Roles before the packages and resources that hold them, extensions when no policy runs them any more.
    private static readonly EntityKind[] DeleteOrder =
    [
        EntityKind.AssignmentPolicy, EntityKind.AccessPackage, EntityKind.CustomExtension, EntityKind.Catalog, EntityKind.ConnectedOrganization,
    ];

    /// <summary>What a new package gives, as one: nobody is let in before all of it is there.</summary>
    private static readonly Reference Roles = new(ReferenceKind.Package, "");

    private readonly StepList _steps = new(changes);

    // In the order of keys, in which they are read.
    private readonly ILookup<EntityKind, PlannedChange> _byKind = changes.Where(change => change is not PlannedChange.Delete).ToLookup(change => change.Key.Kind);
    private readonly Dictionary<EntityKey, ItemChanges> _items = [];
    private readonly List<(EntityKey, Reference?)> _named = [];
    private readonly Dictionary<EntityKey, Handle> _parents = [];
    private ReferenceRewriter? _naming;
    private readonly Dictionary<EntityKey, BoundEntity> _bound = state.Entities.ToDictionary(e => e.Key);

    public EquatableArray<Step> Find()
    {
        foreach (var kind in Kinds)
        {
            foreach (var change in Of(kind))
            {
                Write(change);
            }

            // An access package can be incompatible with one that stands behind it.
            foreach (var (change, items) in Of(kind).Select(change => (change, ItemsOf(change.Key))))
            {
                Add(change, items);
            }
        }

        foreach (var change in Of(EntityKind.AccessPackage).Concat(Of(EntityKind.ConnectedOrganization)).Concat(Of(EntityKind.TenantRoles)))
        {
            Remove(change);
        }

        foreach (var kind in DeleteOrder)
        {
            // What a catalog holds goes when nothing in it is used any more, and before the catalog does.
            foreach (var change in kind == EntityKind.Catalog ? Of(kind) : [])
            {
                Remove(change);
            }

            foreach (var delete in Deletes(kind))
            {
                _steps.Remove(
                    delete,
                    new TenantWrite.Delete(Target(delete)),
                    after: kind == EntityKind.Catalog ? [(delete.Id, null)] : null,
                    frees: kind is EntityKind.AccessPackage or EntityKind.CustomExtension ? [.. Held(delete).Append(null).Select(held => (delete.Actual.ParentId, held))] : null);
            }
        }

        return _steps.All;
    }

    private void Add(PlannedChange change, ItemChanges items)
    {
        foreach (var item in items.Added)
        {
            (EntityKey, Reference?)[] after = item is ListItem.RoleOf
                ? [Create(change.Key), (EntityKey.Catalog(change.Key.Path[0]), item.Names)]
                : [Create(change.Key), .. Pending(item.Names)];
            _steps.Add(change, new TenantWrite.AddItem(Target(change), item), after, makes: item switch
            {
                ListItem.ResourceOf => (change.Key, item.Names),
                ListItem.RoleOf when change is PlannedChange.Create => (change.Key, Roles),
                _ => null,
            });
        }

        foreach (var item in items.Changed)
        {
            _steps.Add(change, new TenantWrite.ChangeItem(Target(change), item));
        }
    }

    private void Remove(PlannedChange change)
    {
        foreach (var item in ItemsOf(change.Key).Removed)
        {
            var target = Target(change);
            _steps.Remove(
                change,
                new TenantWrite.RemoveItem(target, item),
                after: item is ListItem.ResourceOf ? [(change.Id, item.Names)] : null,
                frees: item is ListItem.RoleOf ? [(target.Parent?.Id, item.Names)] : null);
        }
    }

    /// <summary>The creation of an entity, or the one update that writes everything but its value lists.</summary>
    private void Write(PlannedChange change)
    {
        switch (change)
        {
            case PlannedChange.Create create:
                var parent = Target(change).Parent;
                _steps.Add(
                    change,
                    new TenantWrite.Create(create.Declared, parent),
                    after: [parent is null ? default : Create(parent.Key), .. change.Key.Parent is { } home ? [(home, Roles)] : Array.Empty<(EntityKey, Reference?)>(), .. Named(create.Declared)],
                    makes: Create(change.Key));
                break;
            case PlannedChange.Rename or PlannedChange.Update:
                var written = Changed(change);
                if (written is not null || change is PlannedChange.Rename)
                {
                    var entity = written ?? Unchanged(change);
                    _steps.Add(change, new TenantWrite.Update(Target(change), entity, change is PlannedChange.Rename), after: [.. Named(entity)]);
                }

                break;
        }
    }

    /// <summary>An entity with only the settings that change; null where only value lists do, which are written item by item.</summary>
    private Entity? Changed(PlannedChange change)
    {
        Entity? changed = null;
        foreach (var leaf in Language.Of(change.Key.Kind).Leaves)
        {
            if (!leaf.IsValueList && FieldChange.AnyOf(change.Fields, leaf.Path))
            {
                changed ??= Unchanged(change);
                changed = leaf.Get(_bound[change.Key].Declaration.Entity) is { } value ? leaf.With(changed, value) : changed;
            }
        }

        return changed;
    }

    /// <summary>An entity with nothing written but the name, which is the tenant's: an alias is nobody's but the workspace's.</summary>
    private Entity Unchanged(PlannedChange change) => Language.Of(change.Key.Kind)
        .Blank(_bound[change.Key].Declaration.DisplayName is { } name ? change.Key.Named(name) : change.Key);

    private ItemChanges ItemsOf(EntityKey key) => _items.TryGetValue(key, out var known) ? known : _items[key] = ItemChanges.Of(_bound[key]);

    private IEnumerable<PlannedChange> Of(EntityKind kind) => _byKind[kind];

    private IEnumerable<PlannedChange.Delete> Deletes(EntityKind kind) => changes.OfType<PlannedChange.Delete>().Where(c => c.Key.Kind == kind).OrderByDescending(c => c.Key);

    /// <summary>The resources that a package gives until it is deleted.</summary>
    private static IEnumerable<Reference?> Held(PlannedChange.Delete delete) =>
        delete.Actual.Entity is AccessPackage { ResourceRoles: { IsWritten: true, Value: var roles } } ? roles.Select(role => role.Resource).Distinct() : [];

    /// <summary>The entities that this one names and that the plan has to make first.</summary>
    private List<(EntityKey, Reference?)> Named(Entity entity)
    {
        _named.Clear();
        (_naming ??= new ReferenceRewriter(Note)).Rewrite(entity);
        return _named;
    }

    private Reference Note(ValuePath path, Reference reference)
    {
        _named.AddRange(Pending(reference));
        return reference;
    }

    private static IEnumerable<(EntityKey, Reference?)> Pending(Reference reference) => reference is { Id: null, Entity: { } entity } ? [Create(entity)] : [];

    private Handle Target(PlannedChange change) => change is PlannedChange.Delete delete
        ? new Handle(change.Key, change.Id, change.Key.Parent is { } parent ? new Handle(parent, delete.Actual.ParentId) : null)
        : new Handle(change.Key, change.Id, ParentOf(change.Key));

    private Handle? ParentOf(EntityKey key)
    {
        if (key.Parent is not { } parent)
        {
            return null;
        }

        // Many live in one: it is told once.
        var id = _bound.GetValueOrDefault(key)?.ParentId ?? _bound.GetValueOrDefault(parent)?.Actual?.Id;
        return _parents.TryGetValue(parent, out var known) && known.Id == id ? known : _parents[parent] = new Handle(parent, id, ParentOf(parent));
    }

    private static (EntityKey, Reference?) Create(EntityKey key) => (key, null);
}
