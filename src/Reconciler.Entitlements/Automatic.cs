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

    /// <summary>People request. Never declared: <c>requestors</c> says who.</summary>
    public sealed record ByRequest(string Words) : Automatic, IUnmodelled;
}
