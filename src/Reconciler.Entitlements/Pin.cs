namespace Reconciler.Entitlements;

/// <summary>Which object of the directory a name stood for when it was last applied: what a reviewer approved was that object, not whatever is called so later.</summary>
public sealed record Pin(ReferenceKind Kind, string Name, string Id);
