namespace Reconciler.ScenarioTests.Matrix;

/// <summary>Every case of every row of a kind, and what was not as it has to be.</summary>
internal sealed record MatrixResult(IReadOnlyList<MatrixEntry> Entries, IReadOnlyList<string> Failures);
