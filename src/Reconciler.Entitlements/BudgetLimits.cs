namespace Reconciler.Entitlements;

/// <summary>How much destruction one run may do, as the workspace sets it: counts per kind of entity and per catalog.</summary>
/// <param name="Deletes">Entities that may be deleted.</param>
/// <param name="Removals">Items that may be taken out of value lists: resources out of a catalog, resource roles out of its packages.</param>
public sealed record BudgetLimits(int Deletes = 5, int Removals = 10);
