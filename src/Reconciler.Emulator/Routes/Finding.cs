using System.Net;
using System.Text.Json;
using System.Text.Json.Nodes;
using Reconciler.Emulator.State;

namespace Reconciler.Emulator.Routes;

/// <summary>Finds what a path or a body names, or answers as Graph does when it is not there (contract 1.2).</summary>
internal static class Finding
{
    public const string EntitlementManagement = "/identityGovernance/entitlementManagement";

    public static Entity Catalog(this Call call, string id) =>
        call.Seen(Names.Catalog, id)
        ?? throw GraphErrorException.NotFound("CatalogNotFound", $"The catalog '{id}' was not found.");

    public static Entity Package(this Call call, string id) =>
        call.Seen(Names.Package, id)
        ?? throw GraphErrorException.NotFound("AccessPackageNotFound", "The access package was not found.");

    public static Entity Policy(this Call call, string id) =>
        call.Seen(Names.Policy, id)
        ?? throw GraphErrorException.NotFound("PolicyNotFound", $"The assignment policy '{id}' was not found.");

    /// <summary>Null while the new one is not seen yet, the one that is gone while it still is; nobody writes where they may not yet (contract 1.2, 1.5).</summary>
    public static Entity? Seen(this Call call, string typeName, string id)
    {
        if (call.Store.Find(typeName, id) is not { } entity)
        {
            return call.IsRead ? call.Sight.Departed(typeName, id) : null;
        }

        if (!call.Sight.Shows(entity))
        {
            return null;
        }

        return call.IsRead || !call.Sight.IsUnauthorizedFor(entity)
            ? entity
            : throw new GraphErrorException(HttpStatusCode.Forbidden, "UnAuthorized", "User is not authorized to perform the operation. Reason: Unauthorized");
    }

    public static Entity ResourceOf(this Call call, Entity catalog, string id) =>
        catalog.Children(Names.Resources).FirstOrDefault(resource => resource.HasId(id) && call.Sight.Shows(resource))
        ?? throw GraphErrorException.NotFound("ResourceNotFound", "The resource was not found.");

    /// <summary>The id in a reference such as <c>"catalog": { "id": "…" }</c>; null when nothing usable was sent.</summary>
    public static string? Reference(JsonObject body, string navigation) => Text(body[navigation] as JsonObject, "id");

    public static string RequiredReference(JsonObject body, string navigation, string place = "") =>
        Reference(body, navigation) ?? throw GraphErrorException.InvalidModel($"{place}/{navigation}/id: it is required.");

    public static string? Text(JsonObject? body, string member) =>
        body?[member] is { } value && value.GetValueKind() is JsonValueKind.String && value.GetValue<string>() is { Length: > 0 } text ? text : null;
}
