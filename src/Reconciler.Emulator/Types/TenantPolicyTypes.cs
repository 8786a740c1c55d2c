using static Reconciler.Emulator.Types.Notation;

namespace Reconciler.Emulator.Types;

/// <summary>Tenant-wide policies that derive from directoryObject; reachable, never served (contract 17).</summary>
internal static class TenantPolicyTypes
{
    public static readonly GraphType[] All =
    [
        Entity("authorizationPolicy : policyBase",
            "allowEmailVerifiedUsersToJoinOrganization: Boolean",
            "allowInvitesFrom: allowInvitesFrom?",
            "guestUserRoleId: Guid?"),
        Entity("crossTenantAccessPolicy : policyBase",
            "allowedCloudEndpoints: String[]",
            "nav default: crossTenantAccessPolicyConfigurationDefault?",
            "nav partners: crossTenantAccessPolicyConfigurationPartner[]?"),
        Complex("crossTenantAccessPolicyB2BSetting",
            "applications: crossTenantAccessPolicyTargetConfiguration?",
            "usersAndGroups: crossTenantAccessPolicyTargetConfiguration?"),
        Entity("crossTenantAccessPolicyConfigurationDefault : entity",
            "b2bCollaborationInbound: crossTenantAccessPolicyB2BSetting?",
            "b2bCollaborationOutbound: crossTenantAccessPolicyB2BSetting?",
            "isServiceDefault: Boolean?"),
        Entity("crossTenantAccessPolicyConfigurationPartner",
            "b2bCollaborationInbound: crossTenantAccessPolicyB2BSetting?",
            "b2bCollaborationOutbound: crossTenantAccessPolicyB2BSetting?",
            "isServiceProvider: Boolean?",
            "tenantId: String"),
        Complex("crossTenantAccessPolicyTarget",
            "target: String?",
            "targetType: crossTenantAccessPolicyTargetType?"),
        Complex("crossTenantAccessPolicyTargetConfiguration",
            "accessType: crossTenantAccessPolicyTargetConfigurationAccessType?",
            "targets: crossTenantAccessPolicyTarget[]?"),
        AbstractEntity("policyBase : directoryObject",
            "description: String?",
            "displayName: String?"),
    ];
}
