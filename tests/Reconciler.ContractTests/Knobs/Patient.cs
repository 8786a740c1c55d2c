using Reconciler.Graph;

namespace Reconciler.ContractTests.Knobs;

/// <summary>
/// A client that bears more than one in a run does: a test writes and reads as much as many runs, and all of them together send so many requests
/// that by mere chance one of them would meet a fault as often in a row as a run stands.
/// </summary>
internal static class Patient
{
    public static GraphOptions Options(TimeProvider time) =>
        new() { Time = time, MostWaiting = TimeSpan.FromDays(1), MostRepetitions = int.MaxValue, MostAttempts = 15 };
}
