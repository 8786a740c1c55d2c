namespace Reconciler.Benchmarks.Measuring;

/// <summary>Something measured, and whether its bound is kept.</summary>
internal interface IResult
{
    string What { get; }

    bool IsKept { get; }

    /// <summary>In a word.</summary>
    string Short { get; }

    /// <summary>What it is, ours, the yardstick, the ratio, the bound, and whether it is kept.</summary>
    string[] Row { get; }
}
