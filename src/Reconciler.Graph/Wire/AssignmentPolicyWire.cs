using System.Text.Json.Nodes;
using Reconciler.Entitlements;
using Reconciler.Graph.Reading;

namespace Reconciler.Graph.Wire;

/// <summary>An assignment policy as Graph writes it (contract 7).</summary>
internal static class AssignmentPolicyWire
{
    public static ActualEntity ToEntity(JsonObject policy, AccessPackage parent, string parentId, DirectoryNames names) => new(
        new AssignmentPolicy
        {
            Catalog = parent.Catalog,
            Package = parent.Name,
            Name = policy.Text("displayName") ?? "",
            Description = policy.Text("description") ?? "",
            Requestors = RequestorsWire.ToRequestors(policy, names),
            Approval = ApprovalWire.ToApproval(policy, names),
            Expiration = ExpirationWire.ToExpiration(policy["expiration"]),
        },
        policy.Id(),
        parentId)
    {
        Unmodelled = Unmodelled(policy).ToEquatableArray(),
    };

    public static JsonObject From(AssignmentPolicy policy, string packageId)
    {
        var body = new JsonObject
        {
            ["requestorSettings"] = RequestorsWire.Nobodys(),
            ["requestApprovalSettings"] = new JsonObject { ["isRequestorJustificationRequired"] = false },
            ["questions"] = new JsonArray(),
            ["accessPackage"] = new JsonObject { ["id"] = packageId },
        };
        Overlay(body, policy, renames: true);
        return body;
    }

    /// <summary>Replaces the written settings inside a policy and nothing else.</summary>
    public static void Overlay(JsonObject policy, AssignmentPolicy changes, bool renames)
    {
        if (renames)
        {
            policy["displayName"] = changes.Name;
        }

        if (changes.Description.IsWritten)
        {
            policy["description"] = changes.Description.Value;
        }

        if (changes.Requestors.IsWritten)
        {
            RequestorsWire.Overlay(policy, changes.Requestors.Value);
        }

        if (changes.Approval.IsWritten)
        {
            ApprovalWire.Overlay(policy, changes.Approval.Value);
        }

        if (changes.Expiration.IsWritten)
        {
            ExpirationWire.Overlay(policy, changes.Expiration.Value);
        }
    }

    private static IEnumerable<string> Unmodelled(JsonObject policy)
    {
        if (policy.Items("questions").Count() is > 0 and var questions)
        {
            yield return WireJson.Count(questions, "question");
        }

        if (policy["reviewSettings"].Flag("isEnabled"))
        {
            yield return "an access review";
        }

        if (policy["automaticRequestSettings"].Flag("requestAccessForAllowedTargets"))
        {
            yield return "automatic assignment";
        }

        if (policy["notificationSettings"].Flag("isAssignmentNotificationDisabled"))
        {
            yield return "notifications switched off";
        }

        if (policy.Items("customExtensionStageSettings").Count() is > 0 and var callouts)
        {
            yield return WireJson.Count(callouts, "callout");
        }

        foreach (var words in ApprovalWire.Unmodelled(policy).Concat(RequestorsWire.Unmodelled(policy)))
        {
            yield return words;
        }
    }
}
