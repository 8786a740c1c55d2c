using System.Collections.Frozen;
using System.Text.Json.Nodes;
using Reconciler.Emulator.Types;

namespace Reconciler.Emulator.Querying;

/// <summary>What the service says on reads for members nobody has set (contract 2, 5, 6.1, 7.1 to 7.7, 12).</summary>
internal static class ServiceDefaults
{
    private static readonly FrozenDictionary<(string Type, string Member), string> Json = new Dictionary<(string, string), string>
    {
        [("accessPackageCatalog", "catalogType")] = "\"userManaged\"",
        [("accessPackageCatalog", "state")] = "\"published\"",
        [("accessPackageCatalog", "isExternallyVisible")] = "false",
        [("accessPackage", "isHidden")] = "false",
        [("accessPackageAssignmentPolicy", "allowedTargetScope")] = "\"notSpecified\"",
        [("accessPackageAssignmentPolicy", "expiration")] = """{ "type": "noExpiration" }""",
        [("accessPackageAssignmentPolicy", "notificationSettings")] = "{}",
        [("accessPackageAssignmentPolicy", "requestApprovalSettings")] = "{}",
        [("accessPackageAssignmentPolicy", "requestorSettings")] = "{}",
        [("accessPackageNotificationSettings", "isAssignmentNotificationDisabled")] = "false",
        [("accessPackageAssignmentApprovalSettings", "isApprovalRequiredForAdd")] = "false",
        [("accessPackageAssignmentApprovalSettings", "isApprovalRequiredForUpdate")] = "false",
        [("accessPackageAssignmentApprovalSettings", "isRequestorJustificationRequired")] = "false",
        [("accessPackageApprovalStage", "approverInformationVisibility")] = "\"default\"",
        [("accessPackageApprovalStage", "durationBeforeEscalation")] = "\"PT0S\"",
        [("accessPackageApprovalStage", "isApproverJustificationRequired")] = "false",
        [("accessPackageApprovalStage", "isEscalationEnabled")] = "false",
        [("accessPackageAssignmentRequestorSettings", "allowCustomAssignmentSchedule")] = "false",
        [("accessPackageAssignmentRequestorSettings", "enableOnBehalfRequestorsToAddAccess")] = "false",
        [("accessPackageAssignmentRequestorSettings", "enableOnBehalfRequestorsToRemoveAccess")] = "false",
        [("accessPackageAssignmentRequestorSettings", "enableOnBehalfRequestorsToUpdateAccess")] = "false",
        [("accessPackageAssignmentRequestorSettings", "enableTargetsToSelfAddAccess")] = "false",
        [("accessPackageAssignmentRequestorSettings", "enableTargetsToSelfRemoveAccess")] = "false",
        [("accessPackageAssignmentRequestorSettings", "enableTargetsToSelfUpdateAccess")] = "false",
        [("accessPackageAssignmentReviewSettings", "isEnabled")] = "false",
        [("accessPackageAssignmentReviewSettings", "isRecommendationEnabled")] = "true",
        [("accessPackageAssignmentReviewSettings", "isReviewerJustificationRequired")] = "true",
        [("accessPackageAssignmentReviewSettings", "isSelfReview")] = "false",
        [("accessPackageAutomaticRequestSettings", "removeAccessWhenTargetLeavesAllowedTargets")] = "false",
        [("accessPackageAutomaticRequestSettings", "requestAccessForAllowedTargets")] = "false",
        [("accessPackageQuestion", "isAnswerEditable")] = "false",
        [("accessPackageQuestion", "isRequired")] = "false",
        [("accessPackageTextInputQuestion", "isSingleLineQuestion")] = "false",
        [("accessPackageMultipleChoiceQuestion", "isMultipleSelectionAllowed")] = "false",
        [("requestorManager", "managerLevel")] = "1",
        [("recurrencePattern", "dayOfMonth")] = "0",
        [("recurrencePattern", "month")] = "0",
        [("recurrencePattern", "interval")] = "1",
        [("recurrenceRange", "numberOfOccurrences")] = "0",
        [("accessPackageAssignment", "state")] = "\"delivered\"",
        [("connectedOrganization", "state")] = "\"configured\"",
        [("servicePrincipal", "accountEnabled")] = "true",
        [("servicePrincipal", "appRoleAssignmentRequired")] = "false",
        [("accessPackageResourceAttribute", "isEditable")] = "true",
        [("accessPackageResourceAttribute", "isPersistedOnAssignmentRemoval")] = "true",
        [("user", "accountEnabled")] = "true",
        [("user", "userType")] = "\"Member\"",
        [("group", "mailEnabled")] = "false",
        [("group", "securityEnabled")] = "true",
    }.ToFrozenDictionary();

    public static JsonNode? For(GraphMember member) =>
        Json.TryGetValue((member.Owner, member.Name), out var json) ? JsonNode.Parse(json) : null;
}
