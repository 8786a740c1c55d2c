using System.Collections.Frozen;
using Reconciler.Entitlements;

namespace Reconciler.Graph.Granting;

/// <summary>Which grants give which kind of access, a row a kind (contract 1.8, 3, 4.2, 7.8, 15).</summary>
internal static class GrantTable
{
    private const string ReadManagement = "EntitlementManagement.Read.All";
    private const string WriteManagement = "EntitlementManagement.ReadWrite.All";
    private const string Governing = "Identity Governance Administrator";
    private const string GoverningOrRole = $"{Governing}, or a role in each of the catalogs";

    private const string GlobalAdministrator = "62e90394-69f5-4237-9190-012177145e10";
    private const string GovernanceAdministrator = "45d8d3c5-c802-45c6-b32a-1d70b5e1e86e";
    private const string GroupsAdministrator = "fdd7a751-b60b-444a-984c-02652fe8fa1c";
    private const string ApplicationAdministrator = "9b895d92-2cd3-44c7-9d02-a6ac2d5ea5c3";
    private const string CloudApplicationAdministrator = "158c047a-c907-4556-b7ef-446551a6b5f7";
    private const string SharePointAdministrator = "f28a1f50-f6e7-4571-818b-6a12f2af6b6c";

    private static readonly string[] Directory = ["Directory.Read.All", "Directory.ReadWrite.All"];
    private static readonly FrozenSet<string> Governance = Set(GlobalAdministrator, GovernanceAdministrator);

    private static readonly GrantRow[] Rows =
    [
        new(AccessKind.ReadTenant, new("Organization.Read.All", "User.Read", null),
            Set(["Organization.Read.All", "Organization.ReadWrite.All", "User.Read", "User.ReadWrite", .. Directory])),

        new(AccessKind.ReadManagement, new(ReadManagement, ReadManagement, GoverningOrRole), Set(ReadManagement, WriteManagement)) { Roles = Governance },
        new(AccessKind.WriteManagement, new(WriteManagement, WriteManagement, GoverningOrRole), Set(WriteManagement)) { Roles = Governance },

        // A person who owns the catalog may not; an application in a role of it may.
        new(AccessKind.AssignAutomatically, new(WriteManagement, WriteManagement, Governing), Set(WriteManagement)) { Roles = Governance },
        new(AccessKind.WriteRoles, new(WriteManagement, WriteManagement, GoverningOrRole), Set(WriteManagement, "RoleManagement.ReadWrite.Directory")) { Roles = Governance },

        Read(AccessKind.ReadUsers, "User.ReadBasic.All", "User.Read.All", "User.ReadWrite.All"),
        Read(AccessKind.ReadGroups, "GroupMember.Read.All", "GroupMember.ReadWrite.All", "Group.Read.All", "Group.ReadWrite.All"),
        Read(AccessKind.ReadApplications, "Application.Read.All", "Application.ReadWrite.All") with { Perhaps = Set("Application.ReadWrite.OwnedBy") },
        new(AccessKind.ReadSites, new("Sites.Read.All", "Sites.Read.All", null), Set("Sites.Read.All", "Sites.ReadWrite.All", "Sites.Manage.All", "Sites.FullControl.All"))
        {
            Perhaps = Set("Sites.Selected"),
        },

        Add(AccessKind.AddGroups, "Group.ReadWrite.All", "owner of each group, or Groups Administrator", GroupsAdministrator) with { Perhaps = Set("Directory.ReadWrite.All") },
        Add(AccessKind.AddApplications, "Application.ReadWrite.All", "owner of each application, or Cloud Application Administrator", ApplicationAdministrator, CloudApplicationAdministrator) with
        {
            Perhaps = Set("Directory.ReadWrite.All"),
        },
        Add(AccessKind.AddSites, "Sites.FullControl.All", "administrator of each site, or SharePoint Administrator", SharePointAdministrator),
    ];

    private static readonly FrozenDictionary<AccessKind, GrantRow> ByKind = Rows.ToFrozenDictionary(row => row.Kind);

    public static GrantRow Of(AccessKind kind) => ByKind[kind];

    private static GrantRow Read(AccessKind kind, string least, params string[] others) =>
        new(kind, new(least, least, null), Set([least, .. others, .. Directory]));

    private static GrantRow Add(AccessKind kind, string grant, string role, params string[] roles) =>
        new(kind, new(grant, null, role), Set(grant)) { Roles = Set([GlobalAdministrator, .. roles]) };

    private static FrozenSet<string> Set(params string[] words) => words.ToFrozenSet(StringComparer.OrdinalIgnoreCase);
}
