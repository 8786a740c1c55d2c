using System.Text.Json.Nodes;
using Reconciler.Emulator.Behaving;
using Reconciler.Emulator.Rules;
using Reconciler.Emulator.State;
using static Reconciler.Emulator.Routes.Finding;

namespace Reconciler.Emulator.Routes;

/// <summary>The roles an access package grants (contract 5.3).</summary>
internal static class RoleScopeRoutes
{
    private const string Collection = EntitlementManagement + "/accessPackages/{id}/resourceRoleScopes";

    public static readonly Route[] All =
    [
        Route.Get(Collection, call => call.Page(new(Names.RoleScope, call.Package(call.Value("id")).Children(Names.ResourceRoleScopes)))),
        Route.Post(Collection, Create),
        Route.Delete(Collection + "/{roleScopeId}", Delete),
    ];

    private static Answer Create(Call call)
    {
        var package = call.Package(call.Value("id"));
        var body = call.Read(Names.RoleScope);
        var catalog = package.Parent ?? throw GraphErrorException.NotFound("CatalogNotFound", "The catalog was not found.");
        if (body["role"] is not JsonObject wantedRole || body["scope"] is not JsonObject wantedScope)
        {
            throw GraphErrorException.InvalidModel("/role and /scope are required.");
        }

        var resource = call.ResourceOf(catalog, RequiredReference(wantedRole, "resource"));
        var role = Pick(resource.Children(Names.Roles).Where(call.Sight.Shows), wantedRole) ?? throw GraphErrorException.NotFound("RoleNotFound", "The role was not found.");
        var scope = Pick(resource.Children(Names.Scopes), wantedScope) ?? throw GraphErrorException.NotFound("ScopeNotFound", "The scope was not found.");
        var id = $"{role.Id}_{scope.Id}";
        var present = package.Children(Names.ResourceRoleScopes).FirstOrDefault(other => other.HasId(id));
        var handling = call.Behaviour.OpenQuestions.Duplicates.RoleScopes;
        if (Refusing.Duplicate(call, handling is DuplicateAnswer.Allowed ? DuplicateAnswer.Idempotent : handling, present) is { } settled)
        {
            return settled;
        }

        var members = new JsonObject { ["id"] = id, ["createdDateTime"] = call.Now() };
        var roleScope = package.Add(Names.ResourceRoleScopes, new(Names.RoleScope, members));
        roleScope.SetLinks(Names.RoleLink, role.Id);
        roleScope.SetLinks(Names.ScopeLink, scope.Id);
        return call.Created(roleScope);
    }

    // Roles never used in a package may be sent with an id that has changed, so the origin id decides (contract 4.4).
    private static Entity? Pick(IEnumerable<Entity> candidates, JsonObject wanted)
    {
        var originSystem = Text(wanted, "originSystem");
        var originId = Text(wanted, "originId");
        var id = Text(wanted, "id");
        return candidates.FirstOrDefault(candidate =>
            (originSystem is null || string.Equals(candidate.Text("originSystem"), originSystem, StringComparison.OrdinalIgnoreCase))
            && (originId is not null
                ? Origins.Same(candidate.Text("originSystem"), candidate.Text("originId"), originId)
                : id is not null && candidate.HasId(id)));
    }

    private static Answer Delete(Call call)
    {
        var package = call.Package(call.Value("id"));
        var roleScope = package.Children(Names.ResourceRoleScopes).FirstOrDefault(present => present.HasId(call.Value("roleScopeId")))
            ?? throw GraphErrorException.NotFound("ResourceRoleScopeNotFound", "The resource role scope was not found.");
        package.Remove(Names.ResourceRoleScopes, roleScope);
        RememberRevocation(call, package, roleScope);
        return Answer.NoContent;
    }

    // For a while the resource is held to be granted still (contract 4.7).
    private static void RememberRevocation(Call call, Entity package, Entity roleScope)
    {
        if (call.Behaviour.Delays.RoleRemoval > TimeSpan.Zero && roleScope.Link(Names.RoleLink) is { } roleId)
        {
            var resource = package.Parent?.Children(Names.Resources).FirstOrDefault(one => one.Children(Names.Roles).Any(role => role.HasId(roleId)));
            resource?.Edit()[Names.RevokedAt] = call.Now();
        }
    }
}
