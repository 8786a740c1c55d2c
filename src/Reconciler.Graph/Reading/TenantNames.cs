using Reconciler.Entitlements;

namespace Reconciler.Graph.Reading;

/// <summary>What people call everything whose id a tenant holds: objects of the directory, sites, and entities beside the one that names them.</summary>
/// <param name="unasked">Kinds of entities that could not be asked for, and ids likewise: nobody may be called deleted because of that.</param>
internal sealed class TenantNames(DirectoryNames directory, IReadOnlyDictionary<string, Reference> entities, Func<Reference, bool> unasked)
{
    public void Name(UnnamedReferences references) => references.Name(Of, Principal);

    /// <summary>What bears the id; dangling where nothing does.</summary>
    private Reference Of(Reference held) => held.Id is not { } id ? held
        : held.Kind.IsOfDirectory() ? directory.Of(held.Kind, id)
        : entities.GetValueOrDefault(id) is { } known && known.Kind == held.Kind ? known
        : unasked(held) ? held with { Name = id }
        : held;

    // Of those who hold roles and of sponsors nothing but the directory tells what they are.
    private Reference Principal(Reference held) => held.Id is { } id ? directory.Principal(id) : held;
}
