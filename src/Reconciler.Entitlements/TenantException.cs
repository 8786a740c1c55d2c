namespace Reconciler.Entitlements;

/// <summary>The outside world did not do as asked: the message says what, the problem what sort of thing.</summary>
public sealed class TenantException : Exception
{
    public TenantException(TenantProblem problem, string message, Exception? inner = null)
        : base(message, inner) => Problem = problem;

    public TenantProblem Problem { get; }

    /// <summary>The HTTP status, where there was one.</summary>
    public int? Status { get; init; }

    /// <summary>Graph's error code, where there was one. It can be empty (contract 1.2).</summary>
    public string? Code { get; init; }

    /// <summary>The service's id of the request, for its support; null where there was none.</summary>
    public string? RequestId { get; init; }

    /// <summary>Nothing can have come of what was asked: it was not sent, or plainly refused each time. False where nobody knows.</summary>
    public bool WasNotMade { get; init; }

    /// <summary>For how long the service asked to be left alone; null where it did not.</summary>
    public TimeSpan? RetryAfter { get; init; }

    /// <summary>Nothing else of this run would fare better: the service was given as much time as a run has, or what it answers is lost.</summary>
    public bool EndsTheRun { get; init; }

    /// <summary>Says which needs are met of whoever was refused the very first read, as far as the sign-in alone tells, without asking anybody; null elsewhere.</summary>
    public Func<IReadOnlyList<Need>, AccessCheck>? AccessBySignIn { get; init; }
}

/// <summary>The sorts of trouble, as far as they are told apart by an exit code.</summary>
public enum TenantProblem
{
    /// <summary>The service refused what was asked.</summary>
    Refused,

    /// <summary>Signing in or a grant is missing, or a read is incomplete.</summary>
    NotPermitted,

    /// <summary>Throttled or timed out.</summary>
    Unavailable,

    /// <summary>Another run holds it, or its store is unreachable, damaged or another tenant's.</summary>
    Held,
}
