using Reconciler.Declarations.Expanding;
using Reconciler.Declarations.Messages;

namespace Reconciler.Declarations.Reading;

/// <summary>A document that declares no entity, as it was read.</summary>
/// <param name="Yaml">What its table makes of it; null where something is wrong.</param>
/// <param name="Own">What is wrong with it, to be added to.</param>
internal sealed record WrittenDocument(object? Yaml, Keys Keys, Provenance Provenance, Findings Own);
