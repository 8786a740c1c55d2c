using System.Collections.Immutable;

namespace Reconciler.Entitlements.Fields;

/// <summary>The forms of a <see cref="Subject"/>, by what the subject is asked to do.</summary>
internal static class SubjectFields
{
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
                    "Whose sponsors decide.") { Says = "whose sponsors decide", Portal = "Internal sponsor; External sponsor", Graph = ["internalSponsors.@odata.type"], IsRequired = true }),
        ],
        () => new Subject.Sponsors(SponsorKind.Internal));

    private static readonly Form OfPrincipal =
        Shapes.Form<Subject, Reference>(Shapes.UserOrGroup, who => new Subject.Principal(who), s => (s as Subject.Principal)?.Who);

    private static readonly Form OfSelf = Shapes.Form<Subject, Subject.Self>(
        new Shape.Choice([new Keyword("self", new Subject.Self(), "Everybody their own access.")]), self => self, s => s as Subject.Self);

    /// <summary>Who decides a request.</summary>
    public static readonly Shape.Union Approver = new(
        "approver",
        [
            OfPrincipal,
            OfManager("The requestor's manager: 1; the manager's manager: 2.", "requestorManager", most: 2),
            Shapes.Form<Subject, Subject.Sponsors>(Sponsors, s => s, s => s as Subject.Sponsors),
        ]);

    /// <summary>Who reviews access.</summary>
    public static readonly Shape.Union Reviewer = new(
        "reviewer", [OfPrincipal, OfManager("The manager of who holds the access: 1; the manager's manager: 2.", "requestorManager", most: 2), OfSelf]);

    /// <summary>Who requests for others.</summary>
    public static readonly Shape.Union OnBehalf = new(
        "requestor", [OfPrincipal, OfManager("The manager of whom it is for: 1, and up to 4 levels.", "targetManager", most: 4)]);

    public static readonly Shape.Union PrincipalOnly = new("principal", [OfPrincipal]);

    private static Form OfManager(string doc, string type, int most) => Shapes.Form<Subject, Subject.Manager>(
        new Shape.Group(
            "manager",
            ImmutableArray.Create(
                FieldOf<Subject.Manager>.Value("manager", nameof(Subject.Manager.Level), m => m.Level, (_, v) => new Subject.Manager(v),
                    new Row(new Shape.Whole(1, most), doc) { Says = "the level of the manager", Portal = "Manager", Graph = [$"{type}.managerLevel"], IsRequired = true })),
            () => new Subject.Manager(1)),
        m => m,
        s => s as Subject.Manager);
}
