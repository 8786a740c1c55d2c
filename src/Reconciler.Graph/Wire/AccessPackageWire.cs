using System.Text.Json.Nodes;
using Reconciler.Entitlements;

namespace Reconciler.Graph.Wire;

/// <summary>An access package as Graph writes it (contract 5).</summary>
internal static class AccessPackageWire
{
    public const string Policies = "assignmentPolicies";
    public const string RoleScopes = "resourceRoleScopes";
    public const string IncompatiblePackages = "incompatibleAccessPackages";
    public const string IncompatibleGroups = "incompatibleGroups";

    public static ActualEntity ToEntity(WireValue package, string catalog, string catalogId)
    {
        var roles = package.Made(RoleScopes, Role);
        var entity = new AccessPackage
        {
            Catalog = catalog,
            Name = package.Text("displayName") ?? "",
            Description = package.Text("description") ?? "",
            Hidden = package.Flag("isHidden"),
            ResourceRoles = roles,
            IncompatibleWith = EquatableArray.Create<Reference>([]),
        };
        return new ActualEntity(entity, package.Id(), catalogId)
        {
            Unmodelled = roles.Count == package.Count(RoleScopes) ? [] : package.Made(RoleScopes, scope => Role(scope) is null ? ResourceRoleWire.Words(scope) : null),
        };
    }

    private static ResourceRole? Role(WireValue scope) => scope.Once(ResourceRoleWire.ToRole);

    public static Reference IncompatiblePackage(WireValue package) => ById.Of(package, ReferenceKind.Package, package.Id());

    public static Reference IncompatibleGroup(WireValue group) => ById.Of(group, ReferenceKind.Group, group.Id());

    /// <summary>What others call it: by its name and its catalog's.</summary>
    public static Reference ToReference(WireValue package, string catalog) =>
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
