using System.Text.Json.Nodes;
using Reconciler.Entitlements;

namespace Reconciler.Graph.Wire;

/// <summary>An assignment policy as Graph writes it (contract 7).</summary>
internal static class AssignmentPolicyWire
{
    private const string Notifications = "notificationSettings";
    private const string IsSilent = "isAssignmentNotificationDisabled";

    public static ActualEntity ToEntity(WireValue policy, AccessPackage parent, string parentId)
    {
        var requestors = RequestorsWire.ToRequestors(policy);
        var entity = new AssignmentPolicy
        {
            Catalog = parent.Catalog,
            Package = parent.Name,
            Name = policy.Text("displayName") ?? "",
            Description = policy.Text("description") ?? "",
            Requestors = requestors,
            Automatic = AutomaticWire.ToAutomatic(policy, requestors.Who),
            Approval = ApprovalWire.ToApproval(policy),
            Expiration = policy["expiration"].Once(ExpirationWire.ToExpiration),
            Review = ReviewWire.ToReview(policy),
            Questions = QuestionWire.ToQuestions(policy),
            Notifications = !policy[Notifications].Flag(IsSilent),
            Callouts = CalloutWire.ToCallouts(policy),
        };
        return new ActualEntity(entity, policy.Id(), parentId)
        {
            Unmodelled = Unmodelled(policy, policy),
        };
    }

    /// <summary>Words for what it holds beyond the model; its callouts may have been read apart.</summary>
    public static EquatableArray<string> Unmodelled(WireValue policy, WireValue callouts) =>
        callouts.Count(CalloutWire.Member) == 0 && !AutomaticWire.IsAutomatic(policy) ? []
        : CalloutWire.Unmodelled(callouts).Append(AutomaticWire.Unmodelled(policy)).OfType<string>().ToEquatableArray();

    public static JsonObject From(AssignmentPolicy policy, string packageId, string doing)
    {
        var body = new JsonObject
        {
            [RequestorScopeWire.Targets] = new JsonArray(),
            ["requestorSettings"] = RequestorsWire.Nobodys(),
            ["requestApprovalSettings"] = new JsonObject { ["isRequestorJustificationRequired"] = false },
            ["questions"] = new JsonArray(),
            [CalloutWire.Member] = new JsonArray(),
            ["accessPackage"] = new JsonObject { ["id"] = packageId },
        };
        Overlay(body, policy, renames: true, doing);
        return body;
    }

    /// <summary>Replaces the written settings inside a policy and nothing else.</summary>
    public static void Overlay(JsonObject policy, AssignmentPolicy changes, bool renames, string doing)
    {
        if (renames)
        {
            policy["displayName"] = changes.Name;
        }

        changes.Description.Write(description => policy["description"] = description);
        changes.Requestors.Write(requestors => RequestorsWire.Overlay(policy, requestors, doing));
        changes.Automatic.Write(automatic => AutomaticWire.Overlay(policy, automatic));
        changes.Approval.Write(approval => ApprovalWire.Overlay(policy, approval));
        changes.Expiration.Write(expiration => ExpirationWire.Overlay(policy, expiration));
        changes.Review.Write(review => ReviewWire.Overlay(policy, review));
        changes.Questions.Write(questions => QuestionWire.Overlay(policy, questions));
        changes.Notifications.Write(notifications => policy.Ensure(Notifications)[IsSilent] = !notifications);
        changes.Callouts.Write(callouts => CalloutWire.Overlay(policy, callouts));
    }
}
