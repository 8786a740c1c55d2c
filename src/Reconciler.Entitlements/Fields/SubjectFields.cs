namespace Reconciler.Entitlements.Fields;

/// <summary>The forms of an <see cref="Subject"/>.</summary>
internal static class SubjectFields
{
    private static readonly Shape.Group Manager = new(
        "manager",
        [
            FieldOf<Subject.Manager>.Value("manager", nameof(Subject.Manager.Level), m => m.Level, (_, v) => new Subject.Manager(v),
                new Row(new Shape.Whole(1, 2), "The requestor's manager: 1; the manager's manager: 2.") { Graph = "requestorManager.managerLevel", IsRequired = true }),
        ],
        () => new Subject.Manager(1));

    private static readonly Shape.Group Sponsors = new(
        "sponsors",
        [
            FieldOf<Subject.Sponsors>.Value("sponsors", nameof(Subject.Sponsors.Kind), s => s.Kind, (_, v) => new Subject.Sponsors(v),
                new Row(
                    new Shape.Choice(
                    [
                        new Keyword("internal", SponsorKind.Internal, "The connected organization's sponsors in this directory."),
                        new Keyword("external", SponsorKind.External, "The connected organization's sponsors among its guests."),
                        new Keyword("ofUser", SponsorKind.OfUser, "The sponsors recorded on the user."),
                    ]),
                    "Whose sponsors decide.") { Graph = "internalSponsors", IsRequired = true }),
        ],
        () => new Subject.Sponsors(SponsorKind.Internal));

    public static readonly Shape.Union Shape = new(
        "approver",
        [
            Shapes.Form<Subject, Reference>(Shapes.UserOrGroup, who => new Subject.Principal(who), a => (a as Subject.Principal)?.Who),
            Shapes.Form<Subject, Subject.Manager>(Manager, m => m, a => a as Subject.Manager),
            Shapes.Form<Subject, Subject.Sponsors>(Sponsors, s => s, a => a as Subject.Sponsors),
        ]);
}
