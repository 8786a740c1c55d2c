namespace Reconciler.Entitlements;

/// <summary>A write that was sent to a tenant. Every handle in it has its id.</summary>
/// <param name="Id">The id of what it made; null where it made nothing.</param>
/// <param name="IsMade">Whether it succeeded. What a failed one has done all the same is not known.</param>
public sealed record SentWrite(TenantWrite Write, string? Id, bool IsMade);
