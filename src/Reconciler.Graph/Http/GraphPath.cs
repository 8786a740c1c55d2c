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
    public const string Organizations = EntitlementManagement + "connectedOrganizations";
    public const string Assignments = EntitlementManagement + "assignments";
    public const string AssignmentRequests = EntitlementManagement + "assignmentRequests";
    public const string ResourceRequests = EntitlementManagement + "resourceRequests";
    public const string RoleAssignments = "roleManagement/entitlementManagement/roleAssignments";
    private const string EntitlementManagement = "identityGovernance/entitlementManagement/";

    public static string Catalog(string id) => $"{Catalogs}/{OData.Segment(id)}";

    public static string Package(string id) => $"{Packages}/{OData.Segment(id)}";

    public static string Policy(string id) => $"{Policies}/{OData.Segment(id)}";

    public static string Organization(string id) => $"{Organizations}/{OData.Segment(id)}";

    public static string ExtensionsOf(string catalogId) => $"{Catalog(catalogId)}/customWorkflowExtensions";

    public static string Extension(string catalogId, string id) => $"{ExtensionsOf(catalogId)}/{OData.Segment(id)}";

    public static string AssignmentRequest(string id) => $"{AssignmentRequests}/{OData.Segment(id)}";

    public static string ResourcesOf(string catalogId) => $"{Catalog(catalogId)}/resources";

    public static string ResourceRolesOf(string catalogId, string originSystem, string resourceId) =>
        $"{Catalog(catalogId)}/resourceRoles?"
        + OData.Filter($"(originSystem eq {OData.Literal(originSystem)} and resource/id eq {OData.Literal(resourceId)})");

    public static string RoleScopesOf(string packageId) => $"{Package(packageId)}?$expand=resourceRoleScopes($expand=role,scope)";

    /// <summary>A site by its address; null for what is no address (contract 15).</summary>
    public static string? Site(string address)
    {
        if (!Uri.TryCreate(address, UriKind.Absolute, out var url) || url.Scheme != Uri.UriSchemeHttps || url.Query.Length + url.Fragment.Length > 0)
        {
            return null;
        }

        var path = string.Join('/', Uri.UnescapeDataString(url.AbsolutePath).Trim('/').Split('/').Select(OData.Segment));
        return path.Length == 0 ? $"sites/{url.Host}" : $"sites/{url.Host}:/{path}";
    }
}
