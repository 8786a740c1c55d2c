using Reconciler.Entitlements;

namespace Reconciler.Declarations.Messages;

/// <summary>What checking declarations against each other can find, a code each, RCN100 to RCN199. Codes are never reused.</summary>
/// <remarks>RCN192 is found in loading, whose own numbers are all given away.</remarks>
internal static class CheckDiagnostics
{
    public static Diagnostic CatalogIsDeleted(SourceSpan? where, string package, string catalog, SourceSpan? tombstone) =>
        new("RCN100", Severity.Error, where, $"The access package {Quote.Of(package)} is in the catalog {Quote.Of(catalog)}, which is declared `ensure: absent` at {tombstone}.",
            "Give the package another catalog or `ensure: absent`, or keep the catalog.");

    public static Diagnostic ResourceNotInCatalog(SourceSpan? where, Reference resource, string catalog, SourceSpan? resources, string? nearest) =>
        new("RCN101", Severity.Error, where,
            $"The {Quote.Of(resource)} is not among the resources of the catalog {Quote.Of(catalog)} (at {resources}){Quote.DidYouMean(nearest)}",
            "List it in the catalog's `resources:`, or take it out here.");

    public static Diagnostic NobodyDecides(SourceSpan? where, string whose) =>
        new("RCN102", Severity.Warning, where, $"This stage has no `fallback` for requests where {whose} can't be found.",
            "Write `fallback:` beside `approvers:`; otherwise nobody decides such a request, and it is denied when its time is up.");

    public static Diagnostic SponsorsOfInsiders(SourceSpan? where) =>
        new("RCN103", Severity.Warning, where, "This stage asks sponsors of a connected organization, but the policy is not open to users from outside.",
            "Open the policy to `anyExternalUser` or to organizations, or name other approvers.");

    public static Diagnostic CatalogIsInternal(SourceSpan? where, string catalog) =>
        new("RCN104", Severity.Warning, where, $"Nobody from outside can use this policy: the catalog {Quote.Of(catalog)} is not enabled for external users.",
            "Write `enabledForExternalUsers: true` in the catalog, or open the policy to others.");

    public static Diagnostic NobodyMayRequest(SourceSpan? where) =>
        new("RCN105", Severity.Warning, where, "`mayRequest: true` has no effect: `who` is `nobody`.", "Take `mayRequest` out, or open the policy to somebody.");

    public static Diagnostic OutsidersUnapproved(SourceSpan? where) =>
        new("RCN106", Severity.Warning, where, "Anybody from outside who requests this access package gets it without an approval.",
            "Write stages in place of `approval: none`; the portal demands an approval for users who are not yet in the directory.");

    public static Diagnostic MixedRequestors(SourceSpan? where, Reference second, Reference first) =>
        Error("RCN130", where, $"The {Quote.Of(second)} can't stand beside the {Quote.Of(first)}: one policy is for users and groups, for organizations, or for service principals.",
            "Give each sort a policy of its own.");

    public static Diagnostic RegionOfNoSite(SourceSpan? where, Reference resource) =>
        Error("RCN131", where, $"The {Quote.Of(resource)} is no site and has no `geo`.", "Take `geo` out.");

    public static Diagnostic SelfBesideOthers(SourceSpan? where) =>
        Error("RCN132", where, "`self` can't stand beside other reviewers.", "Write `[ self ]`, or name the others alone.");

    public static Diagnostic ChoicesNotTranslated(SourceSpan? where, string language, int translated, int count) =>
        Error("RCN133", where, $"The question has {(count == 0 ? "no choices" : count == 1 ? "1 choice" : $"{count} choices")}, and {translated} in {Quote.Of(language)}.",
            count == 0 ? "Take `choices` out here: the question has none." : "Translate each, in the order of the question's; `\"\"` for one that is not translated.");

    public static Diagnostic ExtensionOfOtherOccasion(SourceSpan? where, Reference extension, ExtensionOccasion needed) =>
        Error("RCN134", where, $"The extension {Quote.Of(extension.Name ?? "")} can't run at this stage.",
            $"Name one with `runs: {(needed == ExtensionOccasion.OnRequest ? "onRequest" : "onAssignment")}`.");

    public static Diagnostic NobodyWaits(SourceSpan? where) =>
        Error("RCN135", where, "Nothing waits for an extension that runs on assignments.", "Take `waits` out, or write `runs: onRequest`.");

    public static Diagnostic NobodyApproves(SourceSpan? where) =>
        new("RCN136", Severity.Warning, where, "Nobody is asked for an approval: the policy assigns automatically.", "Write `approval: none`, or `requestors` in place of `automatic`.");

    public static Diagnostic ReviewsOverlap(SourceSpan? where, Duration openFor, Duration between) =>
        Error("RCN137", where, $"A review that is open for {openFor} is not over when the next begins, {between} after it.", $"Write at most {between}.");

    public static Diagnostic EscalationTooLate(SourceSpan? where, Duration after, Duration within, Duration fewest) => within < fewest
        ? EscalationTooLate(where, $"A stage that is decided within {within} has no time for an escalation.", $"Write {fewest} or more behind `decideWithin`, or `escalation: none`.")
        : EscalationTooLate(where, $"Nobody can be asked after {after} where a request is denied by itself after {within}.", "Write a time here that is shorter than `decideWithin`.");

    private static Diagnostic EscalationTooLate(SourceSpan? where, string message, string advice) => Error("RCN138", where, message, advice);

    public static Diagnostic SecondAutomatic(SourceSpan? where, EntityKey first) =>
        Error("RCN139", where, $"The access package has an automatic policy already: {Quote.Of(first.Name)}.", "Keep one; a rule can join several with `-or`.");

    public static Diagnostic TooManyRequestors(SourceSpan? where, int count, int most) =>
        Error("RCN140", where, $"A policy can name {most} users and groups; this one names {count}.", "Put them into a group, and name that.");

    public static Diagnostic NobodyReviews(SourceSpan? where) =>
        Error("RCN141", where, "This review has no `fallback` for those whose manager can't be found.", "Write `fallback:` beside `reviewers:`.");

    public static Diagnostic SourceTwice(SourceSpan? where, EntityKey other, SourceSpan? there) =>
        Error("RCN142", where, $"The organization {Quote.Of(other.Name)} has this identity source too (at {there}), and by it an organization is recognised.", "Keep it in one of them.");

    public static Diagnostic ExcludesItself(SourceSpan? where) =>
        Error("RCN144", where, "An access package can't be incompatible with itself.", "Take it out.");

    public static Diagnostic NoGuid(SourceSpan? where, string text) =>
        Error("RCN145", where, $"{Quote.Of(text)} is no id.", "Write a GUID such as `0f2b6e4c-5b77-4a9d-8b8a-31d2a1c7e901`.");

    public static Diagnostic NoDomain(SourceSpan? where, string text) =>
        Error("RCN146", where, $"{Quote.Of(text)} is no domain.", "Write one such as `fabrikam.com`.");

    public static Diagnostic NoAddress(SourceSpan? where, string text) =>
        Error("RCN147", where, $"{Quote.Of(text)} is no address that begins with `https://`.", "Write the whole address, such as `https://contoso.sharepoint.com/sites/Marketing`.");

    public static Diagnostic AssignedThroughApproval(SourceSpan? where, string policy) =>
        Error("RCN148", where, $"Nobody can be assigned through the policy {Quote.Of(policy)}: it asks for an approval.", "Name a policy with `approval: none`, for example one with `who: nobody`.");

    public static Diagnostic NoPattern(SourceSpan? where, string pattern, string problem) =>
        new("RCN149", Severity.Warning, where, $"{Quote.Of(pattern)} is no regular expression that we can read: {problem}", "Correct it: a pattern that nothing matches keeps everybody out.");

    public static Diagnostic NoLongerFound(SourceSpan? where, string code, EntityKey target, int times, int found) =>
        new("RCN191", Severity.Warning, where,
            found == 0
                ? $"The finding {code} of {Quote.Of(target.ToString())} is gone{(times == 1 ? "" : $", all {times} of it")}."
                : $"The finding {code} of {Quote.Of(target.ToString())} is there {found} {(found == 1 ? "time" : "times")}, and no longer {times}.",
            found == 0 ? "Take the line out." : $"Write {(found == 1 ? "the line without `times`" : $"`times: {found}`")}.");

    public static Diagnostic NeverKnown(SourceSpan where, string code) =>
        Error("RCN192", where, $"{Quote.Of(code)} can't be known beforehand.",
            "Name what `validate` finds in declarations (RCN1 and two digits), or what `plan` warns of in them (RCN4 and two digits); all else has to be mended.");

    private static Diagnostic Error(string code, SourceSpan? where, string message, string advice) => new(code, Severity.Error, where, message, advice);

    public static Diagnostic TargetIsNotDeclared(SourceSpan? where, EntityKey target, string? nearest) =>
        new("RCN190", Severity.Error, where, $"The {DocumentKinds.Noun($"{target.Kind}")} {Quote.Of(target.ToString())} is not declared{Quote.DidYouMean(nearest)}",
            "Correct the target, or take this out if what it was about is gone.");
}
