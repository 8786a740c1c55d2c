using System.Collections.Immutable;
using Reconciler.Entitlements;
using Reconciler.Entitlements.Fields;

namespace Reconciler.Declarations.Reading;

/// <summary>An entity as one document, or one item of a list, declares it, before it is held against all others.</summary>
internal sealed record ReadEntity(EntityTable Table, Declaration Declaration, SourceSpan Where, Trail Trail, ImmutableArray<ReadEntity> Children);
