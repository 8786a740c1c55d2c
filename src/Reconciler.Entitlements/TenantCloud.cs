namespace Reconciler.Entitlements;

/// <summary>The clouds of Microsoft, each with its own addresses for signing in and for Graph.</summary>
public enum TenantCloud
{
    Public,
    UsGov,
    UsGovDod,
    China,
}
