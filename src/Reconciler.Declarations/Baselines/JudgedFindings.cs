using Reconciler.Entitlements;

namespace Reconciler.Declarations.Baselines;

/// <summary>Findings held against a baseline.</summary>
/// <param name="Others">Those that are to be shown.</param>
/// <param name="Known">Those that are only counted.</param>
/// <param name="Baseline">The baseline, with what of it was found.</param>
public sealed record JudgedFindings(EquatableArray<Diagnostic> Others, EquatableArray<Diagnostic> Known, Baseline Baseline);
