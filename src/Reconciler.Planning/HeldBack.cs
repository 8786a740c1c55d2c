using Reconciler.Entitlements;

namespace Reconciler.Planning;

/// <summary>Something that <see cref="PlanOptions.NoRemovals"/> left out of a plan.</summary>
/// <param name="Field">The line that is not made; null where it is a delete.</param>
public sealed record HeldBack(EntityKey Key, FieldChange? Field);
