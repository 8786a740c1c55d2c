using Reconciler.Entitlements.Fields;

namespace Reconciler.Entitlements;

/// <summary>One entity as written: the entity, what shall become of it, and how it is told from others.</summary>
public sealed record Declaration
{
    public required Entity Entity { get; init; }

    public Ensure Ensure { get; init; } = Ensure.Present;

    /// <summary>The tenant's id of it, where the file gives one; it decides over the name.</summary>
    public string? Id { get; init; }

    /// <summary>Former names, consulted only while nothing bears the current one.</summary>
    public EquatableArray<string> Previously { get; init; } = [];

    public EntityKey Key => Entity.Key;
}
