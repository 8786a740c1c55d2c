using Reconciler.Benchmarks.Measuring;

namespace Reconciler.Benchmarks.Serving;

/// <summary>A run of the tool that succeeded.</summary>
/// <param name="Elapsed">From before the process was started until it was gone.</param>
/// <param name="Computed">How long it had a processor, of all its threads: what a busy machine changes least.</param>
/// <param name="Peak">The most memory that it had, in bytes.</param>
internal sealed record ToolRun(TimeSpan Elapsed, TimeSpan Computed, long Peak, string Output)
{
    public static double Seconds(IEnumerable<TimeSpan> runs) => new Timing(runs).Median / 1_000;
}
