namespace Reconciler.Entitlements;

/// <summary>An entity as the tenant has it: every setting written, every reference bound.</summary>
/// <param name="Id">The tenant's id.</param>
/// <param name="ParentId">The id of what it lives in; null for what lives in the tenant itself.</param>
public sealed record ActualEntity(Entity Entity, string Id, string? ParentId)
{
    /// <summary>The service made it and does not let it be deleted: the General catalog.</summary>
    public bool IsBuiltIn { get; init; }

    /// <summary>Its name in the tenant, where the workspace calls it otherwise; null where both are one.</summary>
    public string? DisplayName { get; init; }

    /// <summary>What the tenant calls it.</summary>
    public string TenantName => DisplayName ?? Entity.Key.Name;

    /// <summary>What it holds that the language has no word for yet, in words for people.</summary>
    public EquatableArray<string> Unmodelled { get; init; } = [];
}
