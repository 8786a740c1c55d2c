namespace Reconciler.Entitlements;

/// <summary>Whether a request waits for what an extension answers.</summary>
public abstract record ExtensionWait
{
    private ExtensionWait() { }

    /// <summary>It is called and forgotten.</summary>
    public sealed record None : ExtensionWait;

    /// <summary>The request goes on when it answers, at the latest after a time from 5 minutes to 14 days.</summary>
    public sealed record Within(Duration Length) : ExtensionWait;

    /// <summary>What the tenant holds and this build has no word for. Never declared.</summary>
    public sealed record Unmodelled(string Words) : ExtensionWait, IUnmodelled;
}
