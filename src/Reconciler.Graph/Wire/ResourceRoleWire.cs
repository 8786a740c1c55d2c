using System.Text.Json.Nodes;
using Reconciler.Entitlements;
using Reconciler.Graph.Reading;

namespace Reconciler.Graph.Wire;

/// <summary>A role of a group as Graph writes it: <c>Member_{id}</c> or <c>Owner_{id}</c> in the group's scope (contract 4.1, 5.3).</summary>
internal static class ResourceRoleWire
{
    /// <summary>The role; null for one of another resource than a group, or of another sort.</summary>
    public static ResourceRole? ToRole(JsonObject roleScope, DirectoryNames names) =>
        GroupOf(roleScope) is { } group && RoleOf(roleScope) is { } role
            ? new ResourceRole { Resource = names.Of(ReferenceKind.Group, group), Role = role }
            : null;

    public static string OriginId(GroupRole role, string groupId) => $"{role}_{groupId}";

    /// <summary>Whether a role scope of a package is the wanted one.</summary>
    public static bool Is(JsonObject roleScope, GroupRole role, string groupId) =>
        RoleOf(roleScope) == role && string.Equals(GroupOf(roleScope), groupId, StringComparison.OrdinalIgnoreCase);

    public static JsonObject From(GroupRole role, string groupId, string resourceId, JsonObject? listed)
    {
        var body = new JsonObject
        {
            ["displayName"] = $"{role}",
            ["originId"] = listed.Text("originId") ?? OriginId(role, groupId),
            ["originSystem"] = CatalogResourceWire.Groups,
            ["resource"] = new JsonObject { ["id"] = resourceId, ["originId"] = groupId, ["originSystem"] = CatalogResourceWire.Groups },
        };
        if (listed.Text("id") is { } id)
        {
            body["id"] = id;
        }

        return new JsonObject
        {
            ["role"] = body,
            ["scope"] = new JsonObject { ["originId"] = groupId, ["originSystem"] = CatalogResourceWire.Groups, ["isRootScope"] = true },
        };
    }

    private static string? GroupOf(JsonObject roleScope) =>
        roleScope["scope"].Text("originSystem").Means(CatalogResourceWire.Groups) ? roleScope["scope"].Text("originId") : null;

    private static GroupRole? RoleOf(JsonObject roleScope)
    {
        var (origin, group) = (roleScope["role"].Text("originId"), GroupOf(roleScope));
        return group is null ? null
            : origin.Means(OriginId(GroupRole.Member, group)) ? GroupRole.Member
            : origin.Means(OriginId(GroupRole.Owner, group)) ? GroupRole.Owner
            : null;
    }
}
