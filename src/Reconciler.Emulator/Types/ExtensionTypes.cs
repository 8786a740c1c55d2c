using static Reconciler.Emulator.Types.Notation;

namespace Reconciler.Emulator.Types;

/// <summary>Custom workflow extensions and the stages that call them (contract 7.9, 13).</summary>
internal static class ExtensionTypes
{
    public static readonly GraphType[] All =
    [
        Entity("accessPackageAssignmentRequestWorkflowExtension : customCalloutExtension",
            "callbackConfiguration: customExtensionCallbackConfiguration?",
            "createdBy: String?",
            "createdDateTime: DateTimeOffset?",
            "lastModifiedBy: String?",
            "lastModifiedDateTime: DateTimeOffset?"),
        Entity("accessPackageAssignmentWorkflowExtension : customCalloutExtension",
            "callbackConfiguration: customExtensionCallbackConfiguration?",
            "createdBy: String?",
            "createdDateTime: DateTimeOffset?",
            "lastModifiedBy: String?",
            "lastModifiedDateTime: DateTimeOffset?"),
        Complex("accessPackageRequestApprovalStageCallbackConfiguration : customExtensionCallbackConfiguration"),
        Complex("azureAdPopTokenAuthentication : customExtensionAuthenticationConfiguration"),
        Complex("azureAdTokenAuthentication : customExtensionAuthenticationConfiguration",
            "resourceId: String?"),
        AbstractEntity("customCalloutExtension : entity",
            "authenticationConfiguration: customExtensionAuthenticationConfiguration?",
            "clientConfiguration: customExtensionClientConfiguration?",
            "description: String?",
            "displayName: String?",
            "endpointConfiguration: customExtensionEndpointConfiguration?"),
        AbstractComplex("customExtensionAuthenticationConfiguration"),
        AbstractComplex("customExtensionCallbackConfiguration",
            "timeoutDuration: Duration?"),
        Complex("customExtensionCalloutInstance",
            "customExtensionId: String?",
            "detail: String?",
            "externalCorrelationId: String?",
            "id: String?",
            "status: customExtensionCalloutInstanceStatus?"),
        Complex("customExtensionClientConfiguration",
            "maximumRetries: Int32?",
            "timeoutInMilliseconds: Int32?"),
        AbstractComplex("customExtensionEndpointConfiguration"),
        Entity("customExtensionStageSetting : entity",
            "stage: accessPackageCustomExtensionStage",
            "nav customExtension: customCalloutExtension?"),
        Complex("httpRequestEndpoint : customExtensionEndpointConfiguration",
            "targetUrl: String?"),
        Complex("logicAppTriggerEndpointConfiguration : customExtensionEndpointConfiguration",
            "logicAppWorkflowName: String?",
            "resourceGroupName: String?",
            "subscriptionId: String?",
            "url: String?"),
    ];
}
