using System.Globalization;
using System.Text.Json.Nodes;
using Reconciler.Emulator.Routes;
using Reconciler.Emulator.State;

namespace Reconciler.Emulator.Rules;

/// <summary>Which directory objects and sites may become resources of a catalog, and when they may leave it (contract 4.2, 4.7).</summary>
internal static class Onboarding
{
    private static readonly string[] ImitatedSystems = [Names.AadGroup, Names.AadApplication, Names.SharePointOnline];
    private static readonly string[] OtherSystems = ["DirectoryRole", "AzureResources", "CustomDataProvidedResource"];

    public static Entity Add(Call call, Entity catalog, JsonObject wanted)
    {
        var originSystem = OriginSystem(wanted);
        var originId = Finding.Text(wanted, "originId") ?? throw GraphErrorException.InvalidModel("/resource/originId: it is required.");
        var origin = Origins.Find(call.Store, originSystem, originId, call.Behaviour.OpenQuestions.DefaultAccessOriginId) ?? throw Invisible(originSystem, originId);
        if (IsTooNew(call, origin))
        {
            throw Invisible(originSystem, originId);
        }

        if (origin.Obstacle is { } obstacle)
        {
            // The code Graph answers for these is published nowhere.
            throw GraphErrorException.BadRequest("ResourceCannotBeManaged", obstacle);
        }

        var environment = ResourceEnvironments.Of(call.Store, origin, wanted["environment"] as JsonObject);
        if (Find(catalog, originSystem, originId) is not null)
        {
            throw GraphErrorException.BadRequest("ResourceAlreadyOnboarded", "The specified resource is already onboarded to ELM.");
        }

        ResourceAttributes.Check(wanted, call.NewId);
        var members = Writing.Created(call, wanted, Names.Resource);
        members["displayName"] ??= origin.DisplayName;
        members["description"] ??= origin.Description;
        members["originId"] = origin.Id;
        members["originSystem"] = origin.System;
        var resource = catalog.Add(Names.Resources, new(Names.Resource, members));
        if (environment is not null)
        {
            resource.SetLinks(Names.EnvironmentLink, environment.Id);
        }

        OriginRoles.Materialise(resource, origin, call.NewId);
        return resource;
    }

    /// <summary>Replaces the attributes that the resource requires; nothing else of it can be written.</summary>
    public static Entity Update(Call call, Entity catalog, JsonObject wanted)
    {
        var resource = Named(call, catalog, wanted);
        if (!wanted.ContainsKey("attributes"))
        {
            throw GraphErrorException.InvalidModel("/resource/attributes: it is required.");
        }

        ResourceAttributes.Check(wanted, call.NewId);
        Writing.Patch(call, resource, new JsonObject { ["attributes"] = wanted["attributes"]?.DeepClone() });
        return resource;
    }

    public static Entity Remove(Call call, Entity catalog, JsonObject wanted)
    {
        var resource = Named(call, catalog, wanted);
        if (IsGranted(catalog, resource) || IsSince(call, resource.Text(Names.RevokedAt), call.Behaviour.Delays.RoleRemoval))
        {
            throw GraphErrorException.BadRequest(
                "InvalidDeleteResourceHasEntitlements",
                $"The resource: {resource.Text("displayName")} can not be deleted because there are active entitlements.");
        }

        catalog.Remove(Names.Resources, resource);
        return resource;
    }

    /// <summary>Reads name, description and new roles from the origin again; what has vanished there stays as it was.</summary>
    public static void Refresh(Call call, Entity resource)
    {
        var origin = Origins.Find(
            call.Store,
            resource.Text("originSystem") ?? Names.AadGroup,
            resource.Text("originId") ?? "",
            call.Behaviour.OpenQuestions.DefaultAccessOriginId);
        if (origin is not null)
        {
            Writing.Patch(call, resource, new JsonObject { ["displayName"] = origin.DisplayName, ["description"] = origin.Description });
            OriginRoles.AddMissing(resource, origin, call.NewId);
        }
    }

    // The directory knows it already, entitlement management does not yet (contract 1.5).
    private static bool IsTooNew(Call call, Origin origin) => IsSince(call, origin.CreatedDateTime, call.Behaviour.Delays.OriginVisibility);

    private static bool IsSince(Call call, string? moment, TimeSpan delay) =>
        delay > TimeSpan.Zero && DateTimeOffset.TryParse(moment, CultureInfo.InvariantCulture, out var start) && call.Moment - start < delay;

    private static Entity Named(Call call, Entity catalog, JsonObject wanted)
    {
        if (Finding.Text(wanted, "id") is { } id)
        {
            return call.ResourceOf(catalog, id);
        }

        var originId = Finding.Text(wanted, "originId") ?? throw GraphErrorException.InvalidModel("/resource/id: it is required.");
        return Find(catalog, Finding.Text(wanted, "originSystem"), originId)
            ?? throw GraphErrorException.NotFound("ResourceNotFound", "The resource was not found.");
    }

    private static string OriginSystem(JsonObject wanted)
    {
        var originSystem = Finding.Text(wanted, "originSystem") ?? throw GraphErrorException.InvalidModel("/resource/originSystem: it is required.");
        if (OtherSystems.Contains(originSystem, StringComparer.OrdinalIgnoreCase))
        {
            throw GraphErrorException.NotImplemented($"resources of origin system '{originSystem}'");
        }

        return ImitatedSystems.Contains(originSystem, StringComparer.OrdinalIgnoreCase)
            ? originSystem
            : throw GraphErrorException.BadRequest("ArgumentException", $"Requested value '{originSystem}' was not found. (/resource/originSystem)");
    }

    private static GraphErrorException Invisible(string originSystem, string originId) => GraphErrorException.BadRequest(
        "ResourceNotFoundInOriginSystem",
        $"The {(string.Equals(originSystem, Names.AadGroup, StringComparison.OrdinalIgnoreCase) ? "group" : "resource")} '{originId}' was not found in the origin system.");

    private static Entity? Find(Entity catalog, string? originSystem, string originId) =>
        catalog.Children(Names.Resources).FirstOrDefault(resource =>
            (originSystem is null || string.Equals(resource.Text("originSystem"), originSystem, StringComparison.OrdinalIgnoreCase))
            && Origins.Same(resource.Text("originSystem"), resource.Text("originId"), originId));

    private static bool IsGranted(Entity catalog, Entity resource) =>
        catalog.Children(Names.AccessPackages)
            .SelectMany(package => package.Children(Names.ResourceRoleScopes))
            .Any(grant => grant.Link(Names.RoleLink) is { } roleId && resource.Children(Names.Roles).Any(role => role.HasId(roleId)));
}
