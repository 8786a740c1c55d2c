namespace Reconciler.Entitlements;

/// <summary>How hard the service tries to reach an extension.</summary>
public sealed record ExtensionClient
{
    /// <summary>0 or 1.</summary>
    public int Retries { get; init; } = 1;

    /// <summary>From 200 to 2000.</summary>
    public int TimeoutMilliseconds { get; init; } = 1000;
}
