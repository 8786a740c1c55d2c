using Reconciler.Entitlements;

namespace Reconciler.Graph.Wire;

/// <summary>An assignment as Graph writes it (contract 9).</summary>
internal static class AssignmentWire
{
    /// <summary>Whether somebody holds it, will hold it shortly or holds part of it.</summary>
    public static bool HasNotEnded(WireValue assignment) =>
        assignment.Text("state") is var state && !state.Means("expired") && !state.Means("deliveryFailed");

    public static Assignment ToAssignment(WireValue assignment, string packageId)
    {
        var target = assignment["target"];
        return new Assignment(
            assignment.Id(),
            packageId,
            assignment["assignmentPolicy"].Text("id"),
            target.Text("objectId"),
            target.Text("displayName") ?? target.Text("principalName") ?? target.Text("email") ?? target.Text("objectId") ?? "")
        {
            End = assignment["schedule"]["expiration"].Moment("endDateTime"),
        };
    }
}
