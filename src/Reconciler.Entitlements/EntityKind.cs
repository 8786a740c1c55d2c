namespace Reconciler.Entitlements;

/// <summary>The kinds of entity, parents before what lives in them or names them.</summary>
public enum EntityKind
{
    Settings,
    TenantRoles,
    ConnectedOrganization,
    Catalog,
    CustomExtension,
    AccessPackage,
    AssignmentPolicy,
    DirectAssignment,
}
