namespace Reconciler.Entitlements;

/// <summary>A value that the tenant holds and the language has no word for yet. It is shown, never declared, and never lost by a write that does not concern it.</summary>
public interface IUnmodelled
{
    /// <summary>What it is, for people.</summary>
    string Words { get; }
}
