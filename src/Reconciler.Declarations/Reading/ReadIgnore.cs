using System.Collections.Immutable;
using Reconciler.Entitlements;

namespace Reconciler.Declarations.Reading;

/// <summary>An ignore, and where each of its fields stands, before it is held against all others.</summary>
internal sealed record ReadIgnore(Ignore Ignore, ImmutableArray<SourceSpan> Places);
