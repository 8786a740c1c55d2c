using Reconciler.Graph;

namespace Reconciler.ContractTests.Knobs;

/// <summary>A client without a bound on the whole run: one test writes and reads as much as many runs do.</summary>
internal static class Patient
{
    public static GraphOptions Options(TimeProvider time) => new() { Time = time, MostWaiting = TimeSpan.FromDays(1), MostRepetitions = int.MaxValue };
}
