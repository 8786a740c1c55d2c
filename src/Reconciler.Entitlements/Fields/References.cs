namespace Reconciler.Entitlements.Fields;

/// <summary>Finds, and rewrites, every reference that an entity makes, by way of the table: no kind of entity has code for it.</summary>
public static class References
{
    /// <summary>Every reference with the path at which it stands.</summary>
    public static IReadOnlyList<(string Path, Reference Reference)> In(Entity entity)
    {
        List<(string, Reference)> found = [];
        new ReferenceRewriter((path, reference) =>
        {
            found.Add(($"{path}", reference));
            return reference;
        }).Rewrite(entity);
        return found;
    }

    /// <summary>The entity with every reference replaced by what <paramref name="change"/> makes of it.</summary>
    public static Entity Rewrite(Entity entity, Func<Reference, Reference> change) => new ReferenceRewriter((_, reference) => change(reference)).Rewrite(entity);
}
