using Reconciler.Entitlements;
using Reconciler.Entitlements.Fields;

namespace Reconciler.UnitTests.Planning;

/// <summary>Tombstones, the built-in catalog, moves, and children whose parents change their names.</summary>
public sealed class BindingPlacesTests
{
    private static readonly Reference Sales = Given.Group("Sales");

    [Fact]
    public void A_tombstone_deletes_what_bears_its_name() =>
        World.WithFinance().Declare(Given.Package(), Ensure.Absent).Has(Given.HeldPackage(), "p1", "c1").Plan().Is("delete Finance / Reader");

    [Theory]
    [InlineData("Finance")]
    [InlineData("Nowhere")]
    [InlineData("General")]
    public void A_tombstone_of_what_is_gone_already_is_said_and_is_no_change(string catalog)
    {
        var plan = World.WithFinance().Declare(Given.Package("Reader", catalog), Ensure.Absent).Plan();

        plan.Is();
        Assert.Equal([EntityKey.Package(catalog, "Reader")], plan.Gone);
    }

    [Fact]
    public void A_tombstone_follows_the_binding_of_what_was_renamed_by_hand()
    {
        var plan = World.WithFinance().Declare(Given.Package(), Ensure.Absent).Has(Given.HeldPackage("Renamed"), "p1", "c1").Remembers(EntityKind.AccessPackage, "p1", "c1", "Reader").Plan();

        Assert.Equal("p1", Assert.Single(plan.Changes).Id);
    }

    [Fact]
    public void A_package_that_another_catalog_holds_and_nobody_declares_there_was_moved_and_that_is_an_error()
    {
        var finding = World.WithFinance().Declare(Given.OpenCatalog("Sales")).Has(Given.HeldCatalog("Sales"), "c2").Declare(Given.Package("Reader", "Sales"))
            .Has(Given.HeldPackage(), "p1", "c1").Remembers(EntityKind.AccessPackage, "p1", "c1", "Reader").Plan().Refuses("RCN409");

        Assert.Contains("\"Finance\"", finding.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_package_is_moved_by_a_tombstone_in_the_old_catalog() =>
        World.WithFinance().Declare(Given.OpenCatalog("Sales")).Has(Given.HeldCatalog("Sales"), "c2").Declare(Given.Package("Reader", "Sales"))
            .Declare(Given.Package(), Ensure.Absent).Has(Given.HeldPackage(), "p1", "c1").Remembers(EntityKind.AccessPackage, "p1", "c1", "Reader").Plan()
            .Is("delete Finance / Reader", "create Sales / Reader");

    [Fact]
    public void Two_packages_of_one_name_in_two_catalogs_are_no_move_even_when_a_catalog_was_renamed_by_hand() =>
        new World().Declare(Given.OpenCatalog("A")).Declare(Given.OpenCatalog("B")).Declare(Given.Package("Reader", "A")).Declare(Given.Package("Reader", "B"))
            .Has(Given.HeldCatalog("A"), "c1").Has(Given.HeldCatalog("Be"), "c2").Has(Given.HeldPackage("Reader", "Be"), "p2", "c2")
            .Remembers(EntityKind.Catalog, "c2", null, "B").Remembers(EntityKind.AccessPackage, "p2", "c2", "Reader").Plan()
            .Is("create A / Reader", "rename Be to B");

    [Fact]
    public void A_bound_package_that_is_found_in_another_catalog_was_moved_and_is_neither_deleted_nor_made_again() =>
        World.WithFinance().Declare(Given.Package()).Declare(Given.OpenCatalog("Sales")).Has(Given.HeldCatalog("Sales"), "c2")
            .Has(Given.HeldPackage("Reader", "Sales"), "p1", "c2").Remembers(EntityKind.AccessPackage, "p1", "c1", "Reader").Plan().Refuses("RCN409");

    [Fact]
    public void Children_follow_a_catalog_and_a_package_that_were_renamed()
    {
        var plan = new World().Declare(Given.OpenCatalog("New"), previously: "Old").Declare(Given.Package("Writer", "New"), previously: "Reader").Declare(Given.Policy("Staff", "Writer", "New"))
            .Has(Given.HeldCatalog("Old"), "c1").Has(Given.HeldPackage("Reader", "Old"), "p1", "c1").Has(Given.HeldPolicy("Staff", "Reader", "Old"), "q1", "p1")
            .Remembers(EntityKind.Catalog, "c1", null, "Old").Remembers(EntityKind.AccessPackage, "p1", "c1", "Reader").Remembers(EntityKind.AssignmentPolicy, "q1", "p1", "Staff").Plan();

        plan.Is("rename Old to New", "rename Reader to New / Writer");
        Assert.Contains(new Binding(EntityKind.AssignmentPolicy, "q1", "p1", "Staff"), plan.Bindings);
    }

    [Fact]
    public void A_policy_is_looked_for_in_the_package_that_is_there_now()
    {
        var plan = World.WithFinance().Declare(Given.Package()).Declare(Given.Policy()).Has(Given.HeldPackage(), "p2", "c1").Has(Given.HeldPolicy(), "q2", "p2")
            .Remembers(EntityKind.AccessPackage, "p1", "c1", "Reader").Remembers(EntityKind.AssignmentPolicy, "q1", "p1", "Staff").Plan();

        plan.Is();
        Assert.Equal(["p1", "q1"], plan.Forgotten.Select(b => b.Id).Order(StringComparer.Ordinal));
        Assert.Equal(["p2", "q2"], plan.Adopted.Select(k => plan.Bindings.First(b => b.Name == k.Name).Id));
    }

    [Theory]
    [InlineData("General")]
    [InlineData("Allgemein")]
    public void General_is_the_built_in_catalog_whatever_the_tenant_calls_it_and_is_never_renamed(string called)
    {
        var plan = new World().Declare(new Catalog { Name = "General", Enabled = false }).Has(Given.HeldCatalog(called), "c0", builtIn: true).Has(Given.HeldCatalog("General"), "c9").Plan();

        plan.Is("update General");
        Assert.Equal("c0", plan.Changes[0].Id);
        Assert.False(Assert.IsType<TenantWrite.Update>(Assert.Single(plan.Steps).Write).Renames);
    }

    [Fact]
    public void A_tenant_without_its_built_in_catalog_is_an_error() => new World().Declare(Given.OpenCatalog("General")).Plan().Refuses("RCN405");

    [Fact]
    public void General_that_is_no_longer_declared_is_let_go() =>
        new World().Has(Given.HeldCatalog("Allgemein"), "c0", builtIn: true).Remembers(EntityKind.Catalog, "c0", null, "General").Plan().Is();

    [Fact]
    public void General_is_not_deleted_whoever_asks() =>
        Assert.DoesNotContain("delete", new World().Declare(Given.OpenCatalog("General"), Ensure.Absent).Has(Given.HeldCatalog("General"), "c0", builtIn: true).Plan().Said().SelectMany(s => s.Split(' ')));

    [Fact]
    public void No_id_makes_another_declaration_mean_the_built_in_catalog() =>
        new World().Declare(Given.OpenCatalog(), Ensure.Present, "c0").Has(Given.HeldCatalog("General"), "c0", builtIn: true).Plan().Refuses("RCN422");

    [Fact]
    public void A_package_in_a_built_in_catalog_of_another_display_name_is_found_and_is_no_move() =>
        World.WithFinance().Declare(Given.OpenCatalog("General")).Declare(Given.Package("Reader", "General")).Declare(Given.Package())
            .Has(Given.HeldCatalog("Allgemein"), "c0", builtIn: true).Has(Given.HeldPackage("Reader", "Allgemein"), "p0", "c0")
            .Remembers(EntityKind.AccessPackage, "p0", "c0", "Reader").Plan().Is("create Finance / Reader");

    [Fact]
    public void A_role_of_what_the_declared_resources_lack_is_an_error() =>
        World.WithFinance(Given.Group("Other")).Declare(Given.Package().Giving(Sales)).Plan().Refuses("RCN410");

    [Fact]
    public void A_role_of_what_the_tenants_catalog_lacks_is_an_error_where_the_resources_are_not_declared()
    {
        var world = new World().Declare(Given.OpenCatalog()).Has(Given.HeldCatalog("Finance", Given.Group("Other")), "c1");

        world.Declare(Given.Package().Giving(Sales)).Plan().Refuses("RCN410");
    }

    [Fact]
    public void A_role_of_what_the_tenants_catalog_has_needs_no_declaration() =>
        new World().Has(Given.HeldCatalog("Finance", Sales), "c1").Declare(Given.Package().Giving(Sales)).Plan().Is("create Finance / Reader");

    [Fact]
    public void A_new_catalog_has_only_what_is_declared_in_it()
    {
        new World().Declare(Given.OpenCatalog()).Declare(Given.Package().Giving(Sales)).Plan().Refuses("RCN410");
        new World().Declare(Given.Catalog("Finance", Sales)).Declare(Given.Package().Giving(Sales)).Plan().Is("create Finance", "create Finance / Reader");
    }

    [Fact]
    public void The_built_in_catalog_under_another_name_is_asked_for_its_resources_too() =>
        new World().Declare(Given.Package("Reader", "General").Giving(Sales)).Has(Given.HeldCatalog("Allgemein"), "c0", builtIn: true).Plan().Refuses("RCN410");

    [Theory]
    [InlineData(Ensure.Absent, true)]
    [InlineData(Ensure.Absent, false)]
    [InlineData(Ensure.Unmanaged, false)]
    public void A_new_package_in_a_catalog_that_is_not_or_will_not_be_there_is_an_error(Ensure ensure, bool exists)
    {
        var world = new World().Declare(Given.OpenCatalog(), ensure).Declare(Given.Package());

        Assert.False((exists ? world.Has(Given.HeldCatalog(), "c1") : world).Plan().CanApply);
    }

    [Fact]
    public void A_new_package_in_a_catalog_that_is_no_longer_declared_and_so_deleted_is_an_error() =>
        Assert.False(new World().Declare(Given.Package()).Has(Given.HeldCatalog(), "c1").Remembers(EntityKind.Catalog, "c1", null, "Finance").Plan().CanApply);

    // Pages of Graph can repeat an object when the listing changes while it is read.
    [Fact]
    public void An_object_that_a_listing_shows_twice_is_one_object() =>
        World.WithReader().Has(Given.HeldPackage(), "p1", "c1").Plan().Is();
}
