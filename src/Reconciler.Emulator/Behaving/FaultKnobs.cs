using static Reconciler.Emulator.Behaving.KnobKind;

namespace Reconciler.Emulator.Behaving;

/// <summary>The knobs of <see cref="Faults"/>. Those that only say how another fault looks turn that fault on with them.</summary>
internal static class FaultKnobs
{
    private static readonly KnobGroup<Faults> Group = new("faults", it => it.Faults, (it, part) => it with { Faults = part });

    public static IEnumerable<Knob> All =>
    [
        Group.Of("seed", Number(int.MinValue, int.MaxValue), it => it.Seed, (it, value) => it with { Seed = value }, 7)
            .With(it => it with { Throttled = Frequency.Of(0.2), ServerErrorsBefore = Frequency.Of(0.1) }),
        Group.Of("requestsPerWindow", OptionalNumber(1, 1_000_000), it => it.RequestsPerWindow, (it, value) => it with { RequestsPerWindow = value }, 10),
        Group.Of("droppedBefore", Often, it => it.DroppedBefore, (it, value) => it with { DroppedBefore = value }, Frequency.Every(7)),
        Group.Of("droppedAfter", Often, it => it.DroppedAfter, (it, value) => it with { DroppedAfter = value }, Frequency.Every(7)),
        Group.Of("throttled", Often, it => it.Throttled, (it, value) => it with { Throttled = value }, Frequency.Every(3)),
        Group.Of("retryAfter", Choice<RetryAfterForm>(), it => it.RetryAfter, (it, value) => it with { RetryAfter = value }, RetryAfterForm.Absent)
            .With(it => it with { Throttled = Frequency.Every(4) }),
        Group.Of("retryAfterDelay", Duration, it => it.RetryAfterDelay, (it, value) => it with { RetryAfterDelay = value }, TimeSpan.FromSeconds(30))
            .With(it => it with { Throttled = Frequency.Every(5), RetryAfter = RetryAfterForm.Date }),
        Group.Of("serverErrorsBefore", Often, it => it.ServerErrorsBefore, (it, value) => it with { ServerErrorsBefore = value }, Frequency.Every(5)),
        Group.Of("serverErrorsAfter", Often, it => it.ServerErrorsAfter, (it, value) => it with { ServerErrorsAfter = value }, Frequency.Every(7)),

        // Not every sixth: that is as many as a client sends that looks five times for what it may have made, and none of its writes would get through.
        Group.Of("serverErrorStatus", OptionalNumber(500, 599), it => it.ServerErrorStatus, (it, value) => it with { ServerErrorStatus = value }, 504)
            .With(it => it with { ServerErrorsBefore = Frequency.Every(5) }),
        Group.Of("batches", Choice<BatchFaults>(), it => it.Batches, (it, value) => it with { Batches = value }, BatchFaults.InnerOnly)
            .With(it => it with { Throttled = Frequency.Every(3) }),
        Group.Of("staleLists", Often, it => it.StaleLists, (it, value) => it with { StaleLists = value }, Frequency.Every(2)),
        Group.Of("staleness", Duration, it => it.Staleness, (it, value) => it with { Staleness = value }, TimeSpan.FromSeconds(15))
            .With(it => it with { StaleLists = Frequency.Every(3) }),
        Group.Of("latency", Duration, it => it.Latency, (it, value) => it with { Latency = value }, TimeSpan.FromMilliseconds(200)),
    ];

    private static Knob With(this Knob knob, Func<Faults, Faults> alongside) =>
        knob with { Awkward = behaviour => knob.Awkward(behaviour with { Faults = alongside(behaviour.Faults) }) };
}
