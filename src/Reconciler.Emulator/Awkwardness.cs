using Reconciler.Emulator.Behaving;

namespace Reconciler.Emulator;

/// <summary>Behaviours that are hard on a client: each knob alone, and all together. For tests that run once under each.</summary>
public static class Awkwardness
{
    /// <summary>By the knob's path in JSON, such as <c>delays.originVisibility</c>: what turns it, and it alone, to an awkward value.</summary>
    public static IReadOnlyDictionary<string, Func<Behaviour, Behaviour>> Each { get; } =
        Knobs.All.ToDictionary(knob => knob.Path, knob => knob.Awkward, StringComparer.Ordinal);

    /// <summary>
    /// Everything at once, as far as a careful client can get through it: faults by shares drawn from the seed, and nothing that never ends.
    /// Error codes stay, for without them a refusal that passes looks like one that does not; access is delivered; and what is written is kept.
    /// </summary>
    public static Behaviour All(int seed)
    {
        string[] leftOut = ["shapes.emptyErrorCodes", "delivery", "transients.losesReviews", "storesFutureMembers", "openQuestions.identitySourcesPatch"];
        var everything = Knobs.All.Where(knob => !leftOut.Contains(knob.Path)).Aggregate(new Behaviour(), (behaviour, knob) => knob.Awkward(behaviour));
        return everything with
        {
            PageSize = 2,
            Faults = new()
            {
                Seed = seed,
                RequestsPerWindow = 100,
                DroppedBefore = Frequency.Of(0.02),
                DroppedAfter = Frequency.Of(0.02),
                Throttled = Frequency.Of(0.05),
                RetryAfter = (seed & 1) == 0 ? RetryAfterForm.Seconds : RetryAfterForm.Absent,
                ServerErrorsBefore = Frequency.Of(0.03),
                ServerErrorsAfter = Frequency.Of(0.02),
                StaleLists = Frequency.Of(0.1),
                Latency = TimeSpan.FromMilliseconds(20),
            },
        };
    }
}
