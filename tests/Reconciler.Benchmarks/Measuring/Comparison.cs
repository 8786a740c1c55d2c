namespace Reconciler.Benchmarks.Measuring;

/// <summary>What we take beside what the least of it takes, both measured in one run and by turns, so that a busy machine slows both.</summary>
/// <param name="Bound">How many times the yardstick is accepted; null for a figure that is only shown.</param>
internal sealed record Comparison(string What, Timing Ours, Timing Yardstick, double? Bound) : IResult
{
    public double Ratio => Ours.Median / Yardstick.Median;

    public bool IsKept => Bound is null || Ratio <= Bound;

    public string Short => $"{Ratio:0.00}";

    public string[] Row =>
        [What, $"{Ours}", $"{Yardstick}", Short, Bound is { } bound ? $"{bound:0.0}" : "–", Bound is null ? "–" : IsKept ? "ok" : "TOO SLOW"];

    /// <summary>Measures by turns. The first turn warms both up and does not count.</summary>
    public static Comparison Of(string what, int turns, double? bound, Func<TimeSpan> ours, Func<TimeSpan> yardstick)
    {
        ours();
        yardstick();
        var (mine, theirs) = (new List<TimeSpan>(), new List<TimeSpan>());
        for (var turn = 0; turn < turns; turn++)
        {
            mine.Add(ours());
            theirs.Add(yardstick());
        }

        return new Comparison(what, new Timing(mine), new Timing(theirs), bound);
    }
}
