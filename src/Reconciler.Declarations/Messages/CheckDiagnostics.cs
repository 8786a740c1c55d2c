using Reconciler.Entitlements;

namespace Reconciler.Declarations.Messages;

/// <summary>What checking declarations against each other can find, a code each, RCN100 to RCN199. Codes are never reused.</summary>
internal static class CheckDiagnostics
{
    public static Diagnostic CatalogIsDeleted(SourceSpan? where, string package, string catalog, SourceSpan? tombstone) =>
        new("RCN100", Severity.Error, where, $"The access package {Quote.Of(package)} is in the catalog {Quote.Of(catalog)}, which is declared `ensure: absent` at {tombstone}.",
            "Give the package another catalog or `ensure: absent`, or keep the catalog.");

    public static Diagnostic ResourceNotInCatalog(SourceSpan? where, Reference resource, string catalog, SourceSpan? resources, string? nearest) =>
        new("RCN101", Severity.Error, where,
            $"{Quote.Of(resource.ToString())} is not among the resources of the catalog {Quote.Of(catalog)} (at {resources}){Quote.DidYouMean(nearest)}",
            "List it in the catalog's `resources:`, or take it out here.");

    public static Diagnostic NobodyDecides(SourceSpan? where, string whose) =>
        new("RCN102", Severity.Warning, where, $"This stage has no `fallback` for requests where {whose} can't be found.",
            "Write `fallback:` beside `approvers:`; otherwise nobody decides such a request, and it is denied when its time is up.");

    public static Diagnostic SponsorsOfInsiders(SourceSpan? where) =>
        new("RCN103", Severity.Warning, where, "This stage asks sponsors of a connected organization, but the policy is not open to users from outside.",
            "Open the policy to `anyExternalUser`, or name other approvers.");

    public static Diagnostic CatalogIsInternal(SourceSpan? where, string catalog) =>
        new("RCN104", Severity.Warning, where, $"Nobody from outside can use this policy: the catalog {Quote.Of(catalog)} is not enabled for external users.",
            "Write `enabledForExternalUsers: true` in the catalog, or open the policy to others.");

    public static Diagnostic NobodyMayRequest(SourceSpan? where) =>
        new("RCN105", Severity.Warning, where, "`mayRequest: true` has no effect: `who` is `nobody`.", "Take `mayRequest` out, or open the policy to somebody.");

    public static Diagnostic OutsidersUnapproved(SourceSpan? where) =>
        new("RCN106", Severity.Warning, where, "Anybody from outside who requests this access package gets it without an approval.",
            "Write stages in place of `approval: none`; the portal demands an approval for users who are not yet in the directory.");

    public static Diagnostic TargetIsNotDeclared(SourceSpan? where, EntityKey target, string? nearest) =>
        new("RCN190", Severity.Error, where, $"The {DocumentKinds.Noun($"{target.Kind}")} {Quote.Of(target.ToString())} is not declared{Quote.DidYouMean(nearest)}",
            "Correct the target, or take this out if what it was about is gone.");
}
