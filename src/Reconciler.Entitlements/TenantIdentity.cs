namespace Reconciler.Entitlements;

/// <summary>Which tenant it is.</summary>
/// <param name="Id">The directory's id.</param>
public sealed record TenantIdentity(string Id, string DisplayName);
