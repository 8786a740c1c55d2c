using System.Text.Json.Nodes;
using Reconciler.Entitlements;

namespace Reconciler.Graph.Wire;

/// <summary>A role of a resource as Graph writes it, in a package or where a resource lists its roles (contract 4.1, 5.3).</summary>
internal static class ResourceRoleWire
{
    private static readonly (GroupRole Kind, string Name)[] GroupRoles = [.. Enum.GetValues<GroupRole>().Select(kind => (kind, $"{kind}"))];

    /// <summary>The role; null for one of a resource, or of a sort, that there is no word for.</summary>
    public static ResourceRole? ToRole(WireValue roleScope) =>
        OriginWire.ToReference(roleScope["scope"]) is { } resource && RoleOf(roleScope["role"], resource) is { } role
            ? new ResourceRole { Resource = resource, Role = role }
            : null;

    /// <summary>What it is, for people, where there is no word for it.</summary>
    public static string Words(WireValue roleScope) =>
        $"the role {roleScope["role"].Text("displayName") ?? roleScope["role"].Text("originId")} of {OriginWire.Words(roleScope["scope"])}";

    /// <summary>Whether a role scope of a package is the wanted one.</summary>
    public static bool Is(WireValue roleScope, ResourceRole wanted) =>
        OriginWire.IsOf(roleScope["scope"], wanted.Resource) && wanted.Role.Equals(RoleOf(roleScope["role"], wanted.Resource));

    /// <summary>Whether a role that a resource lists is the wanted one.</summary>
    public static bool IsListed(WireValue listed, ResourceRole wanted) => wanted.Role.Equals(RoleOf(listed, wanted.Resource));

    /// <summary>What the service calls a role and numbers it, for people.</summary>
    public static string NameOf(JsonObject listed) => listed.Text("displayName") is { Length: > 0 } name
        ? $"\"{name}\" ({listed.Text("originId")})"
        : listed.Text("originId") ?? "";

    /// <summary>The role as it is listed, put into a package; one of a group that is not listed is named by its pattern.</summary>
    public static JsonObject From(ResourceRole wanted, JsonObject resource, JsonObject? listed)
    {
        var origin = new JsonObject { ["originId"] = resource.Text("originId"), ["originSystem"] = resource.Text("originSystem") };
        var role = new JsonObject
        {
            ["displayName"] = listed.Text("displayName") ?? $"{wanted.Role}",
            ["originId"] = listed.Text("originId") ?? OriginId(wanted),
            ["originSystem"] = resource.Text("originSystem"),
            ["resource"] = With(origin, "id", resource.Id()),
        };
        if (listed.Text("id") is { } id)
        {
            role["id"] = id;
        }

        return new JsonObject { ["role"] = role, ["scope"] = With(origin, "isRootScope", true) };
    }

    private static string OriginId(ResourceRole wanted) => wanted.Role is Role.OfGroup { Kind: var kind }
        ? $"{kind}_{OriginWire.IdOf(wanted.Resource)}"
        : throw new InvalidOperationException($"{wanted.Role} is not listed.");

    private static Role? RoleOf(WireValue role, Reference resource) => resource.Kind == ReferenceKind.Group
        ? OfGroup(role, OriginWire.IdOf(resource)) is { } kind ? new Role.OfGroup(kind) : null
        : role.Text("originId") is { } id ? new Role.Named(role.Text("displayName"), id) : null;

    // How the service spells the eligible roles of a group is published nowhere: by id or by name, whichever it is.
    private static GroupRole? OfGroup(WireValue role, string groupId)
    {
        if (role.Text("originId") is { } id && id.Length == id.IndexOf('_', StringComparison.Ordinal) + 1 + groupId.Length && id.EndsWith(groupId, StringComparison.OrdinalIgnoreCase))
        {
            foreach (var (kind, name) in GroupRoles)
            {
                if (id.AsSpan(0, id.Length - groupId.Length - 1).Equals(name, StringComparison.OrdinalIgnoreCase))
                {
                    return kind;
                }
            }
        }

        return (role.Text("displayName") ?? "").Replace(" ", "", StringComparison.Ordinal).ToUpperInvariant() switch
        {
            "ELIGIBLEMEMBER" => GroupRole.EligibleMember,
            "ELIGIBLEOWNER" => GroupRole.EligibleOwner,
            _ => null,
        };
    }

    private static JsonObject With(JsonObject origin, string member, JsonNode value)
    {
        var copy = (JsonObject)origin.DeepClone();
        copy[member] = value;
        return copy;
    }
}
