using Reconciler.Entitlements;
using Reconciler.Graph;
using Reconciler.Planning;

namespace Reconciler.Cli;

/// <summary>What is said of grants that are missing, RCN64x.</summary>
internal static class GrantDiagnostics
{
    /// <summary>All of them in one, each with what it is for: what to do is the same for all.</summary>
    public static Refusal Lacking(IEnumerable<Need> missing, CallerKind caller)
    {
        var grants = missing.GroupBy(need => Grant(need.Kind, caller))
            .Select(grant => (Name: grant.Key, By: grant.SelectMany(need => need.By).DistinctBy(by => by.What).ToList())).ToList();
        var kind = caller == CallerKind.Person ? "delegated permission" : "application permission";
        var what = grants is [var only]
            ? $"{only.Name}, {(caller == CallerKind.Person ? "a" : "an")} {kind} of Microsoft Graph: {For(only.By)}."
            : $"{grants.Count} {kind}s of Microsoft Graph: {string.Join("; ", grants.Select(grant => $"{grant.Name} ({For(grant.By)})"))}.";
        return new Refusal("RCN641", null, grants[0].By[0].Where, $"{Capital(Noun(caller))} lacks {what}",
            $"Nothing was written. Add {(grants.Count == 1 ? "it" : "them")} to the application, let an administrator consent, and run again: "
                + $"{(grants.Count == 1 ? "it counts" : "they count")} with the next sign-in. reconciler permissions says all that the files need.");
    }

    /// <summary>All of them in one: who plans need not be who applies.</summary>
    public static Diagnostic WouldLack(IEnumerable<Need> missing, CallerKind caller) => new("RCN642", Severity.Warning, null,
        $"Whoever plans could not apply this: {Noun(caller)} lacks {string.Join(", ", missing.Select(need => Grant(need.Kind, caller)).Distinct())}.",
        "apply would refuse before its first write. reconciler permissions says what each is for.");

    private static string For(List<NeededBy> by) => $"the plan {by[0].What}{(by.Count == 1 ? "" : $", and {by.Count - 1} more need it")}";

    private static string Grant(AccessKind kind, CallerKind caller) => GraphGrants.Of(kind, caller == CallerKind.Person) ?? GraphGrants.Of(kind).Application;

    private static string Noun(CallerKind caller) => caller switch
    {
        CallerKind.Person => "the sign-in of this person",
        CallerKind.Application => "the application",
        _ => "whoever signed in",
    };

    private static string Capital(string words) => char.ToUpperInvariant(words[0]) + words[1..];
}
