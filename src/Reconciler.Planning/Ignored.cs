using Reconciler.Entitlements;

namespace Reconciler.Planning;

/// <summary>A setting that is left to others: it is neither compared nor written.</summary>
/// <param name="Setting">The key, in a section with a dot.</param>
public sealed record Ignored(EntityKey Key, string Setting, Ignore Because);
