using Reconciler.Entitlements;

namespace Reconciler.Planning;

/// <summary>One write of a plan and what has to succeed before it.</summary>
/// <param name="Change">The position in the plan of the change it is part of.</param>
/// <param name="DependsOn">Positions of earlier steps in the plan: when one of them fails, this one is skipped.</param>
/// <param name="TakesAway">A removal: begun only when every step that gives something has succeeded.</param>
public sealed record Step(int Change, TenantWrite Write, EquatableArray<int> DependsOn, bool TakesAway);
