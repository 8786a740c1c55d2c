namespace Reconciler.Emulator.Behaving;

/// <summary>Every knob there is, by area. A test sees to it that none of a behaviour's members is missing.</summary>
internal static class Knobs
{
    public static readonly IReadOnlyList<Knob> All = [.. General(), .. TimeKnobs.All, .. FaultKnobs.All, .. AnswerKnobs.All, .. QuestionKnobs.All];

    private static Knob[] General() =>
    [
        Knob.Of("pageSize", KnobKind.Number(1, 999), it => it.PageSize, (it, value) => it with { PageSize = value }, 1),
        Knob.Of("nestedPageSize", KnobKind.OptionalNumber(1, 999), it => it.NestedPageSize, (it, value) => it with { NestedPageSize = value }, 1),
        Knob.Of("honoursTop", KnobKind.Flag, it => it.HonoursTop, (it, value) => it with { HonoursTop = value }, false),
        Knob.Of("storesFutureMembers", KnobKind.Flag, it => it.StoresFutureMembers, (it, value) => it with { StoresFutureMembers = value }, true),
        Knob.Of(
            "refusesConcurrentPolicyWrites",
            KnobKind.Flag,
            it => it.RefusesConcurrentPolicyWrites,
            (it, value) => it with { RefusesConcurrentPolicyWrites = value },
            true),
        Knob.Of("refusesSponsorsInLists", KnobKind.Flag, it => it.RefusesSponsorsInLists, (it, value) => it with { RefusesSponsorsInLists = value }, true),
        Knob.Of("refusesCalloutsInLists", KnobKind.Flag, it => it.RefusesCalloutsInLists, (it, value) => it with { RefusesCalloutsInLists = value }, true),
        Knob.Of("deletesOrganizationsInUse", KnobKind.Flag, it => it.DeletesOrganizationsInUse, (it, value) => it with { DeletesOrganizationsInUse = value }, true),
        Knob.Of("delivery", KnobKind.Choice<DeliveryOutcome>(), it => it.Delivery, (it, value) => it with { Delivery = value }, DeliveryOutcome.PartiallyDelivered),
    ];
}
