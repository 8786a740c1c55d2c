using System.Text.Json.Nodes;
using Reconciler.Entitlements;
using Reconciler.Graph.Reading;

namespace Reconciler.Graph.Wire;

/// <summary>An access package as Graph writes it (contract 5).</summary>
internal static class AccessPackageWire
{
    public const string Policies = "assignmentPolicies";
    public const string RoleScopes = "resourceRoleScopes";
    public const string IncompatiblePackages = "incompatibleAccessPackages";
    public const string IncompatibleGroups = "incompatibleGroups";

    public static ActualEntity ToEntity(JsonObject package, string catalog, string catalogId, TenantNames names)
    {
        var scopes = package.Items(RoleScopes).ToList();
        var entity = new AccessPackage
        {
            Catalog = catalog,
            Name = package.Text("displayName") ?? "",
            Description = package.Text("description") ?? "",
            Hidden = package.Flag("isHidden"),
            ResourceRoles = scopes.Select(scope => ResourceRoleWire.ToRole(scope, names)).OfType<ResourceRole>().ToEquatableArray(),
            IncompatibleWith = Incompatible(package).Select(other => names.Of(other.Kind, other.Id ?? "")).ToEquatableArray(),
        };
        return new ActualEntity(entity, package.Id(), catalogId)
        {
            Unmodelled = scopes.Where(scope => ResourceRoleWire.ToRole(scope, names) is null).Select(ResourceRoleWire.Words).ToEquatableArray(),
        };
    }

    /// <summary>The packages and groups whose holders and members can't request it, by id alone.</summary>
    public static IEnumerable<Reference> Incompatible(JsonObject package) =>
        package.Items(IncompatiblePackages).Select(other => new Reference(ReferenceKind.Package, null, other.Id()))
            .Concat(package.Items(IncompatibleGroups).Select(group => new Reference(ReferenceKind.Group, null, group.Id())));

    /// <summary>What others call it: by its name and its catalog's.</summary>
    public static Reference ToReference(JsonObject package, string catalog) =>
        new(ReferenceKind.Package, package.Text("displayName") ?? "", package.Id()) { Catalog = catalog };

    public static JsonObject From(AccessPackage package, string catalogId)
    {
        var body = Changes(package, renames: true);
        body["catalog"] = new JsonObject { ["id"] = catalogId };
        return body;
    }

    /// <summary>The written settings alone; value lists are written item by item.</summary>
    public static JsonObject Changes(AccessPackage changes, bool renames)
    {
        var body = new JsonObject();
        if (renames)
        {
            body["displayName"] = changes.Name;
        }

        changes.Description.Write(description => body["description"] = description);
        changes.Hidden.Write(hidden => body["isHidden"] = hidden);
        return body;
    }
}
