using Reconciler.Emulator.Querying;
using Reconciler.Emulator.Rules;
using Reconciler.Emulator.State;

namespace Reconciler.Emulator.Routes;

/// <summary>Who administers entitlement management (contract 3). There is no PATCH: a change is a new assignment.</summary>
internal static class RoleManagementRoutes
{
    private const string Root = "/roleManagement/entitlementManagement";
    private const string Definitions = Root + "/roleDefinitions";
    private const string Assignments = Root + "/roleAssignments";

    private static readonly string[] Filterable = ["principalId", "roleDefinitionId", "appScopeId"];

    public static readonly Route[] All =
    [
        Route.Get(Definitions, call => call.Page(new Listing(Names.RoleDefinition, RoleDefinitions.Listed, "id", "displayName"))),
        Route.Get(Definitions + "/{id}", call => call.Ok(Definition(call.Value("id")))),
        Route.Get(Assignments, call => call.Page(new Listing(Names.RoleAssignment, call.Store.RoleAssignments, Filterable))),
        Route.Get(Assignments + "/{id}", call => call.Ok(Assignment(call))),
        Route.Post(Assignments, Create),
        Route.Delete(Assignments + "/{id}", Delete),
    ];

    private static Entity Definition(string id) =>
        RoleDefinitions.All.FirstOrDefault(definition => definition.HasId(id))
        ?? throw GraphErrorException.NotFound("RoleDefinitionNotFound", $"The role definition '{id}' was not found.");

    private static Entity Assignment(Call call) =>
        call.Store.RoleAssignments.Find(assignment => assignment.HasId(call.Value("id")))
        ?? throw GraphErrorException.NotFound("RoleAssignmentNotFound", "The role assignment was not found.");

    private static Answer Create(Call call)
    {
        var body = call.Read(Names.RoleAssignment);
        Writing.RefuseNavigations(body, Names.RoleAssignment);
        var definition = Definition(Finding.Text(body, "roleDefinitionId") ?? throw GraphErrorException.InvalidModel("/roleDefinitionId: it is required."));
        var principalId = Finding.Text(body, "principalId") ?? throw GraphErrorException.InvalidModel("/principalId: it is required.");
        var principal = call.Store.Find(Names.DirectoryObject, principalId) ?? throw DirectoryRoutes.Missing(principalId);
        var scope = RoleScopes.Read(call, body, definition);
        var same = call.Store.RoleAssignments.Find(present => IsSame(present, principal, definition, scope));
        if (Refusing.Duplicate(call, call.Behaviour.OpenQuestions.Duplicates.RoleAssignments, same) is { } settled)
        {
            return settled;
        }

        var assignment = new Entity(Names.RoleAssignment, new()
        {
            ["id"] = call.NewId(),
            ["principalId"] = principal.Id,
            ["roleDefinitionId"] = definition.Id,
            ["appScopeId"] = scope,
            ["directoryScopeId"] = body["directoryScopeId"]?.DeepClone(),
        });
        call.Store.RoleAssignments.Add(assignment);
        return call.Created(assignment);
    }

    private static bool IsSame(Entity present, Entity principal, Entity definition, string scope) =>
        principal.HasId(present.Text("principalId") ?? "")
        && definition.HasId(present.Text("roleDefinitionId") ?? "")
        && string.Equals(present.Text("appScopeId"), scope, StringComparison.OrdinalIgnoreCase);

    private static Answer Delete(Call call)
    {
        call.Store.RoleAssignments.Remove(Assignment(call));
        return Answer.NoContent;
    }
}
