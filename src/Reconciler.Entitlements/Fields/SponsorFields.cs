using static Reconciler.Entitlements.Fields.FieldOf<Reconciler.Entitlements.Sponsors>;

namespace Reconciler.Entitlements.Fields;

/// <summary>The rows of <see cref="Sponsors"/>.</summary>
internal static class SponsorFields
{
    public static readonly Shape.Group Shape = new(
        "sponsors",
        [
            Setting("internal", nameof(Sponsors.Internal), s => s.Internal, (s, v) => s with { Internal = v },
                Row(SponsorKind.Internal, "internalSponsors", "Members and groups of this directory.", "the internal sponsors", "Internal sponsors")),
            Setting("external", nameof(Sponsors.External), s => s.External, (s, v) => s with { External = v },
                Row(SponsorKind.External, "externalSponsors", "Guests of the organization.", "the external sponsors", "External sponsors")),
        ],
        () => new Sponsors());

    private static Row Row(SponsorKind kind, string member, string doc, string says, string portal) => new(Shapes.SetOf<Reference>(Shapes.UserOrGroup, "sponsor"), doc)
    {
        Says = says,
        Portal = portal,
        Graph = [$"connectedOrganization.{member}"],
        Touches = Touches.FutureRequestors,
        Judge = Judgement.MoreWidens<Reference>,
        Item = who => new ListItem.Sponsor(kind, (Reference)who),
    };
}
