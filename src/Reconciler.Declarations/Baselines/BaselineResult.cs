using System.Collections.Immutable;
using Reconciler.Entitlements;

namespace Reconciler.Declarations.Baselines;

/// <summary>What reading a baseline gave: what of it could be read, and everything that is wrong.</summary>
public sealed record BaselineResult(Baseline Baseline)
{
    public static BaselineResult None { get; } = new(Baseline.None);

    public EquatableArray<Diagnostic> Diagnostics { get; init; } = [];

    /// <summary>The file's text by its path.</summary>
    public IReadOnlyDictionary<string, string> Texts { get; init; } = ImmutableDictionary<string, string>.Empty;
}
