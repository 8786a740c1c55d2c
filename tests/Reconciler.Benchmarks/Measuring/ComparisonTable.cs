namespace Reconciler.Benchmarks.Measuring;

/// <summary>Prints results, a row each.</summary>
internal static class ComparisonTable
{
    public static string Of(IEnumerable<IResult> results)
    {
        string[][] rows =
        [
            ["what", "ours", "yardstick", "ratio", "bound", "ok?"],
            .. results.Select(result => result.Row),
        ];
        var widths = Enumerable.Range(0, rows[0].Length).Select(column => rows.Max(row => row[column].Length)).ToArray();
        return string.Join('\n', rows.Select(row => string.Join(" | ", row.Select((cell, column) => cell.PadRight(widths[column]))).TrimEnd()));
    }
}
