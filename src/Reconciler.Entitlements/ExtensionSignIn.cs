namespace Reconciler.Entitlements;

/// <summary>How the service proves to an extension who it is.</summary>
public abstract record ExtensionSignIn
{
    private ExtensionSignIn() { }

    /// <summary>By a proof-of-possession token, which only the service can use.</summary>
    public sealed record ProofOfPossession : ExtensionSignIn;

    /// <summary>By a token for a resource.</summary>
    /// <param name="Resource">The resource's application id.</param>
    public sealed record TokenFor(string Resource) : ExtensionSignIn;

    /// <summary>What the tenant holds and this build has no word for. Never declared.</summary>
    public sealed record Unmodelled(string Words) : ExtensionSignIn, IUnmodelled;
}
