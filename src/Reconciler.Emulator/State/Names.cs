namespace Reconciler.Emulator.State;

/// <summary>Names of Graph's types, navigation properties and members that more than one file speaks of.</summary>
internal static class Names
{
    public const string Catalog = "accessPackageCatalog";
    public const string Package = "accessPackage";
    public const string Policy = "accessPackageAssignmentPolicy";
    public const string Question = "accessPackageQuestion";
    public const string StageSetting = "customExtensionStageSetting";
    public const string CalloutExtension = "customCalloutExtension";
    public const string Resource = "accessPackageResource";
    public const string ResourceRole = "accessPackageResourceRole";
    public const string ResourceScope = "accessPackageResourceScope";
    public const string RoleScope = "accessPackageResourceRoleScope";
    public const string ResourceRequest = "accessPackageResourceRequest";
    public const string Assignment = "accessPackageAssignment";
    public const string Subject = "accessPackageSubject";
    public const string Settings = "entitlementManagementSettings";
    public const string User = "user";
    public const string Group = "group";

    public const string AccessPackages = "accessPackages";
    public const string AssignmentPolicies = "assignmentPolicies";
    public const string ResourceRoleScopes = "resourceRoleScopes";
    public const string Resources = "resources";
    public const string Roles = "roles";
    public const string Scopes = "scopes";
    public const string Questions = "questions";
    public const string StageSettings = "customExtensionStageSettings";
    public const string CustomExtension = "customExtension";

    public const string CatalogLink = "catalogId";
    public const string ResourceLink = "resourceId";
    public const string RoleLink = "roleId";
    public const string ScopeLink = "scopeId";
    public const string PackageLink = "accessPackageId";
    public const string PolicyLink = "assignmentPolicyId";
    public const string TargetLink = "targetId";
    public const string ManagerLink = "managerId";
    public const string Owners = "owners";
    public const string GroupMembers = "members";

    public const string AadGroup = "AadGroup";
}
