namespace Reconciler.Entitlements;

/// <summary>Assignment without a request, to everybody for whom a rule holds (contract 7.8).</summary>
public abstract record Automatic
{
    private Automatic() { }

    /// <summary>Whoever a rule holds for is assigned.</summary>
    /// <param name="MembershipRule">A rule such as those of dynamic groups, at most 15 000 people (contract 1.9).</param>
    public sealed record ByRule(string MembershipRule) : Automatic
    {
        /// <summary>Whether those for whom the rule no longer holds lose the assignment.</summary>
        public bool RemoveWhenNoLonger { get; init; } = true;

        /// <summary>How much later they lose it.</summary>
        public Duration Grace { get; init; } = Duration.OfDays(0);
    }

    /// <summary>No rule assigns. Never declared: <c>requestors</c> says who may ask.</summary>
    /// <param name="WithoutRequest">Those who may ask are assigned without asking.</param>
    public sealed record ByRequest(RequestorScope Who, bool WithoutRequest) : Automatic, IUnmodelled
    {
        private const int MostNamed = 3;

        public string Words => WithoutRequest ? $"assigned without a request to {Asking}" : $"requested by {Asking}";

        private string Asking => Who switch
        {
            RequestorScope.Everyone { Population: var population } => population switch
            {
                Population.Nobody => "nobody",
                Population.AnyMember => "any member",
                Population.AnyUser => "any user",
                Population.AnyExternalUser => "any external user",
                Population.AnyConfiguredOrganization => "any configured organization",
                Population.AnyServicePrincipal => "any service principal",
                _ => "any agent identity",
            },
            RequestorScope.Listed listed => string.Join(", ", listed.Principals.Take(MostNamed)) + (listed.Principals.Count > MostNamed ? " and others" : ""),
            RequestorScope.Unmodelled unmodelled => unmodelled.Words,
            _ => "others",
        };
    }
}
