namespace Reconciler.Entitlements;

/// <summary>A tenant as it was read at one time.</summary>
/// <param name="TenantId">The directory's id.</param>
public sealed record TenantSnapshot(string TenantId, string DisplayName, EquatableArray<ActualEntity> Entities)
{
    /// <summary>What could not be read, in words for people. Nothing is deleted because a read failed: with a gap there is no plan to apply.</summary>
    public EquatableArray<string> Gaps { get; init; } = [];
}
