using System.Collections.Immutable;
using Reconciler.Entitlements;
using Reconciler.Entitlements.Fields;

namespace Reconciler.UnitTests.Applying;

/// <summary>A tenant that does what it is told, keeps what became of it, and fails where a test wants it to.</summary>
internal sealed class RecordingTenant(TenantSnapshot start) : ITenant
{
    private readonly Dictionary<string, ActualEntity> _held = start.Entities.ToDictionary(e => $"{e.Entity.Key.Kind} {e.Id}");
    private int _minted;

    public List<TenantWrite> Writes { get; } = [];

    /// <summary>Asked before each write; what it returns is thrown.</summary>
    public Func<TenantWrite, Exception?> Fails { get; set; } = _ => null;

    /// <summary>Asked after each write, which has then been made.</summary>
    public Func<TenantWrite, Exception?> FailsAfter { get; set; } = _ => null;

    public TenantSnapshot Snapshot => start with { Entities = _held.Values.ToEquatableArray() };

    public Task<TenantIdentity> IdentifyAsync(CancellationToken cancellationToken) => Task.FromResult(new TenantIdentity(start.TenantId, start.DisplayName));

    public Task<TenantSnapshot> ReadAsync(TenantPart part, CancellationToken cancellationToken) => Task.FromResult(Snapshot);

    public Task<Resolution> ResolveAsync(IReadOnlyCollection<Reference> references, CancellationToken cancellationToken) => throw new NotSupportedException();

    public Task<EquatableArray<Assignment>> ReadAssignmentsAsync(IReadOnlyCollection<string> packageIds, CancellationToken cancellationToken) => throw new NotSupportedException();

    public Task<Written> WriteAsync(TenantWrite write, CancellationToken cancellationToken)
    {
        if (Fails(write) is { } before)
        {
            throw before;
        }

        Writes.Add(write);
        var id = Do(write);
        return FailsAfter(write) is { } after ? throw after : Task.FromResult(new Written(id));
    }

    public Task<TenantSnapshot> ReadAgainAsync(TenantPart part, TenantSnapshot before, IReadOnlyCollection<SentWrite> sent, CancellationToken cancellationToken) => Task.FromResult(Snapshot);

    private string? Do(TenantWrite write)
    {
        switch (write)
        {
            case TenantWrite.Create create:
                return Create(create.Declared, create.Parent?.RequiredId);
            case TenantWrite.Update update:
                Change(update.Target, held => Renamed(Over(held, update.Changes), held, update));
                break;
            case TenantWrite.Delete delete:
                Assert.True(_held.Remove($"{delete.Target.Key.Kind} {delete.Target.RequiredId}"));
                Assert.DoesNotContain(_held.Values, e => e.ParentId == delete.Target.Id && e.Entity is AccessPackage);
                break;
            case TenantWrite.AddItem add:
                if (add.Item is ListItem.RoleOf role)
                {
                    var catalog = (Catalog)_held[$"Catalog {add.Target.Parent?.RequiredId}"].Entity;
                    Assert.Contains(role.Names, catalog.Resources.Value.Select(r => r.Resource));
                }

                Assert.True(add.Item.Names.Id is not null, $"{add.Item}");
                Change(add.Target, held => WithItems(held, add.Item, (items, item) => items.Contains(item) ? throw new InvalidOperationException($"{item} twice") : items.Add(item)));
                break;
            case TenantWrite.ChangeItem change:
                Change(change.Target, held => WithItems(held, change.Item, (items, item) => items.Replace(items.Single(i => Name(i).Equals(Name(item))), item)));
                break;
            case TenantWrite.RemoveItem remove:
                if (remove.Item is ListItem.ResourceOf)
                {
                    Assert.DoesNotContain(_held.Values, e => e.ParentId == remove.Target.Id && e.Entity is AccessPackage p && p.ResourceRoles.Value.Any(r => r.Resource.Equals(remove.Item.Names)));
                }

                Change(remove.Target, held => WithItems(held, remove.Item, (items, item) => items.Remove(items.Single(i => i.Equals(item)))));
                break;
        }

        return null;
    }

    private string Create(Entity declared, string? parent)
    {
        string id;
        do
        {
            id = $"new-{++_minted}";
        }
        while (_held.Values.Any(e => e.Id == id));

        // Value lists are written by writes of their own.
        var made = Language.Of(declared.Key.Kind).Leaves.Aggregate(declared, (entity, leaf) =>
            leaf.IsValueList ? leaf.With(entity, ((Shape.ListOf)leaf.Field.Shape).Pack([]))
            : leaf.Get(entity) is null && leaf.Field.Default is { } @default ? leaf.With(entity, @default)
            : entity);
        _held[$"{declared.Key.Kind} {id}"] = new ActualEntity(made, id, parent);
        return id;
    }

    private void Change(Handle target, Func<Entity, Entity> change)
    {
        var at = $"{target.Key.Kind} {target.RequiredId}";
        _held[at] = _held[at] with { Entity = change(_held[at].Entity) };
    }

    private static Entity Over(Entity held, Entity written) => (Entity)Language.Of(held.Key.Kind).Settings
        .Aggregate((object)held, (owner, field) => field.Get(written) is { } value ? field.With(owner, value) : owner);

    private static Entity Renamed(Entity entity, Entity held, TenantWrite.Update update) => update.Renames
        ? entity switch
        {
            Catalog c => c with { Name = update.Target.Key.Name },
            AccessPackage p => p with { Name = update.Target.Key.Name },
            AssignmentPolicy p => p with { Name = update.Target.Key.Name },
            ConnectedOrganization o => o with { Name = update.Target.Key.Name },
            CustomExtension e => e with { Name = update.Target.Key.Name },
            _ => held,
        }
        : entity;

    /// <summary>The entity with the list changed that the item stands in, which the table tells.</summary>
    private static Entity WithItems(Entity held, ListItem item, Func<ImmutableArray<object>, object, ImmutableArray<object>> change)
    {
        object value = item switch { ListItem.ResourceOf of => of.Resource, ListItem.RoleOf of => of.Role, _ => item.Names };
        var leaf = Language.Of(held.Key.Kind).Leaves.Single(l => l.Field.Item is { } make && value.GetType() == ((Shape.ListOf)l.Field.Shape).Pack([]).GetType().GenericTypeArguments[0] && make(value).Equals(item));
        var list = (Shape.ListOf)leaf.Field.Shape;
        return leaf.With(held, list.Pack(change(leaf.Get(held) is { } items ? list.Unpack(items) : [], value)));
    }

    private static Reference Name(object item) => item is CatalogResource resource ? resource.Resource : (Reference)item;
}
