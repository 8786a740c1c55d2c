namespace Reconciler.Benchmarks.Measuring;

/// <summary>How long one thing took, each time that it was done.</summary>
internal sealed class Timing(IEnumerable<TimeSpan> runs)
{
    private readonly double[] _milliseconds = [.. runs.Select(run => run.TotalMilliseconds).Order()];

    /// <summary>In milliseconds; the slower of the middle two where there is no middle.</summary>
    public double Median => _milliseconds[_milliseconds.Length / 2];

    public override string ToString() => $"{Median:N0} ms ({_milliseconds[0]:N0}–{_milliseconds[^1]:N0})";
}
