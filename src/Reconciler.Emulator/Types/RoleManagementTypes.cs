using static Reconciler.Emulator.Types.Notation;

namespace Reconciler.Emulator.Types;

/// <summary>Who may do what in entitlement management: role definitions and assignments (contract 3).</summary>
internal static class RoleManagementTypes
{
    public static readonly GraphType[] All =
    [
        Entity("appScope : entity",
            "displayName: String?",
            "type: String?"),
        Entity("unifiedRoleAssignment : entity",
            "appScopeId: String?",
            "condition: String?",
            "directoryScopeId: String?",
            "principalId: String?",
            "principalOrganizationId: String?",
            "roleDefinitionId: String?",
            "nav appScope: appScope?",
            "nav directoryScope: directoryObject?",
            "nav principal: directoryObject?",
            "nav roleDefinition: unifiedRoleDefinition?"),
        Entity("unifiedRoleDefinition : entity",
            "description: String?",
            "displayName: String?",
            "isBuiltIn: Boolean?",
            "isEnabled: Boolean?",
            "resourceScopes: String[]",
            "rolePermissions: unifiedRolePermission[]",
            "templateId: String?",
            "version: String?",
            "nav inheritsPermissionsFrom: unifiedRoleDefinition[]?"),
        Complex("unifiedRolePermission",
            "allowedResourceActions: String[]",
            "condition: String?",
            "excludedResourceActions: String[]?"),
    ];
}
