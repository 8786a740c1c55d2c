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

    public Task<TenantSnapshot> ReadAsync(CancellationToken cancellationToken) => Task.FromResult(Snapshot);

    public Task<Resolution> ResolveAsync(IReadOnlyCollection<Reference> references, CancellationToken cancellationToken) => throw new NotSupportedException();

    public Task<EquatableArray<Assignment>> ReadAssignmentsAsync(IReadOnlyCollection<string> packageIds, CancellationToken cancellationToken) => throw new NotSupportedException();

    public Task<string?> WriteAsync(TenantWrite write, CancellationToken cancellationToken)
    {
        if (Fails(write) is { } before)
        {
            throw before;
        }

        Writes.Add(write);
        var id = Do(write);
        return FailsAfter(write) is { } after ? throw after : Task.FromResult(id);
    }

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
            case TenantWrite.AddResource add:
                Change(add.Catalog, held => ((Catalog)held) with { Resources = Joined(((Catalog)held).Resources.Value, add.Resource) });
                break;
            case TenantWrite.RemoveResource remove:
                Assert.DoesNotContain(_held.Values, e => e.ParentId == remove.Catalog.Id && e.Entity is AccessPackage p && p.ResourceRoles.Value.Any(r => r.Resource.Equals(remove.Resource)));
                Change(remove.Catalog, held => ((Catalog)held) with { Resources = Left(((Catalog)held).Resources.Value, remove.Resource) });
                break;
            case TenantWrite.AddResourceRole add:
                Assert.Contains(add.Role.Resource, ((Catalog)_held[$"Catalog {add.Catalog.RequiredId}"].Entity).Resources.Value);
                Change(add.Package, held => ((AccessPackage)held) with { ResourceRoles = Joined(((AccessPackage)held).ResourceRoles.Value, add.Role) });
                break;
            case TenantWrite.RemoveResourceRole remove:
                Change(remove.Package, held => ((AccessPackage)held) with { ResourceRoles = Left(((AccessPackage)held).ResourceRoles.Value, remove.Role) });
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

        var table = Language.Of(declared.Key.Kind);
        var made = (Entity)table.Settings.Aggregate((object)declared, (owner, field) =>
            field.Shape is Shape.ListOf || field.Get(owner) is null ? field.Default is { } @default ? field.With(owner, @default) : owner : owner);
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
            _ => held,
        }
        : entity;

    private static EquatableArray<T> Joined<T>(EquatableArray<T> items, T item)
    {
        Assert.DoesNotContain(item, items);
        return [.. items, item];
    }

    private static EquatableArray<T> Left<T>(EquatableArray<T> items, T item)
    {
        Assert.Contains(item, items);
        return items.Where(i => !Equals(i, item)).ToEquatableArray();
    }
}
