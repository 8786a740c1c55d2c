namespace Reconciler.Entitlements;

/// <summary>Whether somebody looks regularly at who holds the access (contract 7.7).</summary>
public abstract record Review
{
    private Review() { }

    public sealed record None : Review;

    public sealed record Recurring(Cadence Every) : Review
    {
        public required DateOnly Starting { get; init; }

        /// <summary>How long the reviewers have.</summary>
        public required Duration OpenFor { get; init; }

        public required EquatableArray<Subject> Reviewers { get; init; }

        public EquatableArray<Subject> Fallback { get; init; } = [];

        public required NoResponse OnNoResponse { get; init; }

        /// <summary>Whether reviewers are shown what the service would decide.</summary>
        public bool Recommendations { get; init; } = true;

        public bool ReviewerJustification { get; init; } = true;
    }

    /// <summary>What the tenant holds and this build has no word for. Never declared.</summary>
    public sealed record Unmodelled(string Words) : Review, IUnmodelled;
}

/// <summary>How often a review recurs.</summary>
public enum Cadence
{
    Week,
    Month,
    Quarter,
    HalfYear,
    Year,
}

/// <summary>What becomes of access that nobody reviewed.</summary>
public enum NoResponse
{
    KeepAccess,
    RemoveAccess,
    AcceptRecommendation,
}
