using System.Text.Json.Nodes;
using Reconciler.Emulator.Routes;
using Reconciler.Emulator.State;

namespace Reconciler.Emulator.Rules;

/// <summary>What an administrator's request does to assignments, and when it is refused (contract 8). The codes of refusals are published nowhere.</summary>
internal static class Assigning
{
    public static Entity Add(Call call, WantedAssignment wanted, JsonObject request)
    {
        var package = call.Package(wanted.PackageId ?? throw GraphErrorException.InvalidModel("/assignment/accessPackageId: it is required."));
        var policy = PolicyOf(call, package, wanted.PolicyId ?? throw GraphErrorException.InvalidModel("/assignment/assignmentPolicyId: it is required."));
        var target = AssignmentTargets.Find(call.Store, wanted);
        if (call.Store.LiveAssignmentsOf(Names.PackageLink, package.Id).Any(present => IsOf(present, Names.TargetLink, target)))
        {
            throw GraphErrorException.BadRequest("ExistingGrant", "The target has an assignment to the access package already.");
        }

        if (call.Store.AssignmentRequests.Exists(other =>
                AssignmentRequestRoutes.IsOpen(other) && IsOf(other, Names.PackageLink, package) && IsOf(other, Names.RequestorLink, target)))
        {
            throw GraphErrorException.BadRequest("ExistingOpenRequest", "The target has an open request for the access package already.");
        }

        AssignmentTargets.RefuseIncompatible(call.Store, package, target);
        RefuseApproval(policy, "isApprovalRequiredForAdd");
        var state = AssignmentDelivery.FirstState(call.Behaviour);
        var assignment = new Entity(Names.Assignment, new JsonObject
        {
            ["id"] = call.NewId(),
            ["state"] = state,
            ["status"] = AssignmentDelivery.StatusOf(state),
            ["schedule"] = AssignmentSchedules.Of(request["schedule"] as JsonObject, policy, call.Moment),
        });
        assignment.SetLinks(Names.PackageLink, package.Id);
        assignment.SetLinks(Names.PolicyLink, policy.Id);
        assignment.SetLinks(Names.TargetLink, target.Id);
        call.Store.Assignments.Add(assignment);
        return assignment;
    }

    /// <summary>Another end, other answers, or another policy of the same package.</summary>
    public static Entity Update(Call call, WantedAssignment wanted, JsonObject request)
    {
        var assignment = Live(call, wanted);
        var package = call.Package(assignment.Link(Names.PackageLink) ?? "");
        var policyId = wanted.PolicyId ?? assignment.Link(Names.PolicyLink) ?? throw GraphErrorException.InvalidModel("/assignment/assignmentPolicyId: it is required.");
        var policy = PolicyOf(call, package, policyId);
        RefuseApproval(policy, "isApprovalRequiredForUpdate");
        if (request["schedule"] is JsonObject schedule)
        {
            assignment.Edit()["schedule"] = AssignmentSchedules.Of(schedule, policy, call.Moment);
        }

        assignment.SetLinks(Names.PolicyLink, policy.Id);
        return assignment;
    }

    public static Entity Remove(Call call, WantedAssignment wanted)
    {
        var assignment = Live(call, wanted);
        if (AssignmentDelivery.IsBeingRemoved(call.Store, assignment))
        {
            throw GraphErrorException.BadRequest("ExistingOpenRequest", "The assignment has an open request for its removal already.");
        }

        if (call.Behaviour.Delays.AssignmentDelivery <= TimeSpan.Zero)
        {
            AssignmentSchedules.End(assignment, call.Now());
        }

        return assignment;
    }

    private static Entity Live(Call call, WantedAssignment wanted)
    {
        var id = wanted.Id ?? throw GraphErrorException.InvalidModel("/assignment/id: it is required.");
        var assignment = call.Store.Find(Names.Assignment, id)
            ?? throw GraphErrorException.NotFound("AssignmentNotFound", "The assignment was not found.");
        return assignment.Text("state") is "expired"
            ? throw GraphErrorException.BadRequest("AssignmentIsExpired", "The assignment has expired.")
            : assignment;
    }

    private static Entity PolicyOf(Call call, Entity package, string id)
    {
        var policy = call.Policy(id);
        return policy.Parent == package
            ? policy
            : throw GraphErrorException.InvalidModel("/assignment/assignmentPolicyId: the policy is one of another access package.");
    }

    // Not even administrators get past an approval: there is to be a policy for direct assignment.
    private static void RefuseApproval(Entity policy, string member)
    {
        if (PolicyRules.IsTrue(policy.Members["requestApprovalSettings"] as JsonObject, member))
        {
            throw GraphErrorException.BadRequest(
                "ApprovalRequired",
                $"The policy '{policy.Text("displayName")}' requires approval; assign directly by a policy that does not.");
        }
    }

    private static bool IsOf(Entity holder, string link, Entity entity) => holder.Link(link) is { } id && entity.HasId(id);
}
