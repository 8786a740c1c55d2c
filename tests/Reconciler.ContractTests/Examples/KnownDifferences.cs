namespace Reconciler.ContractTests.Examples;

/// <summary>Where the emulator does not answer as an example prints it, each with the reason. One that does not differ any more fails a test.</summary>
internal static class KnownDifferences
{
    private const string EndUser = "501: what an end user calls in his own name is not imitated yet; configuration never calls it (contract 1.8).";
    private const string Approvals = "501: approvals are delegated only, and come with the life of requests (contract 10).";
    private const string Requests = "501: it comes with the life of requests (contract 8).";
    private const string Subjects = "501: subjects are shown with assignments alone; their own routes come with the life of guests (contract 14).";
    private const string OtherService = "501: another service of Graph, which configuration does not need (contract 16, 17, 19).";
    private const string Beta = "The example prints members of beta, which v1.0 does not declare (contract 1.1).";
    private const string BetaBody = "400: the example sends members of beta, which v1.0 does not declare (contract 7.1).";
    private const string BetaPath = "501: the example's path is not v1.0's; the metadata says catalogs/{id}/customWorkflowExtensions (contract 13).";

    private static readonly Dictionary<string, (string Why, string[] Differences)> All = new()
    {
        ["002"] = (EndUser, ["501, not 200"]),
        ["004"] = (EndUser, ["501, not 200"]),
        ["006"] = (EndUser, ["501, not 200"]),
        ["010"] = (Requests, ["501, not 204"]),
        ["012"] = (EndUser, ["501, not 200"]),
        ["013"] = (Beta, ["/completedDate is not answered"]),
        ["017"] = (Approvals, ["501, not 200"]),
        ["018"] = (Approvals, ["501, not 200"]),
        ["019"] = (Approvals, ["501, not 200"]),
        ["020"] = (Approvals, ["501, not 200"]),
        ["021"] = (Approvals, ["501, not 204"]),
        ["026"] = (Subjects, ["501, not 200"]),
        ["027"] = (Subjects, ["501, not 200"]),
        ["031"] = (OtherService, ["501, not 200"]),
        ["032"] = (OtherService, ["501, not 200"]),
        ["033"] = (OtherService, ["501, not 200"]),
        ["044"] = (Beta, ["/requestState is not answered", "/requestStatus is not answered"]),
        ["045"] = (Beta, ["/requestState is not answered", "/requestStatus is not answered"]),
        ["050"] = (OtherService, ["501, not 201"]),
        ["064"] = (Beta, ["/catalogId is not answered"]),
        ["068"] = (EndUser, ["501, not 200"]),
        ["069"] = (Subjects, ["501, not 204"]),
        ["070"] = (Requests, ["501, not 201"]),
        ["071"] = (Requests, ["501, not 201"]),
        ["074"] = (Beta + " Callouts are a navigation, and none is echoed after a write (contract 23).",
        [
            "/accessPackageId is not answered", "/requestorSettings/acceptRequests is not answered", "/requestorSettings/scopeType is not answered",
            "/requestorSettings/allowedRequestors is not answered", "/accessReviewSettings is not answered", "/customExtensionStageSettings is not answered",
        ]),
        ["075"] = (BetaBody, ["400, not 200"]),
        ["076"] = (BetaPath, ["501, not 201"]),
        ["077"] = (BetaPath, ["501, not 201"]),
    };

    public static (string Why, string[] Differences) Of(string number) => All.GetValueOrDefault(number, ("", []));
}
