namespace Reconciler.Planning;

/// <summary>What the caller asked of the plan.</summary>
/// <param name="NoRemovals">Nothing is deleted and nothing leaves a list.</param>
public sealed record PlanOptions(bool NoRemovals = false);
