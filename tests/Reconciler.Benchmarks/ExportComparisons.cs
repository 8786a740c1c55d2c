using Reconciler.Benchmarks.Measuring;

namespace Reconciler.Benchmarks;

/// <summary>
/// <c>export</c> of a large tenant, beside writing the same bytes after a plain read of it. Empty until there is the command: it belongs here,
/// with 20 000 packages and a bound of 3.
/// </summary>
internal static class ExportComparisons
{
    public static IEnumerable<Comparison> Measure() => [];
}
