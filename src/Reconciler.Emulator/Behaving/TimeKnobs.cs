using static Reconciler.Emulator.Behaving.KnobKind;

namespace Reconciler.Emulator.Behaving;

/// <summary>The knobs of <see cref="Delays"/> and <see cref="Transients"/>; the awkward values are the long ends of what was observed (contract 1.5).</summary>
internal static class TimeKnobs
{
    private static readonly KnobGroup<Delays> OfDelays = new("delays", it => it.Delays, (it, part) => it with { Delays = part });

    private static readonly KnobGroup<Transients> OfTransients = new("transients", it => it.Transients, (it, part) => it with { Transients = part });

    public static IEnumerable<Knob> All =>
    [
        OfDelays.Of("originVisibility", Duration, it => it.OriginVisibility, (it, value) => it with { OriginVisibility = value }, Seconds(240)),
        OfDelays.Of("resourceListing", Duration, it => it.ResourceListing, (it, value) => it with { ResourceListing = value }, Seconds(10)),
        OfDelays.Of("roleListing", Duration, it => it.RoleListing, (it, value) => it with { RoleListing = value }, Seconds(5)),
        OfDelays.Of("readAfterCreate", Duration, it => it.ReadAfterCreate, (it, value) => it with { ReadAfterCreate = value }, Seconds(5)),
        OfDelays.Of("deleteVisibility", Duration, it => it.DeleteVisibility, (it, value) => it with { DeleteVisibility = value }, Seconds(5)),
        OfDelays.Of("roleRemoval", Duration, it => it.RoleRemoval, (it, value) => it with { RoleRemoval = value }, Seconds(30)),
        OfDelays.Of("assignmentDelivery", Duration, it => it.AssignmentDelivery, (it, value) => it with { AssignmentDelivery = value }, Seconds(60)),
        OfTransients.Of(
            "unauthorizedAfterCreation",
            Duration,
            it => it.UnauthorizedAfterCreation,
            (it, value) => it with { UnauthorizedAfterCreation = value },
            Seconds(5)),
        OfTransients.Of("refusesFirstSettingsRead", Flag, it => it.RefusesFirstSettingsRead, (it, value) => it with { RefusesFirstSettingsRead = value }, true),
        OfTransients.Of("losesReviews", Flag, it => it.LosesReviews, (it, value) => it with { LosesReviews = value }, true),
    ];

    private static TimeSpan Seconds(int number) => TimeSpan.FromSeconds(number);
}
