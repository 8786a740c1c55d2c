using Reconciler.Entitlements;

namespace Reconciler.Planning;

/// <summary>An entity that applying will protect from deletion, or whose protection it will lift.</summary>
public sealed record Protection(EntityKey Key, bool IsProtected);
