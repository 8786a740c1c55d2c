using static Reconciler.Emulator.Types.Notation;

namespace Reconciler.Emulator.Types;

/// <summary>Catalogs, access packages and the settings of the tenant (contract 2, 5, 12).</summary>
internal static class CatalogTypes
{
    public static readonly GraphType[] All =
    [
        AbstractEntity("entity",
            "id: String"),
        Entity("accessPackageCatalog : entity",
            "catalogType: accessPackageCatalogType?",
            "createdDateTime: DateTimeOffset?",
            "description: String?",
            "displayName: String?",
            "isExternallyVisible: Boolean?",
            "modifiedDateTime: DateTimeOffset?",
            "state: accessPackageCatalogState?",
            "nav accessPackages: accessPackage[]?",
            "nav customWorkflowExtensions: customCalloutExtension[]?",
            "nav resourceRoles: accessPackageResourceRole[]?",
            "nav resources: accessPackageResource[]?",
            "nav resourceScopes: accessPackageResourceScope[]?"),
        Entity("accessPackage : entity",
            "createdDateTime: DateTimeOffset?",
            "description: String?",
            "displayName: String?",
            "isHidden: Boolean?",
            "modifiedDateTime: DateTimeOffset?",
            "nav accessPackagesIncompatibleWith: accessPackage[]?",
            "nav assignmentPolicies: accessPackageAssignmentPolicy[]?",
            "nav catalog: accessPackageCatalog?",
            "nav incompatibleAccessPackages: accessPackage[]?",
            "nav incompatibleGroups: group[]?",
            "nav resourceRoleScopes: accessPackageResourceRoleScope[]?"),
        Entity("entitlementManagementSettings : entity",
            "durationUntilExternalUserDeletedAfterBlocked: Duration?",
            "externalUserLifecycleAction: accessPackageExternalUserLifecycleAction?"),
    ];
}
