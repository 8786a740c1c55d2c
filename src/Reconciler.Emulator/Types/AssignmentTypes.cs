using static Reconciler.Emulator.Types.Notation;

namespace Reconciler.Emulator.Types;

/// <summary>Assignments, their subjects and where outside subjects come from (contract 9, 11, 14).</summary>
internal static class AssignmentTypes
{
    public static readonly GraphType[] All =
    [
        AbstractComplex("identitySource"),
        Entity("accessPackageAssignment : entity",
            "customExtensionCalloutInstances: customExtensionCalloutInstance[]?",
            "expiredDateTime: DateTimeOffset?",
            "schedule: entitlementManagementSchedule?",
            "state: accessPackageAssignmentState?",
            "status: String?",
            "nav accessPackage: accessPackage?",
            "nav assignmentPolicy: accessPackageAssignmentPolicy?",
            "nav target: accessPackageSubject?"),
        Entity("accessPackageSubject : entity",
            "displayName: String?",
            "email: String?",
            "objectId: String?",
            "onPremisesSecurityIdentifier: String?",
            "principalName: String?",
            "subjectLifecycle: accessPackageSubjectLifecycle",
            "subjectType: accessPackageSubjectType?",
            "nav connectedOrganization: connectedOrganization?"),
        Complex("azureActiveDirectoryTenant : identitySource",
            "displayName: String?",
            "tenantId: String?"),
        Entity("connectedOrganization : entity",
            "createdDateTime: DateTimeOffset?",
            "description: String?",
            "displayName: String?",
            "identitySources: identitySource[]?",
            "modifiedDateTime: DateTimeOffset?",
            "state: connectedOrganizationState?",
            "nav externalSponsors: directoryObject[]?",
            "nav internalSponsors: directoryObject[]?"),
        Complex("crossCloudAzureActiveDirectoryTenant : identitySource",
            "cloudInstance: String",
            "displayName: String?",
            "tenantId: String?"),
        Complex("domainIdentitySource : identitySource",
            "displayName: String?",
            "domainName: String?"),
        Complex("externalDomainFederation : identitySource",
            "displayName: String?",
            "domainName: String?",
            "issuerUri: String?"),
        Complex("socialIdentitySource : identitySource",
            "displayName: String?",
            "socialIdentitySourceType: socialIdentitySourceType"),
    ];
}
