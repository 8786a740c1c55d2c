using System.Text.Json.Nodes;

namespace Reconciler.ContractTests;

/// <summary>A policy as the tenant stores it, as a list of places and what is there: what one write must not touch can be compared.</summary>
internal static class PolicyState
{
    private static readonly Dictionary<string, string[]> Modelled = new(StringComparer.Ordinal)
    {
        ["description"] = ["/description"],
        ["requestors"] =
        [
            "/allowedTargetScope", "/specificAllowedTargets", "/requestorSettings/enable", "/requestorSettings/allowCustomAssignmentSchedule",
            "/requestorSettings/onBehalfRequestors", "/automaticRequestSettings",
        ],
        ["automatic"] = ["/allowedTargetScope", "/specificAllowedTargets", "/automaticRequestSettings"],
        ["approval"] =
        [
            "/requestApprovalSettings/isApprovalRequiredFor", "/requestApprovalSettings/isRequestorJustificationRequired",
            "/requestApprovalSettings/stages/0/durationBefore", "/requestApprovalSettings/stages/0/isApproverJustificationRequired",
            "/requestApprovalSettings/stages/0/primaryApprovers", "/requestApprovalSettings/stages/0/fallback",
            "/requestApprovalSettings/stages/0/isEscalationEnabled", "/requestApprovalSettings/stages/0/escalationApprovers",
            "/requestApprovalSettings/stages/1", "/requestApprovalSettings/stages/2",
        ],
        ["expiration"] = ["/expiration/type", "/expiration/duration", "/expiration/endDateTime"],
        ["review"] =
        [
            "/reviewSettings/is", "/reviewSettings/expirationBehavior", "/reviewSettings/primaryReviewers", "/reviewSettings/fallbackReviewers",
            "/reviewSettings/schedule/startDateTime", "/reviewSettings/schedule/expiration", "/reviewSettings/schedule/recurrence/pattern",
            "/reviewSettings/schedule/recurrence/range",
        ],
        ["questions"] = ["/questions"],
        ["notifications"] = ["/notificationSettings/isAssignmentNotificationDisabled"],
        ["callouts"] = ["/customExtensionStageSettings"],
    };

    /// <summary>Every place with its value, without those that belong to the setting and the date of the last change.</summary>
    public static SortedDictionary<string, string> Without(string? setting, JsonObject policy)
    {
        var places = new SortedDictionary<string, string>(StringComparer.Ordinal);
        Collect(policy, "", places);
        string[] left = ["/modifiedDateTime", .. setting is null ? [] : Modelled[setting]];
        foreach (var place in places.Keys.Where(place => left.Any(start => place.StartsWith(start, StringComparison.Ordinal))).ToList())
        {
            places.Remove(place);
        }

        return places;
    }

    /// <summary>The places that were there before and are not, or hold something else; only those, since a write spells out what was implied.</summary>
    public static IEnumerable<string> Lost(SortedDictionary<string, string> before, SortedDictionary<string, string> after) =>
        before.Where(place => after.GetValueOrDefault(place.Key) != place.Value)
            .Select(place => $"{place.Key}: {place.Value} → {after.GetValueOrDefault(place.Key) ?? "(gone)"}");

    private static void Collect(JsonNode? node, string place, SortedDictionary<string, string> places)
    {
        switch (node)
        {
            case JsonObject owner:
                foreach (var (name, value) in owner)
                {
                    Collect(value, $"{place}/{name}", places);
                }

                break;
            case JsonArray items:
                for (var index = 0; index < items.Count; index++)
                {
                    Collect(items[index], $"{place}/{index}", places);
                }

                break;
            case not null:
                places[place] = node.ToJsonString();
                break;
            default:
                break;
        }
    }
}
