using System.Text.Json.Nodes;
using Reconciler.Emulator.Behaving;
using Reconciler.Emulator.Querying;
using Reconciler.Emulator.Rules;
using Reconciler.Emulator.State;
using static Reconciler.Emulator.Routes.Finding;

namespace Reconciler.Emulator.Routes;

/// <summary>Access packages (contract 5).</summary>
internal static class PackageRoutes
{
    private const string Collection = EntitlementManagement + "/accessPackages";
    private const string One = Collection + "/{id}";

    private static readonly string[] Incompatibles = [Names.IncompatiblePackages, Names.IncompatibleGroups, Names.IncompatibleWith];

    public static readonly Route[] All =
    [
        Route.Get(Collection, call => List(call, owner: null)),
        Route.Get(EntitlementManagement + "/catalogs/{id}/accessPackages", ListOfCatalog),
        Route.Get(One, call => call.Ok(call.Package(call.Value("id")))),
        Route.Post(Collection, Create),
        Route.Patch(One, Update),
        Route.Delete(One, Delete),
    ];

    private static Answer ListOfCatalog(Call call) => List(call, call.Catalog(call.Value("id")));

    // Of one catalog, or of all.
    private static Answer List(Call call, Entity? owner)
    {
        var packages = owner?.Children(Names.AccessPackages) ?? call.Store.Packages;
        var incompatibles = call.Behaviour.OpenQuestions.IncompatiblesInLists;
        if (incompatibles is ListedExpansion.Refused)
        {
            call.RefuseExpanded(Incompatibles);
        }

        if (call.Behaviour.RefusesCalloutsInLists)
        {
            call.RefuseExpandedWithin(Names.StageSettings);
        }

        return call.Page(new Listing(Names.Package, packages, "id", "displayName", "catalog/id")
        {
            Departed = gone => owner is null || gone.Parent == owner,
            LeftOut = incompatibles is ListedExpansion.LeftOut ? Incompatibles : [],
            Narrow = (path, id) => owner is null && path == "catalog/id" ? call.Store.Find(Names.Catalog, id)?.Children(Names.AccessPackages) ?? [] : null,
        });
    }

    private static Entity? Namesake(Entity catalog, JsonObject body, Entity? but = null) =>
        catalog.Children(Names.AccessPackages).FirstOrDefault(other =>
            other != but && other.Text("displayName") is { } name && Text(body, "displayName") is { } wanted && Likeness.AreSame(name, wanted));

    private static Answer Create(Call call)
    {
        var body = call.Read(Names.Package);
        Writing.RequireName(body);
        Writing.RefuseNavigations(body, Names.Package, "catalog");
        var catalog = call.Catalog(RequiredReference(body, "catalog"));
        if (Refusing.Duplicate(call, call.Behaviour.OpenQuestions.Duplicates.Names, Namesake(catalog, body)) is { } answer)
        {
            return answer;
        }

        var package = catalog.Add(Names.AccessPackages, new(Names.Package, Writing.Created(call, body, Names.Package)));
        return call.Created(package);
    }

    private static Answer Update(Call call)
    {
        var package = call.Package(call.Value("id"));
        var body = call.Read(Names.Package);
        Writing.RefuseEmptyName(body);
        Writing.RefuseNavigations(body, Names.Package, "catalog");
        if (Reference(body, "catalog") is { } catalogId && package.Parent?.HasId(catalogId) != true)
        {
            throw GraphErrorException.InvalidModel("/catalog/id: an access package cannot be moved to another catalog.");
        }

        if (package.Parent is { } home && Namesake(home, body, package) is not null)
        {
            Refusing.RefuseDuplicate(call.Behaviour.OpenQuestions.Duplicates.Names);
        }

        Writing.Patch(call, package, body);
        return call.Patched(package, call.Behaviour.Shapes.OtherPatches);
    }

    private static Answer Delete(Call call)
    {
        var package = call.Package(call.Value("id"));
        AssignmentSchedules.EndWhatIsOver(call);
        if (call.Store.LiveAssignmentsOf(Names.PackageLink, package.Id).Any())
        {
            throw Refusing.Deletion(call, "AccessPackageHasAssignments", "The access package cannot be deleted because there are assignments to it.");
        }

        foreach (var expired in call.Store.AssignmentsOf(Names.PackageLink, package.Id).ToList())
        {
            call.Store.Assignments.Remove(expired);
        }

        package.Parent?.Remove(Names.AccessPackages, package);
        call.Deleted(package);
        foreach (var other in call.Store.Packages)
        {
            other.Unlink(Names.IncompatiblePackages, package.Id);
        }

        return Answer.NoContent;
    }
}
