using System.Text.Json.Nodes;

namespace Reconciler.Emulator.State;

/// <summary>Ties the role scopes of a catalog's packages to the roles and scopes of its resources, by id or by origin id.</summary>
internal static class RoleScopeReader
{
    public static void Resolve(Entity catalog, JsonObject source, string pointer)
    {
        foreach (var (package, packageIndex) in catalog.Children(Names.AccessPackages).Select((package, index) => (package, index)))
        {
            var sources = source[Names.AccessPackages]?[packageIndex]?[Names.ResourceRoleScopes] as JsonArray ?? [];
            var unresolved = package.Children(Names.ResourceRoleScopes).ToList();
            package.Clear(Names.ResourceRoleScopes);
            foreach (var (roleScope, index) in unresolved.Select((roleScope, index) => (roleScope, index)))
            {
                var place = $"{pointer}/{Names.AccessPackages}/{packageIndex}/{Names.ResourceRoleScopes}/{index}";
                Add(catalog, package, roleScope, sources[index] as JsonObject ?? [], place);
            }
        }
    }

    private static void Add(Entity catalog, Entity package, Entity unresolved, JsonObject source, string place)
    {
        var wanted = source["role"] as JsonObject ?? throw new TenantStateException($"{place}/role: it is required.");
        var role = catalog.Children(Names.Resources).SelectMany(resource => resource.Children(Names.Roles)).FirstOrDefault(role => Fits(role, wanted))
            ?? throw new TenantStateException($"{place}/role: no resource of the catalog has this role.");
        var wantedScope = source["scope"] as JsonObject;
        var scope = role.Parent?.Children(Names.Scopes).FirstOrDefault(scope => wantedScope is null || Fits(scope, wantedScope))
            ?? throw new TenantStateException($"{place}/scope: the resource of the role has no such scope.");
        var id = $"{role.Id}_{scope.Id}";
        if (package.Children(Names.ResourceRoleScopes).Any(present => present.HasId(id)))
        {
            throw new TenantStateException($"{place}: the package grants this role already.");
        }

        unresolved.Members["id"] = id;
        var roleScope = package.Add(Names.ResourceRoleScopes, new(Names.RoleScope, unresolved.Members));
        roleScope.SetLinks(Names.RoleLink, role.Id);
        roleScope.SetLinks(Names.ScopeLink, scope.Id);
    }

    private static bool Fits(Entity candidate, JsonObject wanted) =>
        EntityReader.Text(wanted, "id", "/role") is { } id
            ? candidate.HasId(id)
            : EntityReader.Text(wanted, "originId", "/role") is { } originId
                && string.Equals(candidate.Text("originId"), originId, StringComparison.OrdinalIgnoreCase);
}
