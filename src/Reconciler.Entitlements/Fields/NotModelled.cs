using System.Collections.Immutable;

namespace Reconciler.Entitlements.Fields;

/// <summary>A member of Graph's that no key of the language stands for, and why. What is neither in the tables nor here was forgotten.</summary>
/// <param name="Member">As <c>type.member</c>.</param>
public sealed record NotModelled(string Member, string Reason)
{
    public static ImmutableArray<NotModelled> All { get; } =
    [
        .. Because(
            "The service fills it in; it says nothing about what is wanted.",
            "accessPackage.createdDateTime", "accessPackage.modifiedDateTime", "accessPackageAssignmentPolicy.createdDateTime",
            "accessPackageAssignmentPolicy.modifiedDateTime", "accessPackageAssignmentRequestWorkflowExtension.createdBy",
            "accessPackageAssignmentRequestWorkflowExtension.createdDateTime",
            "accessPackageAssignmentRequestWorkflowExtension.lastModifiedBy",
            "accessPackageAssignmentRequestWorkflowExtension.lastModifiedDateTime", "accessPackageAssignmentWorkflowExtension.createdBy",
            "accessPackageAssignmentWorkflowExtension.createdDateTime", "accessPackageAssignmentWorkflowExtension.lastModifiedBy",
            "accessPackageAssignmentWorkflowExtension.lastModifiedDateTime", "accessPackageCatalog.createdDateTime",
            "accessPackageCatalog.modifiedDateTime", "accessPackageResource.createdDateTime", "accessPackageResource.modifiedDateTime",
            "accessPackageResourceRoleScope.createdDateTime", "connectedOrganization.createdDateTime",
            "connectedOrganization.modifiedDateTime", "logicAppTriggerEndpointConfiguration.url"),
        .. Because(
            "The service fills it with a name that it knows from elsewhere and that can go stale (contract 6.1, 11).",
            "attributeRuleMembers.description", "connectedOrganizationMembers.description", "groupMembers.description",
            "singleServicePrincipal.description", "singleUser.description", "accessPackageResource.description",
            "accessPackageResourceRole.description", "azureActiveDirectoryTenant.displayName",
            "crossCloudAzureActiveDirectoryTenant.displayName", "domainIdentitySource.displayName", "externalDomainFederation.displayName",
            "socialIdentitySource.displayName"),
        .. Because(
            "Where an entity lives says it, or a list of its own.",
            "accessPackage.assignmentPolicies", "accessPackageAssignment.accessPackage", "accessPackageAssignmentPolicy.accessPackage",
            "accessPackageAssignmentPolicy.catalog", "accessPackageCatalog.accessPackages", "accessPackageCatalog.customWorkflowExtensions",
            "accessPackageCatalog.resourceRoles", "accessPackageCatalog.resourceScopes", "accessPackageResource.roles"),
        .. Because(
            "Another member of the same type says it.",
            "accessPackage.accessPackagesIncompatibleWith", "unifiedRoleAssignment.appScope", "unifiedRoleAssignment.directoryScope",
            "unifiedRoleAssignment.directoryScopeId", "unifiedRoleAssignment.principal", "unifiedRoleAssignment.principalOrganizationId",
            "unifiedRoleAssignment.roleDefinition", "accessPackageResourceRole.originSystem"),
        .. Because(
            "A resource has one scope, its root (contract 4.5).",
            "accessPackageResource.scopes", "accessPackageResourceScope.description", "accessPackageResourceScope.displayName",
            "accessPackageResourceScope.isRootScope", "accessPackageResourceScope.originId", "accessPackageResourceScope.originSystem",
            "accessPackageResourceScope.resource"),
        .. Because(
            "An environment is made elsewhere and only named here (contract 4.6).",
            "accessPackageResourceEnvironment.connectionInfo", "accessPackageResourceEnvironment.createdDateTime",
            "accessPackageResourceEnvironment.description", "accessPackageResourceEnvironment.displayName",
            "accessPackageResourceEnvironment.isDefaultEnvironment", "accessPackageResourceEnvironment.modifiedDateTime",
            "accessPackageResourceEnvironment.originSystem", "accessPackageResourceEnvironment.resources", "connectionInfo.url"),
        .. Because(
            "It is what becomes of an assignment, not what was asked for.",
            "accessPackageAssignment.customExtensionCalloutInstances", "accessPackageAssignment.expiredDateTime",
            "accessPackageAssignment.state", "accessPackageAssignment.status"),
        .. Because(
            "The service decides it: the built-in catalog is General (contract 2).",
            "accessPackageCatalog.catalogType"),
        .. Because(
            "Newer than the portal; reads have it even where nobody set it. A write sends back what was read (contract 7.4).",
            "accessPackageApprovalStage.approverInformationVisibility"),
        .. Because(
            "Of Azure roles, which v1.0 shows in preview (contract 4.1).",
            "accessPackageResourceRole.type"),
        .. Because(
            "Bring-your-own-data reviews have data that no file can hold (contract 4.1).",
            "accessPackageResource.uploadSessions", "customDataProvidedResource.notificationEndpointConfiguration"),
        .. Because(
            "Lifecycle workflows alone use it (contract 6.1).",
            "groupBasedSubjectSet.groups", "ruleBasedSubjectSet.rule"),
        .. Because(
            "Reviews of access packages recur without an end in the cadences of the portal; another recurrence is said and left alone (contract 7.7).",
            "recurrencePattern.firstDayOfWeek", "recurrencePattern.index", "recurrencePattern.month", "recurrenceRange.endDate",
            "recurrenceRange.numberOfOccurrences", "recurrenceRange.recurrenceTimeZone", "recurrenceRange.type"),
        .. Because(
            "Conditions belong to the directory's role management; entitlement management documents none (contract 3).",
            "unifiedRoleAssignment.condition"),
    ];

    private static IEnumerable<NotModelled> Because(string reason, params string[] members) => members.Select(member => new NotModelled(member, reason));
}
