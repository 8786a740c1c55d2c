using System.Text.Json.Nodes;

namespace Reconciler.ScenarioTests.Properties.Generating;

/// <summary>What people, other tools and updates of Graph make of a policy, much of which the language has no word for.</summary>
internal static class PolicyHand
{
    private const string Nobody = "00000000-dead-4000-8000-000000000000";

    public static void Change(JsonObject policy, int with)
    {
        switch (with % 6)
        {
            case 0:
                policy["description"] = null;
                break;
            case 1:
                Open(policy, "allDirectoryUsers");
                break;
            case 2:
                policy["requestApprovalSettings"] = new JsonObject { ["isApprovalRequiredForAdd"] = false };
                break;
            case 3:
                policy["expiration"] = new JsonObject { ["type"] = "afterDuration", ["duration"] = $"P{with + 1}D" };
                break;
            case 4:
                Group(policy, "requestorSettings")["enableTargetsToSelfRemoveAccess"] = with % 2 == 0;
                break;
            default:
                Open(policy, "specificDirectoryUsers", Subject("singleUser", "userId", KnownDirectory.UserIds[with % 5]), Subject("groupMembers", "groupId", KnownDirectory.GroupIds[with % 6]));
                break;
        }
    }

    public static void Enrich(JsonObject policy, int with, Func<string> newId)
    {
        switch (with % 8)
        {
            case 0:
                policy["questions"] = new JsonArray(
                    new JsonObject
                    {
                        ["@odata.type"] = "#microsoft.graph.accessPackageTextInputQuestion",
                        ["id"] = newId(),
                        ["sequence"] = 0,
                        ["isRequired"] = true,
                        ["text"] = "Cost centre?",
                        ["localizations"] = new JsonArray(new JsonObject { ["languageCode"] = "de-de", ["text"] = "Kostenstelle?" }),
                        ["regexPattern"] = "^[0-9]{4}$",
                    },
                    new JsonObject
                    {
                        ["@odata.type"] = "#microsoft.graph.accessPackageMultipleChoiceQuestion",
                        ["id"] = newId(),
                        ["sequence"] = 1,
                        ["text"] = "Where?",
                        ["choices"] = new JsonArray(new JsonObject { ["actualValue"] = "b", ["text"] = "Berlin" }),
                        ["isMultipleSelectionAllowed"] = true,
                    });
                break;
            case 1:
                policy["reviewSettings"] = new JsonObject
                {
                    ["isEnabled"] = true,
                    ["expirationBehavior"] = "removeAccess",
                    ["isSelfReview"] = false,
                    ["schedule"] = new JsonObject
                    {
                        ["startDateTime"] = "2026-01-15T06:59:59.998Z",
                        ["expiration"] = new JsonObject { ["type"] = "afterDuration", ["duration"] = "P14D" },
                        ["recurrence"] = new JsonObject
                        {
                            ["pattern"] = new JsonObject { ["type"] = "absoluteMonthly", ["interval"] = 3 },
                            ["range"] = new JsonObject { ["type"] = "noEnd", ["startDate"] = "2026-01-01" },
                        },
                    },
                    ["primaryReviewers"] = new JsonArray(Subject("groupMembers", "groupId", KnownDirectory.GroupIds[0])),
                };
                break;
            case 2 when policy.Parent?.Parent?.Parent?.Parent is JsonObject catalog && Items(catalog, "customWorkflowExtensions") is [var extension, ..]:
                var isOnRequest = $"{extension["@odata.type"]}".Contains("Request", StringComparison.Ordinal);
                policy["customExtensionStageSettings"] = new JsonArray(new JsonObject
                {
                    ["id"] = newId(),
                    ["stage"] = isOnRequest ? "assignmentRequestCreated" : "assignmentOneDayBeforeExpiration",
                    ["customExtension"] = new JsonObject { ["@odata.type"] = $"{extension["@odata.type"]}", ["id"] = $"{extension["id"]}" },
                });
                break;
            case 3:
                Group(policy, "requestorSettings")["enableOnBehalfRequestorsToAddAccess"] = true;
                Group(policy, "requestorSettings")["onBehalfRequestors"] = new JsonArray(new JsonObject { ["@odata.type"] = "#microsoft.graph.targetManager", ["managerLevel"] = 3 });
                break;
            case 4:
                policy["notificationSettings"] = new JsonObject { ["isAssignmentNotificationDisabled"] = true };
                break;
            case 5:
                policy["comesLater"] = Later();
                break;
            case 6:
                Group(policy, Pick(["requestorSettings", "requestApprovalSettings", "expiration", "reviewSettings", "notificationSettings"], with / 8))["comesLater"] = Later();
                break;
            default:
                foreach (var deep in (Stages(policy).Concat(Items(policy, "specificAllowedTargets"))).Concat(Stages(policy).SelectMany(s => Items(s, "primaryApprovers"))))
                {
                    deep["comesLater"] = Later();
                }

                break;
        }
    }

    public static void Escalate(JsonObject policy)
    {
        foreach (var stage in Stages(policy))
        {
            stage["durationBeforeAutomaticDenial"] = "P14D";
            stage["isEscalationEnabled"] = true;
            stage["durationBeforeEscalation"] = "P3D";
            stage["escalationApprovers"] = new JsonArray(Subject("groupMembers", "groupId", KnownDirectory.GroupIds[1]));
            stage["fallbackEscalationApprovers"] = new JsonArray(Subject("singleUser", "userId", KnownDirectory.UserIds[1]));
            stage["approverInformationVisibility"] = "visible";
        }
    }

    /// <summary>Into values of the modelled settings that the language has no word for.</summary>
    public static void Unmodel(JsonObject policy, int with)
    {
        switch (with % 5)
        {
            case 0:
                policy["expiration"] = new JsonObject { ["type"] = "notSpecified" };
                break;
            case 1:
                Open(policy, "specificConnectedOrganizationUsers", Subject("connectedOrganizationMembers", "connectedOrganizationId", Nobody));
                break;
            case 2:
                foreach (var stage in Stages(policy))
                {
                    (stage["primaryApprovers"] as JsonArray)?.Add(new JsonObject { ["@odata.type"] = "#microsoft.graph.targetManager", ["managerLevel"] = 2 });
                }

                break;
            case 3 when Stages(policy).Count > 0:
                Group(policy, "requestApprovalSettings")["isApprovalRequiredForAdd"] = false;
                Group(policy, "requestApprovalSettings")["isApprovalRequiredForUpdate"] = true;
                break;
            default:
                Open(policy, "allConfiguredConnectedOrganizationUsers");
                break;
        }
    }

    /// <summary>Edits or switches off a review, and the words of questions.</summary>
    public static void Review(JsonObject policy, int with)
    {
        if (policy["reviewSettings"] is JsonObject review && review["schedule"] is not null)
        {
            review[with % 2 == 0 ? "isEnabled" : "isRecommendationEnabled"] = with % 4 > 1;
        }

        foreach (var question in Items(policy, "questions"))
        {
            question[with % 3 == 0 ? "comesLater" : "isRequired"] = with % 3 != 0;
        }
    }

    /// <summary>Makes it assign by a rule, where no other of its package does.</summary>
    public static void Automate(JsonObject policy, int with)
    {
        var siblings = (policy.Parent as JsonArray ?? []).OfType<JsonObject>();
        if (siblings.Any(other => other["automaticRequestSettings"]?["requestAccessForAllowedTargets"]?.GetValue<bool>() == true))
        {
            return;
        }

        Open(policy, "specificDirectoryUsers", new JsonObject { ["@odata.type"] = "#microsoft.graph.attributeRuleMembers", ["membershipRule"] = $"(user.department -eq \"{with}\")" });
        policy["automaticRequestSettings"] = new JsonObject { ["requestAccessForAllowedTargets"] = true, ["removeAccessWhenTargetLeavesAllowedTargets"] = with % 2 == 0 };
    }

    /// <summary>Names somebody whom the directory no longer knows.</summary>
    public static void Dangle(JsonObject policy, int with)
    {
        if (with % 2 == 0)
        {
            var targets = Items(policy, "specificAllowedTargets").Select(t => t.DeepClone()).Append(Subject("groupMembers", "groupId", Nobody));
            Open(policy, "specificDirectoryUsers", [.. targets.Where(IsUserOrGroup)]);
        }

        foreach (var stage in Stages(policy))
        {
            (stage["primaryApprovers"] as JsonArray)?.Add(Subject("singleUser", "userId", Nobody));
        }
    }

    /// <summary>Who chooses other people in the portal switches the automatic assignment off with it.</summary>
    private static void Open(JsonObject policy, string scope, params JsonNode[] targets)
    {
        policy.Remove("automaticRequestSettings");
        policy["allowedTargetScope"] = scope;
        policy["specificAllowedTargets"] = new JsonArray(targets);
    }

    private static bool IsUserOrGroup(JsonNode target) => $"{target["@odata.type"]}" is "#microsoft.graph.singleUser" or "#microsoft.graph.groupMembers";

    private static JsonObject Later() => new() { ["deep"] = new JsonArray(new JsonObject { ["isAllowedLater"] = true, ["count"] = 3 }) };

    private static JsonObject Subject(string type, string member, string id) => new() { ["@odata.type"] = $"#microsoft.graph.{type}", [member] = id };

    private static JsonObject Group(JsonObject policy, string member)
    {
        if (policy[member] is not JsonObject there)
        {
            policy[member] = there = [];
        }

        return there;
    }

    private static List<JsonObject> Stages(JsonObject policy) => Items(policy["requestApprovalSettings"] as JsonObject ?? [], "stages");

    private static List<JsonObject> Items(JsonObject owner, string member) => (owner[member] as JsonArray ?? []).OfType<JsonObject>().ToList();

    private static string Pick(string[] all, int at) => all[at % all.Length];
}
