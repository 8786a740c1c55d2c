using Reconciler.Entitlements;

namespace Reconciler.Graph.Reading;

/// <summary>What people call everything whose id a tenant holds: objects of the directory, sites, and entities beside the one that names them.</summary>
/// <param name="unasked">Kinds of entities that could not be asked for, and ids likewise: nobody may be called deleted because of that.</param>
internal sealed class TenantNames(DirectoryNames directory, IReadOnlyDictionary<string, Reference> entities, Func<Reference, bool> unasked)
{
    private EntityReferences? _inPackages;

    /// <summary>The same names, for another thread.</summary>
    public TenantNames Apart() => new(directory, entities, unasked);

    /// <summary>The entity with the names of what it names. On one thread at a time.</summary>
    public ActualEntity Named(ActualEntity actual)
    {
        var entity = Named(actual.Entity);
        return ReferenceEquals(entity, actual.Entity) ? actual : actual with { Entity = entity };
    }

    public Entity Named(Entity entity) => entity is AccessPackage or AssignmentPolicy
        ? (_inPackages ??= new EntityReferences(Of)).Each(entity)

        // Of those who hold roles and of sponsors nothing but the directory tells what they are.
        : EntityReferences.Each(entity, OfAnyKind);

    /// <summary>What bears the id; dangling where nothing does.</summary>
    private Reference Of(Reference held)
    {
        if (held.Id is not { } id || held.Kind == ReferenceKind.Site)
        {
            return held;
        }

        return held.Kind.IsOfDirectory() ? directory.Of(held.Kind, id)
            : entities.GetValueOrDefault(id) is { } known && known.Kind == held.Kind ? known
            : unasked(held) ? held with { Name = id }
            : held;
    }

    private Reference OfAnyKind(Reference held) => held is { Kind: ReferenceKind.User, Id: { } id } ? directory.Principal(id) : Of(held);
}
