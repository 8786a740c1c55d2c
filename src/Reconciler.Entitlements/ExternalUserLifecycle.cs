namespace Reconciler.Entitlements;

/// <summary>What becomes of a guest that entitlement management invited, once the last assignment ends (seed 000, contract section 12).</summary>
public sealed record ExternalUserLifecycle
{
    public required LifecycleAction WhenLastAssignmentEnds { get; init; }

    /// <summary>How long after the block the account is deleted; zero means at once. Matters to <see cref="LifecycleAction.BlockSignInAndDelete"/> alone.</summary>
    public Duration DeleteAfter { get; init; } = Duration.OfDays(30);
}

/// <summary>What is done to a guest account whose last assignment ended, mildest first.</summary>
public enum LifecycleAction
{
    None,
    BlockSignIn,
    BlockSignInAndDelete,
}
