namespace Reconciler.Benchmarks.Measuring;

/// <summary>What is counted rather than compared: requests, megabytes, or seconds where most of them are waiting.</summary>
/// <param name="Bound">The most that is accepted; null for a figure that is only shown.</param>
internal sealed record Figure(string What, double Value, string Unit, double? Bound) : IResult
{
    public bool IsKept => Bound is null || Value <= Bound;

    public string Short => $"{Value:0.##} {Unit}";

    public string[] Row => [What, Short, "–", "–", Bound is { } bound ? $"{bound:0.##}" : "–", Bound is null ? "–" : IsKept ? "ok" : "TOO MUCH"];
}
