namespace Reconciler.Entitlements;

/// <summary>What the tool remembers of one entity it manages: the id behind a name. Children follow their parent's id, so that a renamed package keeps its policies.</summary>
/// <param name="ParentId">The tenant's id of what it lives in; null for what lives in the tenant itself.</param>
public sealed record Binding(EntityKind Kind, string Id, string? ParentId, string Name)
{
    /// <summary>Whether nothing may delete it, not even the removal of its declaration.</summary>
    public bool IsProtected { get; init; }
}
