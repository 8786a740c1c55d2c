using System.Text.Json;
using System.Text.Json.Nodes;
using Reconciler.Emulator.State;

namespace Reconciler.Emulator.Routes;

/// <summary>Finds what a path or a body names, or answers as Graph does when it is not there (contract 1.2).</summary>
internal static class Finding
{
    public const string EntitlementManagement = "/identityGovernance/entitlementManagement";

    public static Entity Catalog(this Call call, string id) =>
        call.Store.Find(Names.Catalog, id)
        ?? throw GraphErrorException.NotFound("CatalogNotFound", $"The catalog '{id}' was not found.");

    public static Entity Package(this Call call, string id) =>
        call.Store.Find(Names.Package, id)
        ?? throw GraphErrorException.NotFound("AccessPackageNotFound", "The access package was not found.");

    public static Entity Policy(this Call call, string id) =>
        call.Store.Find(Names.Policy, id)
        ?? throw GraphErrorException.NotFound("PolicyNotFound", $"The assignment policy '{id}' was not found.");

    public static Entity ResourceOf(Entity catalog, string id) =>
        catalog.Children(Names.Resources).FirstOrDefault(resource => resource.HasId(id))
        ?? throw GraphErrorException.NotFound("ResourceNotFound", "The resource was not found.");

    /// <summary>The id in a reference such as <c>"catalog": { "id": "…" }</c>; null when nothing usable was sent.</summary>
    public static string? Reference(JsonObject body, string navigation) => Text(body[navigation] as JsonObject, "id");

    public static string RequiredReference(JsonObject body, string navigation, string place = "") =>
        Reference(body, navigation) ?? throw GraphErrorException.InvalidModel($"{place}/{navigation}/id: it is required.");

    public static string? Text(JsonObject? body, string member) =>
        body?[member] is { } value && value.GetValueKind() is JsonValueKind.String && value.GetValue<string>() is { Length: > 0 } text ? text : null;
}
