using System.Net;
using Reconciler.Emulator.Rules;
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
        Route.Get(Collection, List),
        Route.Get(One, Get),
        Route.Delete(One, _ => throw Missing()),
    ];

    private static Answer List(Call call)
    {
        AssignmentSchedules.EndWhatIsOver(call);
        return call.Page(new(Names.Assignment, call.Store.Assignments, Filterable)
        {
            Narrow = (path, id) => path switch
            {
                "accessPackage/id" => call.Store.AssignmentsOf(Names.PackageLink, id),
                "target/objectId" => call.Store.AssignmentsOf(Names.TargetLink, id),
                _ => null,
            },
        });
    }

    private static Answer Get(Call call)
    {
        AssignmentSchedules.EndWhatIsOver(call);
        return call.Ok(call.Store.Find(Names.Assignment, call.Value("id")) ?? throw Missing());
    }

    private static GraphErrorException Missing() => new(HttpStatusCode.NotFound, "AssignmentNotFound", "The assignment was not found.");
}
