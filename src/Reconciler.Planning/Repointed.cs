using Reconciler.Entitlements;

namespace Reconciler.Planning;

/// <summary>A name that stands for another object than when it was last applied.</summary>
public sealed record Repointed(Reference Now, Pin Before);
