using static Reconciler.Emulator.Types.Notation;

namespace Reconciler.Emulator.Types;

/// <summary>Assignment requests and the answers they carry (contract 8).</summary>
internal static class RequestTypes
{
    public static readonly GraphType[] All =
    [
        AbstractComplex("accessPackageAnswer",
            "displayValue: String?",
            "nav answeredQuestion: accessPackageQuestion?"),
        Complex("accessPackageAnswerString : accessPackageAnswer",
            "value: String?"),
        Entity("accessPackageAssignmentRequest : entity",
            "answers: accessPackageAnswer[]?",
            "completedDateTime: DateTimeOffset?",
            "createdDateTime: DateTimeOffset?",
            "customExtensionCalloutInstances: customExtensionCalloutInstance[]?",
            "justification: String?",
            "requestType: accessPackageRequestType?",
            "schedule: entitlementManagementSchedule?",
            "state: accessPackageRequestState?",
            "status: String?",
            "nav accessPackage: accessPackage?",
            "nav assignment: accessPackageAssignment?",
            "nav requestor: accessPackageSubject?"),
    ];
}
