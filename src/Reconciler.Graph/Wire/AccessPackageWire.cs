using System.Text.Json.Nodes;
using Reconciler.Entitlements;
using Reconciler.Graph.Reading;

namespace Reconciler.Graph.Wire;

/// <summary>An access package as Graph writes it (contract 5).</summary>
internal static class AccessPackageWire
{
    public const string Policies = "assignmentPolicies";

    public const string RoleScopes = "resourceRoleScopes";

    public static ActualEntity ToEntity(JsonObject package, string catalog, string catalogId, DirectoryNames names)
    {
        var scopes = package.Items(RoleScopes).ToList();
        var roles = scopes.Select(scope => ResourceRoleWire.ToRole(scope, names)).OfType<ResourceRole>().ToEquatableArray();
        var entity = new AccessPackage
        {
            Catalog = catalog,
            Name = package.Text("displayName") ?? "",
            Description = package.Text("description") ?? "",
            Hidden = package.Flag("isHidden"),
            ResourceRoles = roles,
        };
        return new ActualEntity(entity, package.Id(), catalogId) { Unmodelled = Unmodelled(scopes.Count - roles.Count) };
    }

    public static JsonObject From(AccessPackage package, string catalogId)
    {
        var body = Changes(package, renames: true);
        body["catalog"] = new JsonObject { ["id"] = catalogId };
        return body;
    }

    /// <summary>The written settings alone; resource roles are written one by one.</summary>
    public static JsonObject Changes(AccessPackage changes, bool renames)
    {
        var body = new JsonObject();
        if (renames)
        {
            body["displayName"] = changes.Name;
        }

        if (changes.Description.IsWritten)
        {
            body["description"] = changes.Description.Value;
        }

        if (changes.Hidden.IsWritten)
        {
            body["isHidden"] = changes.Hidden.Value;
        }

        return body;
    }

    private static EquatableArray<string> Unmodelled(int others) => others == 0
        ? []
        : [WireJson.Count(others, "role that is not member or owner of a group", "roles that are not member or owner of a group")];
}
