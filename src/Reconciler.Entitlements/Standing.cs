namespace Reconciler.Entitlements;

/// <summary>Whether whoever signed in has a kind of access.</summary>
public enum Standing
{
    /// <summary>Nothing that may be asked tells.</summary>
    Unknown,

    Held,

    /// <summary>It is not there, and that is certain.</summary>
    Missing,
}
