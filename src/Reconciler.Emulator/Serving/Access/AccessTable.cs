namespace Reconciler.Emulator.Serving.Access;

/// <summary>
/// Which route needs which grant (contract 1.8, 3). The row that says most about an address holds; what has no row is not imitated and says so.
/// Any one of a row's grants suffices. Catalog roles are beside it: <see cref="CatalogRights"/>.
/// </summary>
internal static class AccessTable
{
    private const string Management = "/identityGovernance/entitlementManagement";
    private const string SubjectAccess = "EntitlementMgmt-SubjectAccess.ReadWrite";

    private static readonly string[] ReadManagement = ["EntitlementManagement.Read.All", "EntitlementManagement.ReadWrite.All"];
    private static readonly string[] WriteManagement = ["EntitlementManagement.ReadWrite.All"];
    private static readonly string[] ReadRoles = [.. ReadManagement, "RoleManagement.Read.Directory", "RoleManagement.Read.All", "RoleManagement.ReadWrite.Directory"];
    private static readonly string[] WriteRoles = [.. WriteManagement, "RoleManagement.ReadWrite.Directory"];

    private static readonly string[] ReadDirectory = ["Directory.Read.All", "Directory.ReadWrite.All"];
    private static readonly string[] WriteDirectory = ["Directory.ReadWrite.All"];
    private static readonly string[] ReadUsers = ["User.ReadBasic.All", "User.Read.All", "User.ReadWrite.All", .. ReadDirectory];
    private static readonly string[] WriteUsers = ["User.ReadWrite.All", .. WriteDirectory];
    private static readonly string[] ReadGroups = ["GroupMember.Read.All", "GroupMember.ReadWrite.All", "Group.Read.All", "Group.ReadWrite.All", .. ReadDirectory];
    private static readonly string[] WriteGroups = ["Group.ReadWrite.All", .. WriteDirectory];
    private static readonly string[] ReadApplications = ["Application.Read.All", "Application.ReadWrite.All", .. ReadDirectory];
    private static readonly string[] WriteApplications = ["Application.ReadWrite.All", .. WriteDirectory];
    private static readonly string[] ReadSites = ["Sites.Read.All", "Sites.ReadWrite.All", "Sites.Manage.All", "Sites.FullControl.All"];
    private static readonly string[] WriteSites = ["Sites.ReadWrite.All", "Sites.Manage.All", "Sites.FullControl.All"];
    private static readonly string[] ReadObjects = [.. ReadUsers.Union(ReadGroups).Union(ReadApplications)];

    private static readonly AccessRow[] Rows =
    [
        Managed(Management),
        Managed(Management + "/assignmentRequests") with { Delegated = [SubjectAccess] },
        Managed(Management + "/accessPackages/filterByCurrentUser*") with { Delegated = [SubjectAccess], NeedsUser = true },
        Managed(Management + "/accessPackages/{}/getApplicablePolicyRequirements") with { Delegated = [SubjectAccess, .. ReadManagement], NeedsUser = true },
        Managed(Management + "/assignments/filterByCurrentUser*") with { Delegated = [SubjectAccess], NeedsUser = true },
        Managed(Management + "/assignments/additionalAccess*") with { NeedsUser = true },
        Managed(Management + "/assignmentRequests/filterByCurrentUser*") with { Delegated = [SubjectAccess], NeedsUser = true },
        Managed(Management + "/accessPackageAssignmentApprovals") with { NeedsUser = true },
        new("/roleManagement/entitlementManagement", ReadRoles, WriteRoles) { IsEntitlementManagement = true },

        new("/users", ReadUsers, WriteUsers),
        new("/groups", ReadGroups, WriteGroups),
        new("/groups/{}/members", ReadGroups, ["GroupMember.ReadWrite.All", .. WriteGroups]),
        new("/servicePrincipals*", ReadApplications, WriteApplications),
        new("/applications*", ReadApplications, WriteApplications),
        new("/sites", ReadSites, WriteSites),
        new("/directoryObjects", ReadObjects, WriteDirectory),
        new("/directoryObjects/getByIds", ReadObjects, ReadObjects),
        new("/organization", ["Organization.Read.All", "Organization.ReadWrite.All", .. ReadObjects], ["Organization.ReadWrite.All"]) { Delegated = ["User.Read"] },
        new("/invitations", [], ["User.Invite.All", .. WriteUsers]),
        new("/auditLogs", ["AuditLog.Read.All"], []),
        new("/roleManagement/directory", ["RoleManagement.Read.Directory", "RoleManagement.Read.All", "RoleManagement.ReadWrite.Directory", .. ReadDirectory], ["RoleManagement.ReadWrite.Directory"]),
        new("/policies", ["Policy.Read.All"], ["Policy.ReadWrite.CrossTenantAccess"]),
        new("/identityGovernance/accessReviews", ["AccessReview.Read.All", "AccessReview.ReadWrite.All"], ["AccessReview.ReadWrite.All"]),
    ];

    /// <summary>Every grant of the table, for the client that may do everything.</summary>
    public static IEnumerable<string> AllGrants => Rows.SelectMany(row => row.Reading.Concat(row.Writing)).Append("Sites.FullControl.All").Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal);

    public static AccessRow? RowFor(IReadOnlyList<string> segments) => Rows.Where(row => row.Covers(segments)).MaxBy(row => row.Depth);

    private static AccessRow Managed(string path) => new(path, ReadManagement, WriteManagement) { IsEntitlementManagement = true };
}
