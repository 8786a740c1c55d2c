namespace Reconciler.Benchmarks.Measuring;

/// <summary>Prints comparisons, a row each.</summary>
internal static class ComparisonTable
{
    public static string Of(IEnumerable<Comparison> comparisons)
    {
        string[][] rows =
        [
            ["what", "ours", "yardstick", "ratio", "bound", "ok?"],
            .. comparisons.Select(c => new[]
            {
                c.What, $"{c.Ours}", $"{c.Yardstick}", $"{c.Ratio:0.00}", c.Bound is { } bound ? $"{bound:0.0}" : "–", c.Bound is null ? "–" : c.IsKept ? "ok" : "TOO SLOW",
            }),
        ];
        var widths = Enumerable.Range(0, rows[0].Length).Select(column => rows.Max(row => row[column].Length)).ToArray();
        return string.Join('\n', rows.Select(row => string.Join(" | ", row.Select((cell, column) => cell.PadRight(widths[column]))).TrimEnd()));
    }
}
