namespace Reconciler.Entitlements;

/// <summary>An Azure Logic App.</summary>
public sealed record LogicApp
{
    /// <summary>The Azure subscription's id.</summary>
    public required string Subscription { get; init; }

    public required string ResourceGroup { get; init; }

    public required string Workflow { get; init; }
}
