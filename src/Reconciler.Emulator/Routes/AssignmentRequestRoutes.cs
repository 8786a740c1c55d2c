using System.Text.Json.Nodes;
using Reconciler.Emulator.Querying;
using Reconciler.Emulator.Rules;
using Reconciler.Emulator.State;
using static Reconciler.Emulator.Routes.Finding;

namespace Reconciler.Emulator.Routes;

/// <summary>Requests by administrators, through which alone assignments change (contract 8).</summary>
internal static class AssignmentRequestRoutes
{
    private const string Collection = EntitlementManagement + "/assignmentRequests";
    private const string One = Collection + "/{id}";

    private static readonly string[] Filterable =
        ["id", "state", "requestType", "createdDateTime", "accessPackage/id", "requestor/objectId", "assignment/id", "assignment/target/objectId"];

    private static readonly string[] Open = ["submitted", "pendingApproval", "scheduled", "delivering"];

    public static readonly Route[] All =
    [
        Route.Get(Collection, call => call.Page(new Listing(Names.AssignmentRequest, call.Store.AssignmentRequests, Filterable))),
        Route.Get(One, call => call.Ok(Find(call))),
        Route.Post(Collection, Create),
        Route.Delete(One, Delete),
    ];

    public static bool IsOpen(Entity request) => Open.Contains(request.Text("state"));

    private static Entity Find(Call call) =>
        call.Store.Find(Names.AssignmentRequest, call.Value("id"))
        ?? throw GraphErrorException.NotFound("AssignmentRequestNotFound", "The assignment request was not found.");

    private static Answer Create(Call call)
    {
        var (body, wanted) = WantedAssignment.Split(call.Body);
        var request = call.Read(Names.AssignmentRequest, body);
        Writing.RefuseNavigations(request, Names.AssignmentRequest);
        ExpirationRules.Check(request["schedule"]?["expiration"] as JsonObject, "/schedule/expiration");
        AssignmentSchedules.EndWhatIsOver(call);
        var requestType = Text(request, "requestType");
        var assignment = requestType switch
        {
            "adminAdd" => Assigning.Add(call, wanted, request),
            "adminUpdate" => Assigning.Update(call, wanted, request),
            "adminRemove" => Assigning.Remove(call, wanted),
            null => throw GraphErrorException.InvalidModel("/requestType: it is required."),
            _ => throw GraphErrorException.NotImplemented($"assignment requests of type '{requestType}'"),
        };
        var entity = Stored(call, request, assignment, StateAfter(call, requestType, assignment));
        call.Store.AssignmentRequests.Add(entity);
        Plan(call, requestType, assignment, entity);

        // What the service says at once is that it has understood; how it went is read afterwards.
        var accepted = new Entity(Names.AssignmentRequest, entity.Members.DeepClone() as JsonObject ?? []);
        accepted.Members["state"] = "submitted";
        accepted.Members["status"] = "Accepted";
        accepted.Members["createdDateTime"] = null;
        accepted.Members["completedDateTime"] = null;
        return call.Created(accepted);
    }

    // What is asked of an assignment still on its way is on its way, too; an end that has come is what was asked for.
    private static string StateAfter(Call call, string requestType, Entity assignment) => (requestType, assignment.Text("state")) switch
    {
        ("adminRemove", "expired") => "delivered",
        ("adminRemove", _) => "delivering",
        ("adminAdd", { } state) => state,
        (_, "delivering") when AssignmentDelivery.FirstState(call.Behaviour) is "delivering" => "delivering",
        _ => "delivered",
    };

    private static void Plan(Call call, string requestType, Entity assignment, Entity request)
    {
        if (!IsOpen(request))
        {
            return;
        }

        if (requestType is "adminRemove")
        {
            AssignmentDelivery.PlanRemoval(call, assignment, request);
        }
        else
        {
            AssignmentDelivery.PlanDelivery(call, assignment, request);
        }
    }

    private static Entity Stored(Call call, JsonObject request, Entity assignment, string state)
    {
        var isDone = state is not "delivering";
        var members = new JsonObject
        {
            ["id"] = call.NewId(),
            ["requestType"] = request["requestType"]?.DeepClone(),
            ["state"] = state,
            ["status"] = AssignmentDelivery.StatusOf(state),
            ["createdDateTime"] = call.Now(),
            ["completedDateTime"] = isDone ? call.Now() : null,
        };
        foreach (var name in (string[])["justification", "schedule", "answers"])
        {
            members[name] = request[name]?.DeepClone();
        }

        var entity = new Entity(Names.AssignmentRequest, members);
        entity.SetLinks(Names.PackageLink, assignment.Link(Names.PackageLink) ?? "");
        entity.SetLinks(Names.AssignmentLink, assignment.Id);
        entity.SetLinks(Names.RequestorLink, assignment.Link(Names.TargetLink) ?? "");
        return entity;
    }

    private static Answer Delete(Call call)
    {
        var request = Find(call);
        if (IsOpen(request) || call.Store.Find(Names.Assignment, request.Link(Names.AssignmentLink)) is not null)
        {
            throw GraphErrorException.BadRequest("RequestCannotBeDeleted", "Only a denied or completed request without an assignment can be deleted.");
        }

        call.Store.AssignmentRequests.Remove(request);
        return Answer.NoContent;
    }
}
