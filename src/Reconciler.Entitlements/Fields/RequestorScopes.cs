namespace Reconciler.Entitlements.Fields;

/// <summary>Judges a change of whom a policy is open to.</summary>
internal static class RequestorScopes
{
    public static Effect Judge(RequestorScope? old, RequestorScope? @new) => (old, @new) switch
    {
        _ when Equals(old, @new) => Effect.Neutral,
        (RequestorScope.Listed before, RequestorScope.Listed after) => Judgement.MoreWidens<Reference>(before.Principals, after.Principals),
        (RequestorScope.Everyone before, RequestorScope.Everyone after) => Judge(Admits(before.Population), Admits(after.Population)),
        (_, RequestorScope.Everyone { Population: Population.Nobody }) => Effect.Narrows,
        (RequestorScope.Everyone { Population: Population.Nobody }, _) => Effect.Widens,
        (RequestorScope.Everyone before, RequestorScope.Listed after) when Holds(before.Population, after) => Effect.Narrows,
        (RequestorScope.Listed before, RequestorScope.Everyone after) when Holds(after.Population, before) => Effect.Widens,

        // Anything else lets some in and leaves others out, or we can't tell.
        _ => Effect.Both,
    };

    /// <summary>Whether whoever is listed was, or will be, among a population.</summary>
    private static bool Holds(Population population, RequestorScope.Listed listed) => listed.Principals.All(principal => (population, principal.Kind) switch
    {
        (Population.AnyMember or Population.AnyUser, ReferenceKind.User or ReferenceKind.Group) => true,
        (Population.AnyExternalUser, ReferenceKind.Organization) => true,
        (Population.AnyServicePrincipal, ReferenceKind.ServicePrincipal) => true,
        _ => false,
    });

    private static Effect Judge(string before, string after) => (after.Except(before).Any(), before.Except(after).Any()) switch
    {
        (true, true) => Effect.Both,
        (true, _) => Effect.Widens,
        (_, true) => Effect.Narrows,
        _ => Effect.Neutral,
    };

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
