using Reconciler.Entitlements;

namespace Reconciler.Graph.Reading;

/// <summary>What people call everything whose id a tenant holds: objects of the directory, sites, and entities beside the one that names them.</summary>
/// <param name="unasked">Kinds of entities that could not be asked for, and ids likewise: nobody may be called deleted because of that.</param>
internal sealed class TenantNames(DirectoryNames directory, IReadOnlyDictionary<string, Reference> entities, Func<Reference, bool> unasked)
{
    /// <summary>The entity with the names of what it names.</summary>
    public ActualEntity Named(ActualEntity actual)
    {
        // Of those who hold roles and of sponsors nothing but the directory tells what they are.
        Func<Reference, Reference> name = actual.Entity is AccessPackage or AssignmentPolicy ? Of : OfAnyKind;
        var entity = EntityReferences.Each(actual.Entity, name);
        return ReferenceEquals(entity, actual.Entity) ? actual : actual with { Entity = entity };
    }

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
