using Reconciler.Emulator.Behaving;
using Reconciler.Emulator.Routes;
using Reconciler.Emulator.State;

namespace Reconciler.Emulator.Rules;

/// <summary>From an accepted request to access that is there, partly there, or gone (contract 1.5, 8, 9).</summary>
internal static class AssignmentDelivery
{
    public const string Delivery = "assignmentDelivery";
    public const string Removal = "assignmentRemoval";

    private const string Outcome = "outcome";

    /// <summary>The state an assignment has right after the request for it.</summary>
    public static string FirstState(Behaviour behaviour) =>
        behaviour.Delays.AssignmentDelivery > TimeSpan.Zero ? "delivering" : StateOf(behaviour.Delivery);

    /// <summary>The text beside a state, of requests and of assignments.</summary>
    public static string StatusOf(string state) => char.ToUpperInvariant(state[0]) + state[1..];

    public static void PlanDelivery(Call call, Entity assignment, Entity request)
    {
        if (call.Behaviour.Delays.AssignmentDelivery is var delay && delay > TimeSpan.Zero && call.Behaviour.Delivery is not DeliveryOutcome.Never)
        {
            Plan(call, Delivery, delay, assignment, request, StateOf(call.Behaviour.Delivery));
        }
    }

    public static void PlanRemoval(Call call, Entity assignment, Entity request) =>
        Plan(call, Removal, call.Behaviour.Delays.AssignmentDelivery, assignment, request, "delivered");

    public static bool IsBeingRemoved(TenantStore store, Entity assignment) =>
        store.Schedule.Events.Any(happening => happening.Kind == Removal && assignment.HasId(happening[Names.AssignmentLink] ?? ""));

    public static void Deliver(TenantStore store, ScheduledEvent happening)
    {
        // An assignment that ended meanwhile stays ended.
        if (store.Find(Names.Assignment, happening[Names.AssignmentLink]) is { } assignment && assignment.Text("state") is "delivering")
        {
            Set(assignment, happening[Outcome] ?? "delivered");
        }

        Complete(store, happening);
    }

    public static void Remove(TenantStore store, ScheduledEvent happening)
    {
        if (store.Find(Names.Assignment, happening[Names.AssignmentLink]) is { } assignment && assignment.Text("state") is not "expired")
        {
            AssignmentSchedules.End(assignment, Timestamp.Write(happening.Due));
        }

        Complete(store, happening);
    }

    private static void Complete(TenantStore store, ScheduledEvent happening)
    {
        if (store.Find(Names.AssignmentRequest, happening["requestId"]) is { } request)
        {
            Set(request, happening[Outcome] ?? "delivered");
            request.Edit()["completedDateTime"] = Timestamp.Write(happening.Due);
        }
    }

    private static void Plan(Call call, string kind, TimeSpan delay, Entity assignment, Entity request, string outcome) =>
        call.Store.Schedule.Add(new(kind, call.Moment + delay, new Dictionary<string, string>
        {
            [Names.AssignmentLink] = assignment.Id,
            ["requestId"] = request.Id,
            [Outcome] = outcome,
        }));

    private static void Set(Entity entity, string state)
    {
        entity.Edit()["state"] = state;
        entity.Edit()["status"] = StatusOf(state);
    }

    private static string StateOf(DeliveryOutcome outcome) => outcome switch
    {
        DeliveryOutcome.PartiallyDelivered => "partiallyDelivered",
        DeliveryOutcome.DeliveryFailed => "deliveryFailed",
        DeliveryOutcome.Never => "delivering",
        _ => "delivered",
    };
}
