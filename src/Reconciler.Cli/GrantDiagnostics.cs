using Reconciler.Entitlements;
using Reconciler.Graph;
using Reconciler.Planning;

namespace Reconciler.Cli;

/// <summary>What is said of grants that are missing, RCN64x.</summary>
internal static class GrantDiagnostics
{
    /// <summary>One for each grant, with what it is for.</summary>
    public static IEnumerable<Refusal> Lacking(IEnumerable<Need> missing, CallerKind caller) =>
        missing.GroupBy(need => Grant(need.Kind, caller)).Select(grant => Lacks(grant.Key, [.. grant.SelectMany(need => need.By).DistinctBy(by => by.What)], caller));

    /// <summary>All of them in one: who plans need not be who applies.</summary>
    public static Diagnostic WouldLack(IEnumerable<Need> missing, CallerKind caller) => new("RCN642", Severity.Warning, null,
        $"Whoever plans could not apply this: {Noun(caller)} lacks {string.Join(", ", missing.Select(need => Grant(need.Kind, caller)).Distinct())}.",
        "apply would refuse before its first write. reconciler permissions says what each is for.");

    private static Refusal Lacks(string grant, List<NeededBy> by, CallerKind caller) => new("RCN641", null, by[0].Where,
        $"{Capital(Noun(caller))} lacks {grant}, {(caller == CallerKind.Person ? "a delegated" : "an application")} permission of Microsoft Graph: the plan {by[0].What}{(by.Count == 1 ? "" : $", and {by.Count - 1} more need it")}.",
        "Nothing was written. Add it to the application, let an administrator consent, and run again: it counts with the next sign-in. reconciler permissions says all that the files need.");

    private static string Grant(AccessKind kind, CallerKind caller) => GraphGrants.Of(kind, caller == CallerKind.Person) ?? GraphGrants.Of(kind).Application;

    private static string Noun(CallerKind caller) => caller switch
    {
        CallerKind.Person => "the sign-in of this person",
        CallerKind.Application => "the application",
        _ => "whoever signed in",
    };

    private static string Capital(string words) => char.ToUpperInvariant(words[0]) + words[1..];
}
