using Reconciler.Graph.Wire;

namespace Reconciler.Graph.Http;

/// <summary>What to do about a refusal, a row a kind (contract 1.2, 1.8). The first that fits is said; the code can be empty.</summary>
internal static class GraphAdvice
{
    private const string Consent = "consented by an administrator as an application permission, or as a delegated one where a person signs in";
    private const string Deleted = "It was deleted meanwhile, or was made so recently that it is not everywhere yet: plan again.";

    private static readonly AdviceRow[] Rows =
    [
        new(400, "ResourceNotFoundInOriginSystem", "Entitlement management does not see it yet, which takes up to four minutes after it was made: run again. If it was deleted, take it out of the declarations."),
        new(400, "ResourceAlreadyOnboarded", "The catalog has it already: plan again."),
        new(400, "CallerNotResourceOwner", "Whoever signs in has to own it or to hold a grant over it: {owner}."),
        new(400, "InvalidDeleteResourceHasEntitlements", "A role of it is still in an access package of the catalog, or was until a moment ago: take it out of the packages, and run again after a minute."),
        new(400, "InvalidModel", "The service does not say which part of what was sent it objects to. Look at what is special about this one, and make it simpler until it is taken; if nothing is, report it as a bug, with the request id."),
        new(400, "InvalidFilter", "A text stands where the service expects an id of the form 00000000-0000-0000-0000-000000000000: correct the `id:`."),
        new(400, "ArgumentNullException", "The service expected a list and got none: report it as a bug, with the request id."),
        new(400, "ArgumentException", "The service does not know a word that was sent, perhaps because this cloud does not have it yet: leave that setting to the portal until it does."),
        new(400, "UnknownError", "The service gives no reason: it was seen for grants and for licences that are missing. Check that {grant} is there, " + Consent + "."),
        new(401, "", "It was asked with a token for another service or another cloud: check `cloud:` in reconciler.yaml.") { Says = "audience" },
        new(401, "", "The token has expired: sign in again, and run again.") { Says = "expired" },
        new(401, "", "The token was not taken. Sign in again, and check that it was for this tenant and cloud."),
        new(403, "Authorization_RequestDenied", "The directory refuses: check that {grant} is there, " + Consent + "."),
        new(403, "", "It needs {grant}, " + Consent + ", or a role of the catalog. The same is answered where the tenant lacks the licence, and for minutes after a grant was given or the object was made: then run again.") { Area = "identityGovernance/" },
        new(403, "", "It needs {grant}, " + Consent + ". A new grant counts with the next sign-in, and can take minutes."),
        new(404, "RoleNotFound", "The resource has no such role, or has it no more: correct the `role:`."),
        new(404, "ResourceNotFound", "The catalog does not hold the resource, or not yet: plan again."),
        new(404, "", Deleted),
        new(409, "DuplicateKey", "Something else was written to the same access package at the same time: run again, and let nothing else write to it meanwhile."),
        new(409, "", "It stands against something that is there: plan again."),
        new(413, "", "It is too large to be sent: make it smaller, or split it."),
        new(429, "", "Try again later; other programs that use the same application share its limits."),
        new(501, "", "What answers is not the whole of Microsoft Graph."),
        new(500, "", "The service is in trouble: try again later. If it stays, give its support the request id."),
    ];

    /// <summary>A sentence or two with a space before them; nothing where nobody knows.</summary>
    public static string For(GraphCall call, int status, string code, string message)
    {
        var row = Rows.FirstOrDefault(row => row.Fits(call.Url, status is > 501 ? 500 : status, code, message));
        return row is null ? "" : " " + row.Advice
            .Replace("{grant}", GrantsNeeded.For(call), StringComparison.Ordinal)
            .Replace("{owner}", GrantsNeeded.OverResource(call), StringComparison.Ordinal);
    }

    private sealed record AdviceRow(int Status, string Code, string Advice)
    {
        /// <summary>A word of the message; the code alone does not tell.</summary>
        public string Says { get; init; } = "";

        /// <summary>A part of the address.</summary>
        public string Area { get; init; } = "";

        public bool Fits(string url, int status, string code, string message) =>
            status == Status && (Code.Length == 0 || code.Means(Code))
            && message.Contains(Says, StringComparison.OrdinalIgnoreCase) && url.Contains(Area, StringComparison.OrdinalIgnoreCase);
    }
}
