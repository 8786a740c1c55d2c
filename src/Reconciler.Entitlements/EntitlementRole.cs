namespace Reconciler.Entitlements;

/// <summary>The roles of entitlement management itself (contract 3).</summary>
public enum EntitlementRole
{
    CatalogOwner,
    CatalogReader,
    AccessPackageManager,
    AssignmentManager,

    /// <summary>Of the tenant.</summary>
    CatalogCreator,

    /// <summary>Of the tenant.</summary>
    ConnectedOrganizationAdministrator,
}
