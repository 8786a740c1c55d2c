using Reconciler.Entitlements;
using Reconciler.Entitlements.Fields;
using Reconciler.Planning;
using Reconciler.UnitTests.Applying;

namespace Reconciler.UnitTests.Planning;

/// <summary>The emergency brake (kubernetes/org#4365): nothing is deleted and nothing leaves a list.</summary>
public sealed class NoRemovalsTests
{
    private static readonly Reference A = Given.Group("A");
    private static readonly Reference B = Given.Group("B");
    private static readonly Reference C = Given.Group("C");

    [Fact]
    public void Deletes_and_removals_are_held_back_and_counted()
    {
        var world = World.WithFinance(A).Declare(Given.Package().Giving(A)).Has(Given.HeldPackage("Reader", "Finance", A, B), "p1", "c1")
            .Declare(Given.Package("Tomb"), Ensure.Absent).Has(Given.HeldPackage("Tomb"), "p2", "c1")
            .Has(Given.HeldPackage("Old"), "p3", "c1").Remembers(EntityKind.AccessPackage, "p3", "c1", "Old");

        world.Plan().Is("delete Finance / Old", "delete Finance / Tomb", "update Finance / Reader");
        var held = world.Plan(noRemovals: true);
        held.Is();
        Assert.Equal(3, held.HeldBack.Count);
        Assert.Empty(world.Plan().HeldBack);
    }

    [Fact]
    public void What_a_deleted_package_gives_is_not_counted_beside_it()
    {
        var world = World.WithFinance(A).Has(Given.HeldPackage("Old", "Finance", A), "p3", "c1").Remembers(EntityKind.AccessPackage, "p3", "c1", "Old");

        Assert.Single(world.Plan(noRemovals: true).HeldBack);
    }

    [Fact]
    public void What_is_given_is_still_given()
    {
        var plan = World.WithFinance(A, B).Declare(Given.Package().Giving(B)).Has(Given.HeldPackage("Reader", "Finance", A), "p1", "c1").Plan(noRemovals: true);

        Assert.Equal(FieldChangeKind.Added, plan.OnlyField().Kind);
        Assert.IsType<TenantWrite.AddItem>(Assert.Single(plan.Steps).Write);
        Assert.Single(plan.HeldBack);
    }

    [Fact]
    public void A_question_that_goes_takes_no_other_with_it()
    {
        var (centre, office) = (Asked("Cost centre"), Asked("Office"));
        var world = World.WithPolicy(
            Given.FullPolicy() with { Questions = EquatableArray.Create([office]) }, Given.HeldPolicy() with { Questions = EquatableArray.Create([centre, office]) });

        var plan = world.Plan(noRemovals: true);

        plan.Is();
        Assert.NotEmpty(plan.HeldBack);

        static Question Asked(string text) => new() { Text = text, Required = true, Editable = true, Answer = new Answer.Written("", LongText: false) };
    }

    [Fact]
    public async Task Principals_are_kept_as_a_union_and_the_plan_after_it_is_empty()
    {
        var world = World.WithPolicy(
            Given.FullPolicy() with { Requestors = Given.Asking(Given.Listed(B)), Approval = Given.Approval(Given.Stage(B)) },
            Given.HeldPolicy() with { Requestors = Given.Asking(Given.Listed(A.Bound())), Approval = Given.Approval(Given.Stage(A.Bound())) });

        var (plan, written, next) = await AppliedAsync(world);

        Assert.Equal(Given.Listed(B.Bound(), A.Bound()), written.Requestors.Value.Who);
        Assert.Equal(Given.Approval(Given.Stage(B.Bound(), A.Bound())), written.Approval.Value);
        Assert.Equal(2, plan.HeldBack.Count);
        next.Is();
    }

    [Fact]
    public async Task A_stage_that_would_go_stays_with_its_approvers()
    {
        var world = World.WithPolicy(
            Given.FullPolicy() with { Description = "new", Approval = Given.Approval(Given.Stage(B)) },
            Given.HeldPolicy() with { Approval = Given.Approval(Given.Stage(B.Bound()), Given.Stage(C.Bound())) });

        var (plan, written, next) = await AppliedAsync(world);

        Assert.Equal(Given.Approval(Given.Stage(B.Bound()), Given.Stage(C.Bound())), written.Approval.Value);
        Assert.Single(plan.HeldBack);
        next.Is();
    }

    [Fact]
    public void A_list_of_requestors_that_would_become_nobody_stays()
    {
        var plan = World.WithPolicy(
            Given.Policy() with { Requestors = Given.Asking(Given.Everyone(Population.Nobody)) },
            Given.HeldPolicy() with { Requestors = Given.Asking(Given.Listed(A.Bound())) }).Plan(noRemovals: true);

        plan.Is();
        Assert.Single(plan.HeldBack);
    }

    [Fact]
    public void A_list_of_requestors_that_becomes_everybody_is_opened() =>
        Assert.Equal("anyUser", World.WithPolicy(
            Given.Policy() with { Requestors = Given.Asking(Given.Everyone(Population.AnyUser)) },
            Given.HeldPolicy() with { Requestors = Given.Asking(Given.Listed(A.Bound())) }).Plan(noRemovals: true).OnlyField().New);

    [Fact]
    public void Requestors_whom_the_language_has_no_word_for_stay()
    {
        var plan = World.WithPolicy(
            Given.Policy() with { Requestors = Given.Asking(Given.Listed(A)) },
            Given.HeldPolicy() with { Requestors = Given.Asking(new RequestorScope.Unmodelled("connected organizations")) }).Plan(noRemovals: true);

        plan.Is();
        Assert.Single(plan.HeldBack);
    }

    // An approver that can't be written can't be kept by a write of the others: the adapter would fail.
    [Fact]
    public void A_group_with_an_approver_that_can_not_be_written_is_left_as_it_is()
    {
        var plan = World.WithPolicy(
            Given.Policy() with { Description = "new", Approval = Given.Approval(Given.Stage(B)) },
            Given.HeldPolicy() with { Approval = Given.Approval(Given.Stage([new Subject.Unmodelled("a strange thing")])) }).Plan(noRemovals: true);

        Assert.Equal("description", plan.OnlyField().Path);
        Assert.False(((AssignmentPolicy)Assert.IsType<TenantWrite.Update>(plan.Steps[0].Write).Changes).Approval.IsWritten);
        Assert.Equal(2, plan.HeldBack.Count);
    }

    [Fact]
    public void A_package_can_be_made_in_a_catalog_whose_deletion_is_held_back() =>
        new World().Declare(Given.OpenCatalog(), Ensure.Absent).Has(Given.HeldCatalog(), "c1").Declare(Given.Package()).Plan(noRemovals: true).Is("create Finance / Reader");

    [Fact]
    public void A_resource_in_use_is_no_error_when_it_stays() =>
        new World().Declare(Given.Catalog()).Has(Given.HeldCatalog("Finance", A), "c1").Has(Given.HeldPackage("Theirs", "Finance", A), "p9", "c1").Plan(noRemovals: true).Is();

    private static async Task<(Plan Plan, AssignmentPolicy Written, Plan Next)> AppliedAsync(World world)
    {
        var plan = world.Plan(noRemovals: true);
        var run = await Run.OfAsync(world, plan);
        var written = (AssignmentPolicy)run.Tenant.Snapshot.Entities.Single(e => e.Id == "q1").Entity;
        return (plan, written, world.After(run.Tenant.Snapshot, run.Store.Bindings).Plan(noRemovals: true));
    }
}
