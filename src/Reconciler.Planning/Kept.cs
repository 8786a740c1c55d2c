using Reconciler.Entitlements;

namespace Reconciler.Planning;

/// <summary>What a declared entity has in the tenant that the language has no word for yet: no write of this plan touches it.</summary>
/// <param name="What">In words for people: <c>2 questions</c>, <c>an access review</c>.</param>
public sealed record Kept(EntityKey Key, EquatableArray<string> What);
