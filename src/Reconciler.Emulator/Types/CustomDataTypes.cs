using static Reconciler.Emulator.Types.Notation;

namespace Reconciler.Emulator.Types;

/// <summary>Resources whose data the customer uploads; reachable, never served (contract 4.1).</summary>
internal static class CustomDataTypes
{
    public static readonly GraphType[] All =
    [
        Entity("customDataProvidedResource : accessPackageResource",
            "notificationEndpointConfiguration: customExtensionEndpointConfiguration?"),
        Entity("customDataProvidedResourceAccessReviewUploadSession : customDataProvidedResourceUploadSession"),
        Entity("customDataProvidedResourceFile : entity",
            "name: String",
            "size: Int64",
            "uploadedDateTime: DateTimeOffset"),
        AbstractComplex("customDataProvidedResourcePayloads.data"),
        AbstractEntity("customDataProvidedResourceUploadSession : entity",
            "createdDateTime: DateTimeOffset",
            "data: customDataProvidedResourcePayloads.data?",
            "isUploadDone: Boolean",
            "referenceId: String?",
            "stats: customDataProvidedResourceUploadStats",
            "status: customDataProvidedResourceUploadStatus",
            "nav files: customDataProvidedResourceFile[]?"),
        Complex("customDataProvidedResourceUploadStats",
            "filesUploaded: Int32",
            "totalBytesUploaded: Int64"),
    ];
}
