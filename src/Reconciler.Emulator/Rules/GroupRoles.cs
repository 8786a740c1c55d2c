using System.Text.Json.Nodes;
using Reconciler.Emulator.State;

namespace Reconciler.Emulator.Rules;

/// <summary>The roles and the root scope a group has as a resource (contract 4.1, 4.4, 4.5).</summary>
internal static class GroupRoles
{
    public static void Materialise(Entity resource, Entity? group, Func<string> newId)
    {
        var originId = resource.Text("originId") ?? "";
        if (resource.Children(Names.Roles).Count == 0)
        {
            foreach (var (displayName, prefix) in RolesOf(group))
            {
                resource.Add(Names.Roles, new(Names.ResourceRole, new JsonObject
                {
                    ["id"] = newId(),
                    ["displayName"] = displayName,
                    ["originId"] = $"{prefix}_{originId}",
                    ["originSystem"] = Names.AadGroup,
                }));
            }
        }

        if (resource.Children(Names.Scopes).Count == 0)
        {
            resource.Add(Names.Scopes, new(Names.ResourceScope, new JsonObject
            {
                ["id"] = newId(),
                ["displayName"] = "Root",
                ["description"] = "Root Scope",
                ["isRootScope"] = true,
                ["originId"] = originId,
                ["originSystem"] = Names.AadGroup,
            }));
        }
    }

    // The origin ids of the eligible variants are published nowhere; these follow the pattern of the active ones.
    private static IEnumerable<(string DisplayName, string Prefix)> RolesOf(Entity? group) =>
        group?.Is("isAssignableToRole") == true
            ? [("Member", "Member"), ("Owner", "Owner"), ("Eligible Member", "EligibleMember"), ("Eligible Owner", "EligibleOwner")]
            : [("Member", "Member"), ("Owner", "Owner")];
}
