namespace Reconciler.Entitlements.Fields;

/// <summary>The forms of an <see cref="Approver"/>.</summary>
internal static class ApproverFields
{
    private static readonly Shape.Group Manager = new(
        "manager",
        [
            FieldOf<Approver.Manager>.Value("manager", nameof(Approver.Manager.Level), m => m.Level, (_, v) => new Approver.Manager(v),
                new Row(new Shape.Whole(1, 2), "The requestor's manager: 1; the manager's manager: 2.") { Graph = "requestorManager.managerLevel", IsRequired = true }),
        ],
        () => new Approver.Manager(1));

    private static readonly Shape.Group Sponsors = new(
        "sponsors",
        [
            FieldOf<Approver.Sponsors>.Value("sponsors", nameof(Approver.Sponsors.Kind), s => s.Kind, (_, v) => new Approver.Sponsors(v),
                new Row(
                    new Shape.Choice(
                    [
                        new Keyword("internal", SponsorKind.Internal, "The connected organization's sponsors in this directory."),
                        new Keyword("external", SponsorKind.External, "The connected organization's sponsors among its guests."),
                        new Keyword("ofUser", SponsorKind.OfUser, "The sponsors recorded on the user."),
                    ]),
                    "Whose sponsors decide.") { Graph = "internalSponsors", IsRequired = true }),
        ],
        () => new Approver.Sponsors(SponsorKind.Internal));

    public static readonly Shape.Union Shape = new(
        "approver",
        [
            Shapes.Form<Approver, Reference>(Shapes.UserOrGroup, who => new Approver.Principal(who), a => (a as Approver.Principal)?.Who),
            Shapes.Form<Approver, Approver.Manager>(Manager, m => m, a => a as Approver.Manager),
            Shapes.Form<Approver, Approver.Sponsors>(Sponsors, s => s, a => a as Approver.Sponsors),
        ]);
}
