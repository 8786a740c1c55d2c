namespace Reconciler.Graph.Http;

/// <summary>The paths that are used, relative to the version's root.</summary>
internal static class GraphPath
{
    public const string Batch = "$batch";
    public const string Directory = "directoryObjects/getByIds";
    public const string Settings = EntitlementManagement + "settings";
    public const string Catalogs = EntitlementManagement + "catalogs";
    public const string Packages = EntitlementManagement + "accessPackages";
    public const string Policies = EntitlementManagement + "assignmentPolicies";
    public const string Assignments = EntitlementManagement + "assignments";
    public const string ResourceRequests = EntitlementManagement + "resourceRequests";

    private const string EntitlementManagement = "identityGovernance/entitlementManagement/";

    public static string Catalog(string id) => $"{Catalogs}/{OData.Segment(id)}";

    public static string Package(string id) => $"{Packages}/{OData.Segment(id)}";

    public static string Policy(string id) => $"{Policies}/{OData.Segment(id)}";

    public static string ResourcesOf(string catalogId) => $"{Catalog(catalogId)}/resources";

    public static string ResourceRolesOf(string catalogId, string resourceId) =>
        $"{Catalog(catalogId)}/resourceRoles?" + OData.Filter($"(originSystem eq 'AadGroup' and resource/id eq {OData.Literal(resourceId)})");

    public static string RoleScopesOf(string packageId) => $"{Package(packageId)}?$expand=resourceRoleScopes($expand=role,scope)";
}
