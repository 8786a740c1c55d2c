using Reconciler.Entitlements;
using Reconciler.Entitlements.Fields;

namespace Reconciler.UnitTests.Planning;

/// <summary>Found by the property that a plan after an apply is silent.</summary>
public sealed class NamesakesTests
{
    [Fact]
    public void What_is_let_go_may_have_namesakes() =>
        new World().Declare(Given.OpenCatalog(), Ensure.Unmanaged).Has(Given.HeldCatalog(), "c1").Has(Given.HeldCatalog(), "c2").Plan().Is();

    [Fact]
    public void What_is_declared_absent_and_has_a_namesake_is_told_by_its_id()
    {
        var world = World.WithFinance().Declare(Given.Package(), Ensure.Absent).Has(Given.HeldPackage(), "p1", "c1").Has(Given.HeldPackage(), "p2", "c1")
            .Remembers(EntityKind.AccessPackage, "p1", "c1", "Reader");

        world.Plan().Refuses("RCN406");
    }

    [Fact]
    public void A_package_finds_no_place_in_a_catalog_that_is_let_go_and_called_otherwise() =>
        new World().Declare(Given.OpenCatalog(), Ensure.Unmanaged).Has(Given.HeldCatalog("Fiasco"), "c1").Remembers(EntityKind.Catalog, "c1", null, "Finance")
            .Declare(Given.Package()).Plan().Refuses("RCN204");

    // Found by cutting runs off: a whole run made a second one, a run that was cut off adopted the first.
    [Fact]
    public void What_is_let_go_and_bears_the_name_of_another_declaration_is_meant_twice() =>
        new World().Declare(Given.OpenCatalog("Sales"), Ensure.Unmanaged).Declare(Given.OpenCatalog()).Has(Given.HeldCatalog(), "c1")
            .Remembers(EntityKind.Catalog, "c1", null, "Sales").Plan().Refuses("RCN408");

    [Fact]
    public void What_lives_in_a_catalog_that_is_let_go_is_let_go_with_it()
    {
        var plan = new World().Declare(Given.OpenCatalog(), Ensure.Unmanaged).Has(Given.HeldCatalog(), "c1").Has(Given.HeldPackage(), "p1", "c1").Has(Given.HeldPolicy(), "q1", "p1")
            .Remembers(EntityKind.Catalog, "c1", null, "Finance").Remembers(EntityKind.AccessPackage, "p1", "c1", "Reader").Remembers(EntityKind.AssignmentPolicy, "q1", "p1", "Staff").Plan();

        plan.Is();
        Assert.Equal(["c1", "p1", "q1"], plan.Forgotten.Select(b => b.Id));
    }

    [Fact]
    public void A_new_name_that_somebody_took_meanwhile_is_not_taken_for_the_one_that_is_managed()
    {
        var world = World.WithFinance().Declare(Given.Package("Viewer"), previously: "Reader").Has(Given.HeldPackage(), "p1", "c1").Has(Given.HeldPackage("Viewer"), "p2", "c1")
            .Remembers(EntityKind.AccessPackage, "p1", "c1", "Reader");

        world.Plan().Refuses("RCN411");
    }

    [Fact]
    public void A_package_is_not_left_in_a_catalog_under_the_name_it_is_about_to_lose()
    {
        var world = new World().Declare(Given.OpenCatalog("Money"), previously: "Finance").Has(Given.HeldCatalog(), "c1").Remembers(EntityKind.Catalog, "c1", null, "Finance")
            .Declare(Given.Package()).Has(Given.HeldPackage(), "p1", "c1").Remembers(EntityKind.AccessPackage, "p1", "c1", "Reader");

        world.Plan().Refuses("RCN412");
    }

    [Fact]
    public void An_id_beside_the_built_in_catalog_has_to_be_its_id() =>
        new World().Declare(new Catalog { Name = "General" }, id: "c2").Has(Given.HeldCatalog("General"), "c1", builtIn: true).Plan().Refuses("RCN407");

    [Fact]
    public void What_is_managed_under_another_name_is_not_called_adopted()
    {
        var plan = World.WithFinance().Declare(Given.Package("Viewer")).Has(Given.HeldPackage("Viewer"), "p1", "c1").Remembers(EntityKind.AccessPackage, "p1", "c1", "Reader").Plan();

        plan.Is();
        Assert.Empty(plan.Adopted);
    }

    [Fact]
    public void A_package_finds_no_place_in_a_catalog_that_was_let_go_and_has_a_namesake() =>
        Assert.False(new World().Declare(Given.OpenCatalog(), Ensure.Unmanaged).Has(Given.HeldCatalog(), "c1").Has(Given.HeldCatalog(), "c2")
            .Declare(Given.Package()).Plan().CanApply);
}
