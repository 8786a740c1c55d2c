namespace Reconciler.Entitlements.Fields;

/// <summary>Judges a change of whom a policy is open to.</summary>
internal static class RequestorScopes
{
    public static Effect Judge(RequestorScope? old, RequestorScope? @new) => (old, @new) switch
    {
        (RequestorScope.Listed before, RequestorScope.Listed after) => Judgement.MoreWidens<Reference>(before.Principals, after.Principals),
        (RequestorScope.Listed, RequestorScope.Everyone { Population: Population.Nobody }) => Effect.Narrows,

        // Whoever is listed is in the directory, and so was everybody of these populations.
        (RequestorScope.Everyone { Population: Population.AnyMember or Population.AnyUser }, RequestorScope.Listed) => Effect.Narrows,
        (RequestorScope.Everyone before, RequestorScope.Everyone after) => Judge(Admits(before.Population), Admits(after.Population)),

        // Anything else lets in somebody who was not, or whom we can't tell.
        _ => Equals(old, @new) ? Effect.Neutral : Effect.Widens,
    };

    private static Effect Judge(string before, string after) =>
        after.Except(before).Any() ? Effect.Widens : before.Except(after).Any() ? Effect.Narrows : Effect.Neutral;

    /// <summary>A letter for each sort: members, guests, those of configured organizations and others from outside, service principals, agents.</summary>
    private static string Admits(Population population) => population switch
    {
        Population.AnyMember => "m",
        Population.AnyUser => "mg",
        Population.AnyConfiguredOrganization => "c",
        Population.AnyExternalUser => "ce",
        Population.AnyServicePrincipal => "s",
        Population.AnyAgentIdentity => "a",
        _ => "",
    };
}
