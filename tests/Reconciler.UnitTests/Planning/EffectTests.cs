using Reconciler.Entitlements;
using Reconciler.Entitlements.Fields;
using Reconciler.Planning;

namespace Reconciler.UnitTests.Planning;

/// <summary>What each field does to access, one way and the other.</summary>
public sealed class EffectTests
{
    private const string W = nameof(Effect.Widens);
    private const string N = nameof(Effect.Narrows);
    private const string O = nameof(Effect.Neutral);
    private const string Both = nameof(Effect.Both);

    private static readonly Reference A = Given.Group("A").Bound();
    private static readonly Reference B = Given.Group("B").Bound();
    private static readonly DateTimeOffset May = new(2027, 5, 1, 0, 0, 0, TimeSpan.Zero);

    private static readonly Dictionary<string, (Entity From, Entity To)> Pairs = new()
    {
        ["catalog description"] = (Open(c => c with { Description = "a" }), Open(c => c with { Description = "b" })),
        ["catalog enabled"] = (Open(c => c with { Enabled = false }), Open(c => c with { Enabled = true })),
        ["catalog opened to externals"] = (Open(c => c with { EnabledForExternalUsers = false }), Open(c => c with { EnabledForExternalUsers = true })),
        ["catalog resource"] = (Given.Catalog("Finance"), Given.Catalog("Finance", A)),
        ["package description"] = (Given.Package() with { Description = "a" }, Given.Package() with { Description = "b" }),
        ["package shown"] = (Given.Package() with { Hidden = true }, Given.Package() with { Hidden = false }),
        ["package role"] = (Given.Package().Giving(), Given.Package().Giving(A)),
        ["policy description"] = (Given.Policy() with { Description = "a" }, Given.Policy() with { Description = "b" }),
        ["nobody to a list"] = (Who(Given.Everyone(Population.Nobody)), Who(Given.Listed(A))),
        ["a list to members"] = (Who(Given.Listed(A)), Who(Given.Everyone(Population.AnyMember))),
        ["a list to outsiders"] = (Who(Given.Listed(A)), Who(Given.Everyone(Population.AnyExternalUser))),
        ["members to everybody"] = (Who(Given.Everyone(Population.AnyMember)), Who(Given.Everyone(Population.AnyUser))),
        ["members to outsiders"] = (Who(Given.Everyone(Population.AnyMember)), Who(Given.Everyone(Population.AnyExternalUser))),
        ["one more on the list"] = (Who(Given.Listed(A)), Who(Given.Listed(A, B))),
        ["may request"] = (Asking(r => r with { MayRequest = false }), Asking(r => r with { MayRequest = true })),
        ["may extend"] = (Asking(r => r with { MayExtend = false }), Asking(r => r with { MayExtend = true })),
        ["may remove"] = (Asking(r => r with { MayRemove = false }), Asking(r => r with { MayRemove = true })),
        ["may choose dates"] = (Asking(r => r with { MayChooseDates = false }), Asking(r => r with { MayChooseDates = true })),
        ["approval gone"] = (Approving(Given.Stage(A)), Given.Policy() with { Approval = new Approval.None() }),
        ["a stage gone"] = (Approving(Given.Stage(A), Given.Stage(A)), Approving(Given.Stage(A))),
        ["one more approver"] = (Approving(Given.Stage(A)), Approving(Given.Stage(A, B))),
        ["a fallback"] = (Approving(Given.Stage(A)), Approving(Given.Stage(A) with { Fallback = EquatableArray.Create<Subject>([new Subject.Principal(B)]) })),
        ["time to decide"] = (Approving(Given.Stage(A)), Approving(Given.Stage(A) with { DecideWithin = Duration.OfDays(3) })),
        ["approver's justification"] = (Approving(Given.Stage(A)), Approving(Given.Stage(A) with { ApproverJustification = false })),
        ["requestor's justification"] = (Approving(Given.Stage(A)), Required(r => r with { RequestorJustification = false })),
        ["approval of extensions gone"] = (Required(r => r with { ForExtension = true }), Required(r => r with { ForExtension = false })),
        ["expiry later"] = (Expiring(new Expiration.After(Duration.OfDays(1))), Expiring(new Expiration.After(Duration.OfDays(2)))),
        ["end later"] = (Expiring(new Expiration.Until(May)), Expiring(new Expiration.Until(May.AddDays(1)))),
        ["no expiry"] = (Expiring(new Expiration.After(Duration.OfDays(1))), Expiring(new Expiration.Never())),
        ["length or instant"] = (Expiring(new Expiration.After(Duration.OfDays(1))), Expiring(new Expiration.Until(May))),
        ["a creator of catalogs"] = (new TenantRoles { CatalogCreators = Nobody }, new TenantRoles { CatalogCreators = One(A) }),
        ["an administrator of organizations"] = (new TenantRoles { ConnectedOrganizationAdministrators = Nobody }, new TenantRoles { ConnectedOrganizationAdministrators = One(A) }),
        ["a catalog owner"] = (Run(d => d with { Owners = Nobody }), Run(d => d with { Owners = One(A) })),
        ["a catalog reader"] = (Run(d => d with { Readers = Nobody }), Run(d => d with { Readers = One(A) })),
        ["an access package manager"] = (Run(d => d with { AccessPackageManagers = Nobody }), Run(d => d with { AccessPackageManagers = One(A) })),
        ["an assignment manager"] = (Run(d => d with { AssignmentManagers = Nobody }), Run(d => d with { AssignmentManagers = One(A) })),
        ["a resource's region"] = (Held(r => r with { Geo = "https://a-admin.example/" }), Held(r => r with { Geo = "https://b-admin.example/" })),
        ["an attribute"] = (Held(r => r with { Attributes = Attributes() }), Held(r => r with { Attributes = Attributes(Office) })),
        ["an attribute's question"] = (Held(r => r with { Attributes = Attributes(Office) }), Held(r => r with { Attributes = Attributes(Office with { Question = Ask("Where?") }) })),
        ["an attribute's answer is fixed"] = (Held(r => r with { Attributes = Attributes(Office) }), Held(r => r with { Attributes = Attributes(Office with { Editable = false }) })),
        ["an attribute's answer stays"] = (Held(r => r with { Attributes = Attributes(Office) }), Held(r => r with { Attributes = Attributes(Office with { Persistent = true }) })),
        ["one that excludes less"] = (Given.Package() with { IncompatibleWith = One(A) }, Given.Package() with { IncompatibleWith = Nobody }),
        ["organization description"] = (Outside(o => o with { Description = "a" }), Outside(o => o with { Description = "b" })),
        ["organization accepted"] = (Outside(o => o with { State = OrganizationState.Proposed }), Outside(o => o with { State = OrganizationState.Configured })),
        ["an identity source"] = (Outside(o => o), Outside(o => o with { IdentitySources = Sources("a.example", "b.example") })),
        ["an internal sponsor"] = (Outside(o => o with { Sponsors = new Sponsors { Internal = Nobody } }), Outside(o => o with { Sponsors = new Sponsors { Internal = One(A) } })),
        ["an external sponsor"] = (Outside(o => o with { Sponsors = new Sponsors { External = Nobody } }), Outside(o => o with { Sponsors = new Sponsors { External = One(A) } })),
        ["extension description"] = (Calling(e => e with { Description = "a" }), Calling(e => e with { Description = "b" })),
        ["extension signs in"] = (Calling(e => e with { SignIn = new ExtensionSignIn.ProofOfPossession() }), Calling(e => e with { SignIn = new ExtensionSignIn.TokenFor("x") })),
        ["extension's application"] = (Calling(e => e with { SignIn = new ExtensionSignIn.TokenFor("y") }), Calling(e => e with { SignIn = new ExtensionSignIn.TokenFor("x") })),
        ["extension's retries"] = (Calling(e => e with { Client = new ExtensionClient { Retries = 0 } }), Calling(e => e with { Client = new ExtensionClient { Retries = 1 } })),
        ["extension's timeout"] = (Calling(e => e with { Client = new ExtensionClient() }), Calling(e => e with { Client = new ExtensionClient { TimeoutMilliseconds = 2000 } })),
        ["extension waits"] = (Calling(e => e with { Waits = new ExtensionWait.None() }), Calling(e => e with { Waits = new ExtensionWait.Within(Duration.OfDays(1)) })),
        ["extension waits longer"] = (Calling(e => e with { Waits = new ExtensionWait.Within(Duration.OfDays(1)) }), Calling(e => e with { Waits = new ExtensionWait.Within(Duration.OfDays(2)) })),
        ["somebody for others"] = (Asking(r => r), Asking(r => r with { OnBehalf = By(1) })),
        ["others for others"] = (Asking(r => r with { OnBehalf = By(1) }), Asking(r => r with { OnBehalf = By(1, 2) })),
        ["request for others"] = (Asking(r => r with { OnBehalf = By(1) with { MayRequest = false } }), Asking(r => r with { OnBehalf = By(1) })),
        ["extend for others"] = (Asking(r => r with { OnBehalf = By(1) with { MayExtend = false } }), Asking(r => r with { OnBehalf = By(1) })),
        ["give back for others"] = (Asking(r => r with { OnBehalf = By(1) with { MayRemove = false } }), Asking(r => r with { OnBehalf = By(1) })),
        ["a rule"] = (Assigning("a"), Assigning("b")),
        ["nobody is removed"] = (Assigning("a"), Assigning("a", r => r with { RemoveWhenNoLonger = false })),
        ["grace"] = (Assigning("a"), Assigning("a", r => r with { Grace = Duration.OfDays(7) })),
        ["escalation"] = (Approving(Given.Stage(A)), Escalating(e => e)),
        ["escalation's time"] = (Escalating(e => e), Escalating(e => e with { Length = Duration.OfDays(3) })),
        ["escalation to one more"] = (Escalating(e => e), Escalating(e => e with { To = Subjects(A, B) })),
        ["escalation's fallback"] = (Escalating(e => e), Escalating(e => e with { Fallback = Subjects(B) })),
        ["no review"] = (Reviewing(r => r), Given.Policy() with { Review = new Review.None() }),
        ["reviewed less often"] = (Reviewing(r => r), Reviewing(r => r with { Every = Cadence.Year })),
        ["review starts later"] = (Reviewing(r => r), Reviewing(r => r with { Starting = new DateOnly(2027, 3, 1) })),
        ["review is open longer"] = (Reviewing(r => r), Reviewing(r => r with { OpenFor = Duration.OfDays(20) })),
        ["other reviewers"] = (Reviewing(r => r), Reviewing(r => r with { Reviewers = Subjects(B) })),
        ["other fallback reviewers"] = (Reviewing(r => r), Reviewing(r => r with { Fallback = Subjects(B) })),
        ["access stays without a response"] = (Reviewing(r => r), Reviewing(r => r with { OnNoResponse = NoResponse.KeepAccess })),
        ["no recommendations"] = (Reviewing(r => r), Reviewing(r => r with { Recommendations = false })),
        ["reviewers need not say why"] = (Reviewing(r => r), Reviewing(r => r with { ReviewerJustification = false })),
        ["a question"] = (Questions(), Questions(Ask("a"))),
        ["a question's text"] = (Questions(Ask("a")), Questions(Ask("b"))),
        ["a question must be answered"] = (Questions(Ask("a")), Questions(Ask("a") with { Required = true })),
        ["an answer is fixed"] = (Questions(Ask("a")), Questions(Ask("a") with { Editable = false })),
        ["a pattern"] = (Questions(Ask("a")), Questions(Ask("a") with { Answer = new Answer.Written("[0-9]", LongText: false) })),
        ["a long answer"] = (Questions(Ask("a")), Questions(Ask("a") with { Answer = new Answer.Written("", LongText: true) })),
        ["a choice"] = (Questions(Pick(several: false, "x")), Questions(Pick(several: false, "x", "y"))),
        ["several choices"] = (Questions(Pick(several: false, "x")), Questions(Pick(several: true, "x"))),
        ["a translation"] = (Questions(Ask("a")), Questions(Ask("a") with { Localizations = EquatableArray.Create<Localization>([new() { Language = "de", Text = "b" }]) })),
        ["no mail"] = (Given.Policy() with { Notifications = true }, Given.Policy() with { Notifications = false }),
        ["a callout"] = (Given.Policy() with { Callouts = EquatableArray.Create<Callout>([]) }, Given.Policy() with { Callouts = EquatableArray.Create<Callout>([new(CalloutStage.RequestCreated, new Reference(ReferenceKind.Extension, "X", "x1"))]) }),
        ["guests stay"] = (Leaving(LifecycleAction.BlockSignIn), Leaving(LifecycleAction.None)),
        ["guests are not deleted"] = (Leaving(LifecycleAction.BlockSignInAndDelete), Leaving(LifecycleAction.BlockSignIn)),
        ["guests are deleted later"] = (Leaving(LifecycleAction.BlockSignInAndDelete, 10), Leaving(LifecycleAction.BlockSignInAndDelete, 20)),
    };

    [Theory]
    [InlineData("catalog description", O, O)]
    [InlineData("catalog enabled", W, N)]
    [InlineData("catalog opened to externals", W, N)]
    [InlineData("catalog resource", O, O)]
    [InlineData("package description", O, O)]
    [InlineData("package shown", W, N)]
    [InlineData("package role", W, N)]
    [InlineData("policy description", O, O)]
    [InlineData("nobody to a list", W, N)]
    [InlineData("a list to members", W, N)]
    [InlineData("a list to outsiders", Both, Both)]
    [InlineData("members to everybody", W, N)]
    [InlineData("members to outsiders", Both, Both)]
    [InlineData("one more on the list", W, N)]
    [InlineData("may request", W, N)]
    [InlineData("may extend", W, N)]
    [InlineData("may remove", O, O)]
    [InlineData("may choose dates", O, O)]
    [InlineData("approval gone", W, N)]
    [InlineData("a stage gone", W, N)]
    [InlineData("one more approver", W, N)]
    [InlineData("a fallback", W, N)]
    [InlineData("time to decide", O, O)]
    [InlineData("approver's justification", O, O)]
    [InlineData("requestor's justification", O, O)]
    [InlineData("approval of extensions gone", W, N)]
    [InlineData("expiry later", W, N)]
    [InlineData("end later", W, N)]
    [InlineData("no expiry", W, N)]
    [InlineData("length or instant", Both, Both)]
    [InlineData("guests stay", W, N)]
    [InlineData("guests are not deleted", W, N)]
    [InlineData("guests are deleted later", W, N)]
    [InlineData("a creator of catalogs", W, N)]
    [InlineData("an administrator of organizations", W, N)]
    [InlineData("a catalog owner", W, N)]
    [InlineData("a catalog reader", W, N)]
    [InlineData("an access package manager", W, N)]
    [InlineData("an assignment manager", W, N)]
    [InlineData("an attribute", O, O)]
    [InlineData("an attribute's question", O, O)]
    [InlineData("an attribute's answer is fixed", O, O)]
    [InlineData("an attribute's answer stays", O, O)]
    [InlineData("one that excludes less", W, N)]
    [InlineData("organization description", O, O)]
    [InlineData("organization accepted", W, N)]
    [InlineData("an identity source", W, N)]
    [InlineData("an internal sponsor", W, N)]
    [InlineData("an external sponsor", W, N)]
    [InlineData("extension description", O, O)]
    [InlineData("extension signs in", O, O)]
    [InlineData("extension's application", O, O)]
    [InlineData("extension's retries", O, O)]
    [InlineData("extension's timeout", O, O)]
    [InlineData("extension waits", O, O)]
    [InlineData("extension waits longer", O, O)]
    [InlineData("somebody for others", W, N)]
    [InlineData("others for others", W, N)]
    [InlineData("request for others", W, N)]
    [InlineData("extend for others", W, N)]
    [InlineData("give back for others", W, N)]
    [InlineData("a rule", Both, Both)]
    [InlineData("nobody is removed", W, N)]
    [InlineData("grace", W, N)]
    [InlineData("escalation", W, N)]
    [InlineData("escalation's time", O, O)]
    [InlineData("escalation to one more", W, N)]
    [InlineData("escalation's fallback", W, N)]
    [InlineData("no review", W, N)]
    [InlineData("reviewed less often", W, N)]
    [InlineData("review starts later", O, O)]
    [InlineData("review is open longer", O, O)]
    [InlineData("other reviewers", W, W)]
    [InlineData("other fallback reviewers", O, O)]
    [InlineData("access stays without a response", W, N)]
    [InlineData("no recommendations", O, O)]
    [InlineData("reviewers need not say why", O, O)]
    [InlineData("a question", O, O)]
    [InlineData("a question's text", O, O)]
    [InlineData("a question must be answered", O, O)]
    [InlineData("an answer is fixed", O, O)]
    [InlineData("a pattern", O, O)]
    [InlineData("a long answer", O, O)]
    [InlineData("a choice", O, O)]
    [InlineData("several choices", O, O)]
    [InlineData("a translation", O, O)]
    [InlineData("no mail", O, O)]
    [InlineData("a callout", O, O)]
    public void A_change_says_whether_it_widens_or_narrows(string what, string there, string back)
    {
        var (from, to) = Pairs[what];

        Assert.Equal((there, back), (EffectOf(from, to), EffectOf(to, from)));
    }

    [Fact]
    public void Every_row_of_the_language_is_judged_here()
    {
        var judged = Pairs.Values.SelectMany(p => PlanOf(p.From, p.To).Changes).SelectMany(c => c.Fields).Select(f => f.Path.Split('.')[^1].Split('[')[0]);

        Assert.Empty(Language.Tables.SelectMany(t => t.Settings).SelectMany(Rows).Except(judged));
    }

    [Fact]
    public void One_that_joins_widens_even_where_another_leaves()
    {
        var plan = PlanOf(Who(Given.Listed(A)), Who(Given.Listed(B)));

        Assert.Equal([Effect.Narrows, Effect.Widens], plan.Changes[0].Fields.Select(f => f.Effect));
        Assert.Equal(Effect.Widens, plan.Changes[0].Effect);
    }

    [Theory]
    [InlineData(Population.Nobody, O)]
    [InlineData(Population.AnyMember, W)]
    [InlineData(Population.AnyExternalUser, W)]
    public void A_new_policy_widens_unless_nobody_may_request(Population who, string effect) =>
        Assert.Equal(effect, World.WithReader().Declare(Given.FullPolicy() with { Requestors = Given.Asking(Given.Everyone(who)) }).Plan().Changes[0].Effect.ToString());

    [Theory]
    [InlineData(EntityKind.AccessPackage, "package role", Touches.Holders)]
    [InlineData(EntityKind.AssignmentPolicy, "expiry later", Touches.FutureRequestors)]
    [InlineData(EntityKind.AssignmentPolicy, "one more on the list", Touches.FutureRequestors)]
    [InlineData(EntityKind.Catalog, "catalog description", Touches.Nobody)]
    public void A_line_says_whom_it_touches(EntityKind kind, string what, Touches whom)
    {
        var change = PlanOf(Pairs[what].From, Pairs[what].To).Changes[0];

        Assert.Equal((kind, whom), (change.Key.Kind, change.Fields[0].Touches));
    }

    private static string EffectOf(Entity from, Entity to) => Assert.Single(PlanOf(from, to).Changes).Effect.ToString();

    /// <summary>The keys that a line of a plan can be about. What is fixed once it is there is refused instead of judged, and who is assigned is another assignment.</summary>
    private static IEnumerable<string> Rows(Field field) => field.IsFixed || field.IsInline ? [] : field.Shape switch
    {
        Shape.Group group => group.Fields.SelectMany(Rows),
        Shape.Union union => union.Forms.SelectMany(form => form.Shape is Shape.Group group ? group.Fields.SelectMany(Rows) : [field.Key]),
        Shape.ListOf { IsSet: false, Item: Shape.Group group } => group.Fields.SelectMany(Rows).Append(field.Key),
        _ => [field.Key],
    };

    /// <summary>The plan that makes one into the other, where everything around it is as it should be.</summary>
    private static Plan PlanOf(Entity from, Entity to) => (to switch
    {
        Catalog or Settings or TenantRoles or ConnectedOrganization => new World().Declare(WithIds(to)).Has(Over(Held(from), from), "x"),
        AccessPackage => new World().Has(Given.HeldCatalog("Finance", Given.Group("A")), "c1").Declare(WithIds(to)).Has(Over(Held(from), from), "x", "c1"),
        CustomExtension => new World().Declare(Given.OpenCatalog()).Has(Given.HeldCatalog(), "c1").Declare(to).Has(Over(from, from), "x", "c1"),
        _ => new World().Has(Given.HeldCatalog(), "c1").Has(Calling(call => call), "x1", "c1").Declare(Given.Package()).Has(Given.HeldPackage(), "p1", "c1").Declare(WithIds(to)).Has(Over(Held(from), from), "x", "p1"),
    }).Plan();

    private static Entity Held(Entity entity) => entity switch
    {
        Catalog => Given.HeldCatalog(),
        AccessPackage => Given.HeldPackage(),
        AssignmentPolicy => Given.HeldPolicy(),
        _ => entity,
    };

    private static Entity Over(Entity held, Entity written) => (Entity)Language.Of(held.Key.Kind).Settings
        .Aggregate((object)held, (owner, field) => field.Get(written) is { } value ? field.With(owner, value) : owner);

    /// <summary>Declared references have names alone and are bound to the ids that the tenant has.</summary>
    private static Entity WithIds(Entity entity) => References.Rewrite(entity, reference => reference with { Id = null });

    private static Catalog Open(Func<Catalog, Catalog> with) => with(Given.OpenCatalog());

    private static AssignmentPolicy Who(RequestorScope who) => Given.Policy() with { Requestors = Given.Asking(who) };

    private static AssignmentPolicy Asking(Func<Requestors, Requestors> with) => Given.Policy() with { Requestors = with(Given.Asking(Given.Listed(A))) };

    private static AssignmentPolicy Approving(params ApprovalStage[] stages) => Given.Policy() with { Approval = Given.Approval(stages) };

    private static AssignmentPolicy Required(Func<Approval.Required, Approval.Required> with) =>
        Given.Policy() with { Approval = with(new Approval.Required { Stages = EquatableArray.Create<ApprovalStage>([Given.Stage(A)]) }) };

    private static AssignmentPolicy Expiring(Expiration expiration) => Given.Policy() with { Expiration = expiration };

    private static Settings Leaving(LifecycleAction action, int days = 30) => new() { ExternalUserLifecycle = Given.Lifecycle(action, days) };

    private static EquatableArray<Reference> Nobody => [];

    private static EquatableArray<Reference> One(Reference who) => [who];

    private static Catalog Run(Func<Delegates, Delegates> with) => Given.OpenCatalog() with { Delegates = with(new Delegates()) };

    private static Catalog Held(Func<CatalogResource, CatalogResource> with) =>
        Given.OpenCatalog() with { Resources = new[] { with(new CatalogResource { Resource = A }) }.ToEquatableArray() };

    private static RequiredAttribute Office => new() { Name = "officeLocation", Question = Ask("Office?") };

    private static EquatableArray<RequiredAttribute> Attributes(params RequiredAttribute[] attributes) => attributes.ToEquatableArray();

    private static ConnectedOrganization Outside(Func<ConnectedOrganization, ConnectedOrganization> with) =>
        with(new ConnectedOrganization { Name = "Fabrikam", IdentitySources = Sources("a.example") });

    private static EquatableArray<IdentitySource> Sources(params string[] domains) => domains.Select(d => (IdentitySource)new IdentitySource.Domain(d)).ToEquatableArray();

    private static CustomExtension Calling(Func<CustomExtension, CustomExtension> with) => with(new CustomExtension { Catalog = "Finance", Name = "X", Runs = ExtensionOccasion.OnRequest });

    private static OnBehalf.By By(params int[] levels) => new(levels.Select(level => (Subject)new Subject.Manager(level)).ToEquatableArray());

    private static AssignmentPolicy Assigning(string rule, Func<Automatic.ByRule, Automatic.ByRule>? with = null) =>
        Given.Policy() with { Automatic = (with ?? (r => r))(new Automatic.ByRule(rule)) };

    private static EquatableArray<Subject> Subjects(params Reference[] who) => who.Select(w => (Subject)new Subject.Principal(w)).ToEquatableArray();

    private static AssignmentPolicy Escalating(Func<Escalation.After, Escalation.After> with) =>
        Approving(Given.Stage(A) with { Escalation = with(new Escalation.After(Duration.OfDays(2)) { To = Subjects(A) }) });

    private static AssignmentPolicy Reviewing(Func<Review.Recurring, Review.Recurring> with) => Given.Policy() with
    {
        Review = with(new Review.Recurring(Cadence.Quarter)
        {
            Starting = new DateOnly(2027, 1, 15),
            OpenFor = Duration.OfDays(14),
            Reviewers = Subjects(A),
            Fallback = Subjects(A),
            OnNoResponse = NoResponse.RemoveAccess,
        }),
    };

    private static Question Ask(string text) => new() { Text = text, Answer = new Answer.Written("", LongText: false) };

    private static Question Pick(bool several, params string[] choices) =>
        new() { Text = "a", Answer = new Answer.Picked(choices.Select(c => new Choice(c, c)).ToEquatableArray(), several) };

    private static AssignmentPolicy Questions(params Question[] questions) => Given.Policy() with { Questions = questions.ToEquatableArray() };
}
