using System.Net;
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

    public static readonly Route[] All =
    [
        Route.Get(Collection, call => List(call, call.Store.Packages)),
        Route.Get(EntitlementManagement + "/catalogs/{id}/accessPackages", ListOfCatalog),
        Route.Get(One, call => call.Ok(call.Package(call.Value("id")))),
        Route.Post(Collection, Create),
        Route.Patch(One, Update),
        Route.Delete(One, Delete),
    ];

    private static Answer ListOfCatalog(Call call) => List(call, call.Catalog(call.Value("id")).Children(Names.AccessPackages));

    private static Answer List(Call call, IEnumerable<Entity> packages)
    {
        if (call.Behaviour.RefusesIncompatiblesInLists)
        {
            call.RefuseExpanded(Names.IncompatiblePackages, Names.IncompatibleGroups, Names.IncompatibleWith);
        }

        return call.Page(new Listing(Names.Package, packages, "id", "displayName", "catalog/id"));
    }

    private static Answer Create(Call call)
    {
        var body = call.Read(Names.Package);
        Writing.RequireName(body);
        Writing.RefuseNavigations(body, Names.Package, "catalog");
        var catalog = call.Catalog(RequiredReference(body, "catalog"));
        var package = catalog.Add(Names.AccessPackages, new(Names.Package, Writing.Created(call, body, Names.Package)));
        return call.Written(package, HttpStatusCode.Created);
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

        Writing.Patch(call, package, body);
        return Answer.NoContent;
    }

    private static Answer Delete(Call call)
    {
        var package = call.Package(call.Value("id"));
        AssignmentSchedules.EndWhatIsOver(call);
        if (call.Store.LiveAssignmentsOf(Names.PackageLink, package.Id).Any())
        {
            throw GraphErrorException.BadRequest("AccessPackageHasAssignments", "The access package cannot be deleted because there are assignments to it.");
        }

        call.Store.Assignments.RemoveAll(assignment => assignment.Link(Names.PackageLink) is { } id && package.HasId(id));
        package.Parent?.Remove(Names.AccessPackages, package);
        foreach (var other in call.Store.Packages)
        {
            other.Unlink(Names.IncompatiblePackages, package.Id);
        }

        return Answer.NoContent;
    }
}
