namespace Reconciler.Entitlements;

/// <summary>The kinds of access that a run can need to a tenant, in the order in which they are shown. What grants them is the adapter's knowledge.</summary>
public enum AccessKind
{
    /// <summary>To tell which tenant it is.</summary>
    ReadTenant,

    /// <summary>To read what can be managed.</summary>
    ReadManagement,

    /// <summary>To write what can be managed.</summary>
    WriteManagement,

    /// <summary>To write a policy that assigns without a request.</summary>
    AssignAutomatically,

    /// <summary>To give and take roles of entitlement management.</summary>
    WriteRoles,

    /// <summary>To find users by name, and the names of their ids.</summary>
    ReadUsers,

    ReadGroups,

    /// <summary>To find applications and service principals.</summary>
    ReadApplications,

    ReadSites,

    /// <summary>To bring a group into a catalog, or take it out.</summary>
    AddGroups,

    /// <summary>The same with an application.</summary>
    AddApplications,

    /// <summary>The same with a site.</summary>
    AddSites,
}
