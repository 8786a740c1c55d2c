using Reconciler.Entitlements.Fields;

namespace Reconciler.Entitlements;

/// <summary>One entity as written: the entity, what shall become of it, and how it is told from others.</summary>
public sealed record Declaration
{
    public required Entity Entity { get; init; }

    public Ensure Ensure { get; init; } = Ensure.Present;

    /// <summary>The tenant's id of it, where the file gives one; it decides over the name.</summary>
    public string? Id { get; init; }

    /// <summary>The name that it has in the tenant, where the workspace calls it otherwise because another has that name too; null where both are one.</summary>
    public string? DisplayName { get; init; }

    /// <summary>Former names, consulted only while nothing bears the current one.</summary>
    public EquatableArray<string> Previously { get; init; } = [];

    /// <summary>Whether it must not be deleted; not written, it stays as an earlier run recorded it.</summary>
    public Setting<bool> Protect { get; init; }

    /// <summary>Of a catalog: whether what is in it and nobody declared or bound is deleted too.</summary>
    public bool Prune { get; init; }

    /// <summary>Of a tombstone: whether its assignments are to be removed first.</summary>
    public bool Drain { get; init; }

    /// <summary>For rules only, never sent.</summary>
    public EquatableArray<string> Labels { get; init; } = [];

    public EntityKey Key => Entity.Key;

    /// <summary>The name that it is to have in the tenant.</summary>
    public string TenantName => DisplayName ?? Key.Name;
}
