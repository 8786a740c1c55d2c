using Reconciler.Emulator.Rules;
using Reconciler.Emulator.State;
using static Reconciler.Emulator.Routes.Finding;

namespace Reconciler.Emulator.Routes;

/// <summary>Catalogs (contract 2).</summary>
internal static class CatalogRoutes
{
    private const string Collection = EntitlementManagement + "/catalogs";
    private const string One = Collection + "/{id}";

    public static readonly Route[] All =
    [
        Route.Get(Collection, call => call.Page(new(Names.Catalog, call.Store.Catalogs, "id", "displayName") { Departed = _ => true })),
        Route.Get(One, call => call.Ok(call.Catalog(call.Value("id")))),
        Route.Post(Collection, Create),
        Route.Patch(One, Update),
        Route.Delete(One, Delete),
    ];

    private static Answer Create(Call call)
    {
        var body = call.Read(Names.Catalog);
        Writing.RequireName(body);
        Writing.RefuseNavigations(body, Names.Catalog);
        var members = Writing.Created(call, body, Names.Catalog);
        members["catalogType"] = "userManaged";
        var catalog = new Entity(Names.Catalog, members);
        call.Store.Catalogs.Add(catalog);
        return call.Created(catalog);
    }

    private static Answer Update(Call call)
    {
        var catalog = call.Catalog(call.Value("id"));
        var body = call.Read(Names.Catalog);
        Writing.RefuseEmptyName(body);
        Writing.RefuseNavigations(body, Names.Catalog);
        Writing.Patch(call, catalog, body);
        return call.Patched(catalog, call.Behaviour.Shapes.OtherPatches);
    }

    private static Answer Delete(Call call)
    {
        var catalog = call.Catalog(call.Value("id"));
        if (catalog.Text("catalogType") is "serviceDefault")
        {
            throw Refusing.Deletion(call, "CatalogIsBuiltIn", "The built-in catalog cannot be deleted.");
        }

        if (catalog.Children(Names.AccessPackages).Count > 0)
        {
            throw Refusing.Deletion(call, "CatalogHasAccessPackages", "The catalog cannot be deleted because there are access packages in it.");
        }

        call.Store.Catalogs.Remove(catalog);
        call.Deleted(catalog);
        var scope = RoleScopes.Of(catalog);
        call.Store.RoleAssignments.RemoveAll(assignment => string.Equals(assignment.Text("appScopeId"), scope, StringComparison.OrdinalIgnoreCase));
        return Answer.NoContent;
    }
}
