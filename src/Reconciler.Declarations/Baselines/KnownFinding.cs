using Reconciler.Entitlements;

namespace Reconciler.Declarations.Baselines;

/// <summary>Findings of one code about one entity that somebody has put up with.</summary>
/// <param name="Times">How many of them.</param>
public sealed record KnownFinding(string Code, EntityKey Target, int Times = 1)
{
    /// <summary>How many have been found so far.</summary>
    public int Found { get; init; }

    /// <summary>Where it is written; null where it is in no file yet.</summary>
    public SourceSpan? Where { get; init; }

    /// <summary>Whether a tenant is needed to find it, rather than the files alone.</summary>
    public bool NeedsTenant => Code.StartsWith("RCN4", StringComparison.Ordinal);
}
