namespace Reconciler.ScenarioTests.Matrix;

/// <summary>What came out of one case of a row: the lines of the plan, or the reason why there are none.</summary>
internal sealed record MatrixEntry(MatrixRow Row, MatrixCase Case, IReadOnlyList<MatrixLine> Lines, string? Reason = null);
