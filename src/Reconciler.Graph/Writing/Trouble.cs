using Reconciler.Entitlements;
using Reconciler.Graph.Http;
using Reconciler.Graph.Wire;

namespace Reconciler.Graph.Writing;

/// <summary>Tells apart what the service answers to writes (contract 1.2, 1.5).</summary>
internal static class Trouble
{
    private const int Forbidden = 403;
    private const int TooMany = 429;
    private const int NotImplemented = 501;

    /// <summary>What it says for a while about what builds on something new.</summary>
    public static bool IsNotYet(TenantException trouble) =>
        (trouble.Status == GraphRefusal.NotFound && !IsReviewGone(trouble)) || (trouble.Status == Forbidden && trouble.Code.Means("UnAuthorized"));

    /// <summary>Nobody knows whether the write was made. What was kept back because the run has given up was not.</summary>
    public static bool IsLost(TenantException trouble) =>
        trouble is { Problem: TenantProblem.Unavailable, EndsTheRun: false } && trouble.Status is not (TooMany or NotImplemented);

    // The code is empty where it happens (contract 7.6): nothing but the words tells.
    public static bool IsReviewGone(TenantException trouble) =>
        trouble.Status == GraphRefusal.NotFound && trouble.Message.Contains("BusinessFlow", StringComparison.OrdinalIgnoreCase);

    /// <summary>The same trouble, with a sentence more.</summary>
    public static TenantException Saying(this TenantException trouble, string more) => new(trouble.Problem, $"{trouble.Message} {more}", trouble)
    {
        Status = trouble.Status,
        Code = trouble.Code,
        RequestId = trouble.RequestId,
        RetryAfter = trouble.RetryAfter,
        WasNotMade = trouble.WasNotMade,
        EndsTheRun = trouble.EndsTheRun,
    };
}
