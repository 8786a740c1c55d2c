using Reconciler.Entitlements;
using Reconciler.Entitlements.Fields;
using Reconciler.Planning;

namespace Reconciler.UnitTests.Planning;

/// <summary>What may be deleted, and what makes a deletion impossible.</summary>
public sealed class DeletionTests
{
    private static readonly Reference Sales = Given.Group("Sales");

    [Fact]
    public void What_an_earlier_run_managed_and_nobody_declares_any_more_is_deleted() =>
        World.WithFinance().Has(Given.HeldPackage(), "p1", "c1").Remembers(EntityKind.AccessPackage, "p1", "c1", "Reader").Plan().Is("delete Finance / Reader");

    // kustomize-controller#192, #410: what others made was deleted.
    [Fact]
    public void What_nobody_ever_declared_is_counted_and_left_alone()
    {
        var plan = World.WithReader().Has(Given.HeldPackage("Theirs"), "p9", "c1").Has(Given.HeldPolicy("Theirs"), "q9", "p1").Has(Given.HeldCatalog("Theirs"), "c9").Plan();

        plan.Is();
        Assert.Equal(["Finance / Reader / Theirs", "Finance / Theirs", "Theirs"], plan.Unmanaged.Select(k => k.ToString()).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void What_lives_in_an_undeclared_place_is_nobodys_business()
    {
        var plan = new World().Declare(Given.Package()).Has(Given.HeldCatalog(), "c1").Has(Given.HeldPackage(), "p1", "c1").Has(Given.HeldPackage("Theirs"), "p9", "c1").Plan();

        Assert.Equal(["Finance"], plan.Unmanaged.Select(k => k.ToString()));
    }

    [Fact]
    public void Policies_go_with_their_package_and_are_counted_in_its_line()
    {
        var plan = World.WithFinance().Has(Given.HeldPackage(), "p1", "c1").Has(Given.HeldPolicy(), "q1", "p1").Has(Given.HeldPolicy("Theirs"), "q2", "p1")
            .Remembers(EntityKind.AccessPackage, "p1", "c1", "Reader").Remembers(EntityKind.AssignmentPolicy, "q1", "p1", "Staff").Plan();

        plan.Is("delete Finance / Reader");
        Assert.Equal(2, Assert.IsType<PlannedChange.Delete>(plan.Changes[0]).Inside.Count);
        Assert.Single(plan.Steps);
    }

    [Fact]
    public void A_policy_alone_is_deleted_where_its_package_stays() =>
        World.WithReader().Has(Given.HeldPolicy(), "q1", "p1").Remembers(EntityKind.AssignmentPolicy, "q1", "p1", "Staff").Plan().Is("delete Finance / Reader / Staff");

    [Fact]
    public void The_settings_are_never_deleted()
    {
        var held = new Settings { ExternalUserLifecycle = Given.Lifecycle(LifecycleAction.BlockSignIn) };

        new World().Has(held, "settings").Plan().Is();
        new World().Declare(new Settings(), Ensure.Absent).Has(held, "settings").Plan().Is();
    }

    [Fact]
    public void A_catalog_is_deleted_after_the_packages_that_were_managed_in_it()
    {
        var plan = new World().Has(Given.HeldCatalog(), "c1").Remembers(EntityKind.Catalog, "c1", null, "Finance")
            .Has(Given.HeldPackage(), "p1", "c1").Remembers(EntityKind.AccessPackage, "p1", "c1", "Reader").Plan();

        plan.Is("delete Finance", "delete Finance / Reader");
        Assert.Equal(["p1", "c1"], plan.Steps.Select(s => Assert.IsType<TenantWrite.Delete>(s.Write).Target.Id));
        Assert.Equal([0], plan.Steps[1].DependsOn);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void A_catalog_in_which_something_stays_can_not_be_deleted(bool letGo)
    {
        var world = new World().Declare(Given.OpenCatalog(), Ensure.Absent).Has(Given.HeldCatalog(), "c1").Has(Given.HeldPackage("Theirs"), "p9", "c1");

        var finding = (letGo ? world.Declare(Given.Package("Theirs"), Ensure.Unmanaged) : world).Plan().Refuses("RCN202");
        Assert.Contains("\"Theirs\"", finding.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_resource_that_a_package_still_gives_can_not_leave_its_catalog()
    {
        var finding = new World().Declare(Given.Catalog()).Has(Given.HeldCatalog("Finance", Sales), "c1").Has(Given.HeldPackage("Theirs", "Finance", Sales), "p9", "c1").Plan().Refuses("RCN203");

        Assert.Contains("\"Theirs\"", finding.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_resource_leaves_with_the_package_that_gave_it_or_with_its_role()
    {
        var world = new World().Declare(Given.Catalog()).Has(Given.HeldCatalog("Finance", Sales), "c1");

        world.Declare(Given.Package().Giving()).Declare(Given.Package("Gone"), Ensure.Absent)
            .Has(Given.HeldPackage("Reader", "Finance", Sales), "p1", "c1").Has(Given.HeldPackage("Gone", "Finance", Sales), "p2", "c1")
            .Plan().Is("delete Finance / Gone", "update Finance", "update Finance / Reader");
    }

    // Cloud-Temple#281, argo-cd#15058: what could not be read was deleted.
    [Fact]
    public void A_gap_in_what_was_read_means_no_changes_at_all()
    {
        var plan = World.WithFinance().Misses("access packages: 403").Declare(Given.Package("New")).Has(Given.HeldPackage(), "p1", "c1").Remembers(EntityKind.AccessPackage, "p1", "c1", "Reader").Plan();

        Assert.False(plan.CanApply);
        Assert.Empty(plan.Changes);
        Assert.Empty(plan.Steps);
        Assert.Empty(plan.Bindings);
    }

    [Fact]
    public void A_name_that_was_not_found_means_no_changes_at_all()
    {
        var plan = World.WithFinance().Knows("Sales").Declare(Given.Package("New").Giving(Sales)).Declare(Given.Package("Other")).Plan();

        plan.Refuses("RCN401");
        Assert.Empty(plan.Changes);
    }

    [Fact]
    public void A_new_policy_has_to_say_who_may_request_who_approves_and_for_how_long()
    {
        var world = World.WithReader().Declare(Given.Policy()).WrittenAt(Given.Policy(), "", 12);

        var finding = world.Plan().Refuses("RCN201");
        Assert.Equal(12, finding.Where?.Line);
        Assert.Contains("requestors or automatic, approval, expiration", finding.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_policy_that_exists_may_leave_them_out() => World.WithPolicy(Given.Policy(), Given.HeldPolicy()).Plan().Is();

    [Fact]
    public void A_delete_and_a_create_of_one_name_are_told_apart_in_the_steps()
    {
        var plan = World.WithFinance().Declare(Given.Package(), id: "p2")
            .Has(Given.HeldPackage(), "p1", "c1").Has(Given.HeldPackage("Other"), "p2", "c1").Remembers(EntityKind.AccessPackage, "p1", "c1", "Reader").Plan();

        plan.Is("delete Finance / Reader", "rename Other to Finance / Reader");
        Assert.Equal([1, 0], plan.Steps.Select(s => s.Change));
        Assert.Equal("p2", Assert.IsType<TenantWrite.Update>(plan.Steps[0].Write).Target.Id);
        Assert.Equal("p1", Assert.IsType<TenantWrite.Delete>(plan.Steps[1].Write).Target.Id);
    }

    [Fact]
    public void Two_deletes_of_one_name_are_two_steps()
    {
        var plan = World.WithFinance().Has(Given.HeldPackage(), "p1", "c1").Has(Given.HeldPackage(), "p2", "c1")
            .Remembers(EntityKind.AccessPackage, "p1", "c1", "Reader").Remembers(EntityKind.AccessPackage, "p2", "c1", "Reader2").Plan();

        Assert.Equal(["p1", "p2"], plan.Steps.Select(s => Assert.IsType<TenantWrite.Delete>(s.Write).Target.Id).Order(StringComparer.Ordinal));
        Assert.Equal([0, 1], plan.Steps.Select(s => s.Change).Order());
    }
}
