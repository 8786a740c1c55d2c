namespace Reconciler.Entitlements;

/// <summary>When an assignment ends by itself (contract 6.2). A change touches future requests only (contract 7.6).</summary>
public abstract record Expiration
{
    private Expiration() { }

    public sealed record Never : Expiration;

    /// <summary>A length of time after it began.</summary>
    public sealed record After(Duration Length) : Expiration;

    /// <summary>At an instant, the same for everybody.</summary>
    public sealed record Until(DateTimeOffset End) : Expiration
    {
        // The service keeps up to seven digits of a second; nobody means them.
        public bool Equals(Until? other) => other is not null && End.ToUnixTimeSeconds() == other.End.ToUnixTimeSeconds();

        public override int GetHashCode() => End.ToUnixTimeSeconds().GetHashCode();
    }

    /// <summary>What the tenant holds and this build has no word for. Never declared.</summary>
    public sealed record Unmodelled(string Words) : Expiration, IUnmodelled;
}
