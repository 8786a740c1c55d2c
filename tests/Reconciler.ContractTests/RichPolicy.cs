using System.Text.Json.Nodes;
using static Reconciler.ContractTests.Given;

namespace Reconciler.ContractTests;

/// <summary>A policy with everything that the language has no word for yet, which every write must leave as it is.</summary>
internal static class RichPolicy
{
    private const string Target = """ "isAllowedLater": true """;

    public static JsonObject Json() => Given.Json($$"""
        {
          "id": "{{Policy}}", "displayName": "{{PolicyName}}", "description": "For everybody in marketing.",
          "allowedTargetScope": "specificDirectoryUsers",
          "specificAllowedTargets": [
            { "@odata.type": "#microsoft.graph.groupMembers", "groupId": "{{Marketing.Id}}", "description": "Marketing" },
            { "@odata.type": "#microsoft.graph.singleUser", "userId": "{{Megan.Id}}" } ],
          "expiration": { "type": "afterDuration", "duration": "P180D" },
          "requestorSettings": {
            "enableTargetsToSelfAddAccess": true, "enableTargetsToSelfUpdateAccess": false, "enableTargetsToSelfRemoveAccess": true,
            "allowCustomAssignmentSchedule": true, "enableOnBehalfRequestorsToAddAccess": true,
            "onBehalfRequestors": [ { "@odata.type": "#microsoft.graph.targetManager", "managerLevel": 3 } ] },
          "requestApprovalSettings": {
            "isApprovalRequiredForAdd": true, "isApprovalRequiredForUpdate": true, "isRequestorJustificationRequired": true,
            "stages": [ {
              "durationBeforeAutomaticDenial": "P14D", "isApproverJustificationRequired": true,
              "isEscalationEnabled": true, "durationBeforeEscalation": "P3D", "approverInformationVisibility": "visible",
              "primaryApprovers": [ { "@odata.type": "#microsoft.graph.requestorManager", "managerLevel": 2 } ],
              "fallbackPrimaryApprovers": [ { "@odata.type": "#microsoft.graph.singleUser", "userId": "{{Isaiah.Id}}" } ],
              "escalationApprovers": [ { "@odata.type": "#microsoft.graph.groupMembers", "groupId": "{{Approvers.Id}}" } ],
              "fallbackEscalationApprovers": [ { "@odata.type": "#microsoft.graph.singleUser", "userId": "{{Megan.Id}}" } ] } ] },
          "reviewSettings": {
            "isEnabled": true, "expirationBehavior": "removeAccess", "isRecommendationEnabled": false, "isSelfReview": false,
            "schedule": { "startDateTime": "2026-01-01T00:00:00Z", "expiration": { "type": "afterDuration", "duration": "P14D" },
              "recurrence": { "pattern": { "type": "absoluteMonthly", "interval": 3 }, "range": { "type": "noEnd", "startDate": "2026-01-01" } } },
            "primaryReviewers": [ { "@odata.type": "#microsoft.graph.groupMembers", "groupId": "{{Approvers.Id}}" } ] },
          "notificationSettings": { "isAssignmentNotificationDisabled": true },
          "questions": [
            { "@odata.type": "#microsoft.graph.accessPackageTextInputQuestion", "id": "eeeeeeee-0000-4000-8000-000000000001", "sequence": 0,
              "isRequired": true, "text": "Cost centre?", "localizations": [ { "languageCode": "de-de", "text": "Kostenstelle?" } ], "regexPattern": "^[0-9]{4}$" },
            { "@odata.type": "#microsoft.graph.accessPackageMultipleChoiceQuestion", "id": "eeeeeeee-0000-4000-8000-000000000002", "sequence": 1,
              "text": "Where?", "choices": [ { "actualValue": "b", "text": "Berlin" } ], "isMultipleSelectionAllowed": true } ],
          "customExtensionStageSettings": [
            { "id": "eeeeeeee-0000-4000-8000-000000000003", "stage": "assignmentRequestCreated", "customExtension": {
              "@odata.type": "#microsoft.graph.accessPackageAssignmentRequestWorkflowExtension", "id": "eeeeeeee-0000-4000-8000-000000000004" } } ]
        }
        """);

    /// <summary>The same after an update of Graph: members nobody has heard of, at every depth.</summary>
    public static JsonObject OfTheFuture()
    {
        var policy = Json();
        foreach (var place in (string[])["requestorSettings", "requestApprovalSettings", "notificationSettings", "reviewSettings", "expiration"])
        {
            Add(policy[place]);
        }

        Add(policy);
        Add(policy["requestApprovalSettings"]?["stages"]?[0]);
        Add(policy["requestApprovalSettings"]?["stages"]?[0]?["primaryApprovers"]?[0]);
        Add(policy["specificAllowedTargets"]?[0]);
        Add(policy["questions"]?[0]);
        Add(policy["questions"]?[1]?["choices"]?[0]);
        Add(policy["requestorSettings"]?["onBehalfRequestors"]?[0]);
        return policy;
    }

    private static void Add(JsonNode? place)
    {
        var owner = place as JsonObject ?? throw new InvalidOperationException("There is no such place.");
        owner["comesLater"] = Given.Json($$"""{ "deep": [ { {{Target}}, "count": 3 } ] }""");
    }
}
