namespace Reconciler.ScenarioTests.Matrix;

/// <summary>What becomes of a key in a file.</summary>
internal enum MatrixCase
{
    /// <summary>A new entity has a value there.</summary>
    Create,

    /// <summary>One value becomes another.</summary>
    Change,

    /// <summary>The value is cleared: <c>none</c>, <c>never</c>, <c>[]</c>, <c>""</c>.</summary>
    Clear,

    /// <summary>What was cleared has a value again.</summary>
    Write,

    /// <summary>The key is taken out of the file.</summary>
    Absent,
}
