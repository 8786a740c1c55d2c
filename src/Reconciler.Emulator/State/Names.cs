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
    public const string ServicePrincipal = "servicePrincipal";
    public const string Site = "site";
    public const string Environment = "accessPackageResourceEnvironment";
    public const string ConnectedOrganization = "connectedOrganization";
    public const string RoleAssignment = "unifiedRoleAssignment";
    public const string RoleDefinition = "unifiedRoleDefinition";
    public const string AppScope = "appScope";
    public const string AssignmentRequest = "accessPackageAssignmentRequest";
    public const string RequestExtension = "accessPackageAssignmentRequestWorkflowExtension";
    public const string AssignmentExtension = "accessPackageAssignmentWorkflowExtension";
    public const string DirectoryObject = "directoryObject";

    public const string AccessPackages = "accessPackages";
    public const string AssignmentPolicies = "assignmentPolicies";
    public const string ResourceRoleScopes = "resourceRoleScopes";
    public const string Resources = "resources";
    public const string Roles = "roles";
    public const string Scopes = "scopes";
    public const string Questions = "questions";
    public const string StageSettings = "customExtensionStageSettings";
    public const string CustomExtension = "customExtension";
    public const string Extensions = "customWorkflowExtensions";
    public const string IncompatiblePackages = "incompatibleAccessPackages";
    public const string IncompatibleGroups = "incompatibleGroups";
    public const string IncompatibleWith = "accessPackagesIncompatibleWith";
    public const string InternalSponsors = "internalSponsors";
    public const string ExternalSponsors = "externalSponsors";
    public const string Sponsors = "sponsors";

    public const string CatalogLink = "catalogId";
    public const string ResourceLink = "resourceId";
    public const string RoleLink = "roleId";
    public const string ScopeLink = "scopeId";
    public const string PackageLink = "accessPackageId";
    public const string PolicyLink = "assignmentPolicyId";
    public const string TargetLink = "targetId";
    public const string ManagerLink = "managerId";
    public const string EnvironmentLink = "environmentId";
    public const string AssignmentLink = "assignmentId";
    public const string RequestorLink = "requestorId";
    public const string Owners = "owners";
    public const string GroupMembers = "members";

    public const string AadGroup = "AadGroup";
    public const string AadApplication = "AadApplication";
    public const string SharePointOnline = "SharePointOnline";

    /// <summary>Facts about the directory that Graph does not show with the object: see <see cref="Layout.Unsent"/>.</summary>
    public const string ManagedByPim = "isManagedByPim";
    public const string SiteRoles = "siteRoles";
    public const string SiteEnvironment = "environment";

    /// <summary>When the emulator made an object, and when a role of a resource last left a package; kept only where a delay asks for it.</summary>
    public const string AcceptedAt = "acceptedDateTime";
    public const string RevokedAt = "lastRevokedDateTime";

    /// <summary>What v1.0 does not show of a policy (contract 7.1).</summary>
    public const string VerifiedId = "verifiableCredentialSettings";
}
