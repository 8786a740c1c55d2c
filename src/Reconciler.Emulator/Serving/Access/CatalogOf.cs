using System.Text.Json.Nodes;
using Reconciler.Emulator.Routes;
using Reconciler.Emulator.State;

namespace Reconciler.Emulator.Serving.Access;

/// <summary>Which catalog an entity, an address or a body belongs to.</summary>
internal sealed class CatalogOf(TenantStore store)
{
    public const string Prefix = "/AccessPackageCatalog/";

    /// <summary>The id of the catalog that an entity belongs to, itself null where that is gone; null for what belongs to none.</summary>
    public Belonging? Belongs(Entity entity) => entity.Type switch
    {
        Names.Catalog => new(entity.Id),
        Names.Assignment or Names.AssignmentRequest => new(OfPackage(entity.Link(Names.PackageLink))),
        Names.ResourceRequest => new(entity.Link(Names.CatalogLink)),
        Names.RoleAssignment => new(OfScope(entity.Text("appScopeId"))),
        _ when entity.Parent is { } parent => Belongs(parent),
        _ => null,
    };

    /// <summary>The catalog of what stands at an address; null where there is no such thing, or it belongs to none.</summary>
    public string? At(string collection, string id)
    {
        var entity = collection.ToUpperInvariant() switch
        {
            "CATALOGS" => store.Find(Names.Catalog, id),
            "ACCESSPACKAGES" => store.Find(Names.Package, id),
            "ASSIGNMENTPOLICIES" => store.Find(Names.Policy, id),
            "ASSIGNMENTS" => store.Find(Names.Assignment, id),
            "ASSIGNMENTREQUESTS" => store.AssignmentRequests.Find(request => request.HasId(id)),
            "RESOURCEREQUESTS" => store.ResourceRequests.Find(request => request.HasId(id)),
            "ROLEASSIGNMENTS" => store.RoleAssignments.Find(assignment => assignment.HasId(id)),
            _ => null,
        };
        return entity is null ? null : Belongs(entity)?.CatalogId;
    }

    /// <summary>The catalog that the body of a creation names.</summary>
    public string? Named(string collection, JsonObject? body) => collection.ToUpperInvariant() switch
    {
        "ACCESSPACKAGES" or "RESOURCEREQUESTS" => Finding.Text(body?["catalog"] as JsonObject, "id"),
        "ASSIGNMENTPOLICIES" => OfPackage(Finding.Text(body?["accessPackage"] as JsonObject, "id")),
        "ASSIGNMENTREQUESTS" => OfAssignment(body?["assignment"] as JsonObject),
        "ROLEASSIGNMENTS" => OfScope(Finding.Text(body, "appScopeId")),
        _ => null,
    };

    private string? OfAssignment(JsonObject? assignment) =>
        OfPackage(store.Find(Names.Assignment, Finding.Text(assignment, "id"))?.Link(Names.PackageLink) ?? Finding.Text(assignment, "accessPackageId"));

    private string? OfPackage(string? id) => store.Find(Names.Package, id)?.Parent?.Id;

    private static string? OfScope(string? scope) =>
        scope?.StartsWith(Prefix, StringComparison.OrdinalIgnoreCase) == true ? scope[Prefix.Length..] : null;
}

/// <summary>That something belongs to a catalog, and to which.</summary>
internal sealed record Belonging(string? CatalogId);
