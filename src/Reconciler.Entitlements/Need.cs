namespace Reconciler.Entitlements;

/// <summary>A kind of access that something needs, and what needs it.</summary>
public sealed record Need(AccessKind Kind, EquatableArray<NeededBy> By);
