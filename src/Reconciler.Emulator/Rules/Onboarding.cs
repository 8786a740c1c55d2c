using System.Text.Json;
using System.Text.Json.Nodes;
using Reconciler.Emulator.Routes;
using Reconciler.Emulator.State;

namespace Reconciler.Emulator.Rules;

/// <summary>Which directory objects may become resources of a catalog, and when they may leave it (contract 4.2, 4.7).</summary>
internal static class Onboarding
{
    private static readonly string[] OtherOriginSystems =
        ["AadApplication", "SharePointOnline", "DirectoryRole", "AzureResources", "CustomDataProvidedResource"];

    public static Entity Add(Call call, Entity catalog, JsonObject wanted)
    {
        RequireGroups(Finding.Text(wanted, "originSystem") ?? throw GraphErrorException.InvalidModel("/resource/originSystem: it is required."));
        var originId = Finding.Text(wanted, "originId") ?? throw GraphErrorException.InvalidModel("/resource/originId: it is required.");
        var group = call.Store.Groups.Find(candidate => candidate.HasId(originId))
            ?? throw GraphErrorException.BadRequest("ResourceNotFoundInOriginSystem", $"The group '{originId}' was not found in the origin system.");
        RefuseUnmanageable(group);
        if (Find(catalog, originId) is not null)
        {
            throw GraphErrorException.BadRequest("ResourceAlreadyOnboarded", "The specified resource is already onboarded to ELM.");
        }

        var members = Writing.Created(call, wanted, Names.Resource);
        members["displayName"] ??= group.Text("displayName");
        members["description"] ??= group.Text("description");
        members["originId"] = group.Id;
        members["originSystem"] = Names.AadGroup;
        var resource = catalog.Add(Names.Resources, new(Names.Resource, members));
        GroupRoles.Materialise(resource, group, call.NewId);
        return resource;
    }

    public static Entity Remove(Entity catalog, JsonObject wanted)
    {
        var resource = Finding.Text(wanted, "id") is { } id ? Finding.ResourceOf(catalog, id)
            : Finding.Text(wanted, "originId") is { } originId ? Find(catalog, originId)
            : throw GraphErrorException.InvalidModel("/resource/id: it is required.");
        if (resource is null)
        {
            throw GraphErrorException.NotFound("ResourceNotFound", "The resource was not found.");
        }

        if (IsGranted(catalog, resource))
        {
            throw GraphErrorException.BadRequest(
                "InvalidDeleteResourceHasEntitlements",
                $"The resource: {resource.Text("displayName")} can not be deleted because there are active entitlements.");
        }

        catalog.Remove(Names.Resources, resource);
        return resource;
    }

    private static void RequireGroups(string originSystem)
    {
        if (OtherOriginSystems.Contains(originSystem, StringComparer.OrdinalIgnoreCase))
        {
            throw GraphErrorException.NotImplemented($"resources of origin system '{originSystem}'");
        }

        if (!string.Equals(originSystem, Names.AadGroup, StringComparison.OrdinalIgnoreCase))
        {
            throw GraphErrorException.BadRequest("ArgumentException", $"Requested value '{originSystem}' was not found. (/resource/originSystem)");
        }
    }

    // The code Graph answers for these is published nowhere.
    private static void RefuseUnmanageable(Entity group)
    {
        var isMicrosoft365 = group.Members["groupTypes"] is JsonArray types
            && types.Any(type => type?.GetValueKind() is JsonValueKind.String && type.GetValue<string>() == "Unified");
        if (group.Is("onPremisesSyncEnabled") || (group.Is("mailEnabled") && !isMicrosoft365))
        {
            throw GraphErrorException.BadRequest(
                "ResourceCannotBeManaged",
                $"The group '{group.Text("displayName")}' is synchronised or a mail group, so its membership cannot be managed here.");
        }
    }

    private static Entity? Find(Entity catalog, string originId) =>
        catalog.Children(Names.Resources).FirstOrDefault(resource => string.Equals(resource.Text("originId"), originId, StringComparison.OrdinalIgnoreCase));

    private static bool IsGranted(Entity catalog, Entity resource) =>
        catalog.Children(Names.AccessPackages)
            .SelectMany(package => package.Children(Names.ResourceRoleScopes))
            .Any(grant => grant.Link(Names.RoleLink) is { } roleId && resource.Children(Names.Roles).Any(role => role.HasId(roleId)));
}
