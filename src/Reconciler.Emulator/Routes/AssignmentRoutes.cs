using System.Net;
using Reconciler.Emulator.State;
using static Reconciler.Emulator.Routes.Finding;

namespace Reconciler.Emulator.Routes;

/// <summary>Assignments, which can only be read: they change through requests (contract 9).</summary>
internal static class AssignmentRoutes
{
    private const string Collection = EntitlementManagement + "/assignments";
    private const string One = Collection + "/{id}";

    private static readonly string[] Filterable = ["id", "state", "accessPackage/id", "assignmentPolicy/id", "target/objectId"];

    public static readonly Route[] All =
    [
        Route.Get(Collection, call => call.Page(new(Names.Assignment, call.Store.Assignments, Filterable))),
        Route.Get(One, call => call.Ok(call.Store.Assignments.Find(assignment => assignment.HasId(call.Value("id"))) ?? throw Missing())),
        Route.Delete(One, _ => throw Missing()),
    ];

    private static GraphErrorException Missing() => new(HttpStatusCode.NotFound, "AssignmentNotFound", "The assignment was not found.");
}
