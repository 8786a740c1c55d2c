using Reconciler.Entitlements;

namespace Reconciler.Planning;

/// <summary>Settings of a declared policy that decide about access and are not written: the tenant's stay, whatever they are.</summary>
public sealed record NotManaged(EntityKey Key, EquatableArray<string> Settings);
