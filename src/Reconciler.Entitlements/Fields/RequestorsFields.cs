using static Reconciler.Entitlements.Fields.FieldOf<Reconciler.Entitlements.Requestors>;

namespace Reconciler.Entitlements.Fields;

/// <summary>The rows of <see cref="Requestors"/>.</summary>
internal static class RequestorsFields
{
    private static readonly Shape.Choice Populations = new(
    [
        new Keyword("nobody", Population.Nobody, "Nobody; an administrator assigns it."),
        new Keyword("anyMember", Population.AnyMember, "Every member of the directory, guests excluded."),
        new Keyword("anyUser", Population.AnyUser, "Every member and guest of the directory."),
        new Keyword("anyExternalUser", Population.AnyExternalUser, "Everybody from outside, of all connected organizations and any new external user."),
        new Keyword("anyConfiguredOrganization", Population.AnyConfiguredOrganization, "The users of every connected organization that is configured."),
        new Keyword("anyServicePrincipal", Population.AnyServicePrincipal, "Every service principal of the directory."),
        new Keyword("anyAgentIdentity", Population.AnyAgentIdentity, "Every agent identity of the directory."),
    ]);

    private static readonly Shape.Named Listed =
        new([ReferenceKind.User, ReferenceKind.Group, ReferenceKind.Organization, ReferenceKind.ServicePrincipal]);

    private static readonly Shape Who = new Shape.Union(
        "requestors",
        [
            Shapes.Words<RequestorScope, Population>(
                Populations, p => new RequestorScope.Everyone(p), s => (s as RequestorScope.Everyone)?.Population),
            new Form(
                Shapes.SetOf<Reference>(Listed, "requestor") with { Fewest = 1, Most = 1000 },
                list => new RequestorScope.Listed((EquatableArray<Reference>)list),
                scope => (scope as RequestorScope.Listed)?.Principals),
        ]);

    public static readonly Shape.Group Shape = new(
        "requestors",
        [
            Value("who", nameof(Requestors.Who), r => r.Who, (r, v) => r with { Who = v },
                new Row(Who, "Whom the policy is open to; a list is of one sort: users and groups, organizations, or service principals.")
                {
                    Says = "who may request", Portal = "Users who can request access",
                    Graph =
                    [
                        "accessPackageAssignmentPolicy.allowedTargetScope", "accessPackageAssignmentPolicy.specificAllowedTargets",
                        "singleUser.userId", "groupMembers.groupId", "connectedOrganizationMembers.connectedOrganizationId",
                        "singleServicePrincipal.servicePrincipalId",
                    ],
                    IsRequired = true, Touches = Touches.FutureRequestors,
                    Judge = (old, @new) => RequestorScopes.Judge(old as RequestorScope, @new as RequestorScope),
                }),
            Value("mayRequest", nameof(Requestors.MayRequest), r => r.MayRequest, (r, v) => r with { MayRequest = v },
                May("request", "Enable new requests", "enableTargetsToSelfAddAccess", "They may request it themselves; false where `who` is nobody.") with
                {
                    DefaultIn = r => ((Requestors)r).Who is not RequestorScope.Everyone { Population: Population.Nobody },
                }),
            Value("mayExtend", nameof(Requestors.MayExtend), r => r.MayExtend, (r, v) => r with { MayExtend = v },
                May("extend", "Allow users to extend access", "enableTargetsToSelfUpdateAccess", "They may extend it themselves.")),
            Value("mayRemove", nameof(Requestors.MayRemove), r => r.MayRemove, (r, v) => r with { MayRemove = v },
                new Row(Shapes.Truth, "They may give it back themselves.")
                { Says = "they may give it back themselves", Graph = ["accessPackageAssignmentRequestorSettings.enableTargetsToSelfRemoveAccess"], Default = true }),
            Value("mayChooseDates", nameof(Requestors.MayChooseDates), r => r.MayChooseDates, (r, v) => r with { MayChooseDates = v },
                new Row(Shapes.Truth, "They may ask for dates of their own.")
                { Says = "they may ask for dates of their own", Portal = "Users can request specific timeline", Graph = ["accessPackageAssignmentRequestorSettings.allowCustomAssignmentSchedule"], Default = false }),
            Value("onBehalf", nameof(Requestors.OnBehalf), r => r.OnBehalf, (r, v) => r with { OnBehalf = v },
                new Row(OnBehalfFields.Shape, "Who may do it for others.")
                {
                    Says = "who may request for others", Portal = "Who can request access",
                    Graph = ["accessPackageAssignmentRequestorSettings.onBehalfRequestors"],
                    Default = new OnBehalf.None(), Touches = Touches.FutureRequestors, Judge = OnBehalfFields.Judge,
                }),
        ],
        () => new Requestors { Who = new RequestorScope.Everyone(Population.Nobody) });

    private static Row May(string what, string portal, string member, string doc) => new(Shapes.Truth, doc)
    {
        Says = $"they may {what} it themselves",
        Portal = portal,
        Graph = [$"accessPackageAssignmentRequestorSettings.{member}"],
        Default = true,
        Touches = what == "request" ? Touches.FutureRequestors : Touches.Holders,
        Judge = Judgement.TrueWidens,
    };
}
