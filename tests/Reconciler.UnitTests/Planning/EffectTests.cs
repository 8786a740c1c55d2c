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
    [InlineData("a list to outsiders", W, W)]
    [InlineData("members to everybody", W, N)]
    [InlineData("members to outsiders", W, W)]
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
    [InlineData("length or instant", W, W)]
    [InlineData("guests stay", W, N)]
    [InlineData("guests are not deleted", W, N)]
    [InlineData("guests are deleted later", W, N)]
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

    /// <summary>The keys that a line of a plan can be about.</summary>
    private static IEnumerable<string> Rows(Field field) => field.Shape switch
    {
        Shape.Group group => group.Fields.SelectMany(Rows),
        Shape.Union union => union.Forms.SelectMany(form => form.Shape is Shape.Group group ? group.Fields.SelectMany(Rows) : [field.Key]),
        Shape.ListOf { IsSet: false, Item: Shape.Group group } => group.Fields.SelectMany(Rows).Append(field.Key),
        _ => [field.Key],
    };

    /// <summary>The plan that makes one into the other, where everything around it is as it should be.</summary>
    private static Plan PlanOf(Entity from, Entity to) => (to switch
    {
        Catalog or Settings => new World().Declare(WithIds(to)).Has(Over(Held(from), from), "x"),
        AccessPackage => new World().Has(Given.HeldCatalog("Finance", Given.Group("A")), "c1").Declare(WithIds(to)).Has(Over(Held(from), from), "x", "c1"),
        _ => new World().Has(Given.HeldCatalog(), "c1").Declare(Given.Package()).Has(Given.HeldPackage(), "p1", "c1").Declare(WithIds(to)).Has(Over(Held(from), from), "x", "p1"),
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
    private static Entity WithIds(Entity entity) => References.Rewrite(entity, (_, reference) => reference with { Id = null });

    private static Catalog Open(Func<Catalog, Catalog> with) => with(Given.OpenCatalog());

    private static AssignmentPolicy Who(RequestorScope who) => Given.Policy() with { Requestors = Given.Asking(who) };

    private static AssignmentPolicy Asking(Func<Requestors, Requestors> with) => Given.Policy() with { Requestors = with(Given.Asking(Given.Listed(A))) };

    private static AssignmentPolicy Approving(params ApprovalStage[] stages) => Given.Policy() with { Approval = Given.Approval(stages) };

    private static AssignmentPolicy Required(Func<Approval.Required, Approval.Required> with) =>
        Given.Policy() with { Approval = with(new Approval.Required { Stages = EquatableArray.Create<ApprovalStage>([Given.Stage(A)]) }) };

    private static AssignmentPolicy Expiring(Expiration expiration) => Given.Policy() with { Expiration = expiration };

    private static Settings Leaving(LifecycleAction action, int days = 30) => new() { ExternalUserLifecycle = Given.Lifecycle(action, days) };
}
