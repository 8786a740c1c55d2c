using Reconciler.Entitlements;

namespace Reconciler.Declarations.Reading;

/// <summary>What one mapping declares, and what it was read from.</summary>
/// <param name="Declaration">Null where it can't be told which entity is meant.</param>
/// <param name="Key">The entity's key; where that can't be told, one that stands in for it.</param>
internal sealed record WrittenDeclaration(Declaration? Declaration, EntityKey Key, Keys Keys);
