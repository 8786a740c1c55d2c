using Reconciler.Entitlements;
using Reconciler.Entitlements.Fields;

namespace Reconciler.UnitTests.Planning;

/// <summary>Outside of its scope a workspace changes, deletes, forgets and reports nothing; what is declared for other tenants is left whole.</summary>
public sealed class ScopeTests
{
    private static readonly Scope Finance = new() { Catalogs = ["finance"] };

    /// <summary>Two catalogs of one shape: one declared, in each something managed that nobody declares, and something of others.</summary>
    private static World Two() => World.WithFinance()
        .Has(Given.HeldPackage("Old"), "p2", "c1").Remembers(EntityKind.AccessPackage, "p2", "c1", "Old").Has(Given.HeldPackage("Theirs"), "p3", "c1").Remembers(EntityKind.AccessPackage, "gone1", "c1", "Gone")
        .Has(Given.HeldCatalog("HR"), "c2").Remembers(EntityKind.Catalog, "c2", null, "HR")
        .Has(Given.HeldPackage("Old", "HR"), "p4", "c2").Remembers(EntityKind.AccessPackage, "p4", "c2", "Old").Has(Given.HeldPackage("Theirs", "HR"), "p5", "c2").Remembers(EntityKind.AccessPackage, "gone2", "c2", "Gone")
        .Has(Given.HeldPolicy("Staff", "Old", "HR"), "q4", "p4").Remembers(EntityKind.AssignmentPolicy, "q4", "p4", "Staff")
        .Has(Given.HeldOrganization(), "o1").Remembers(EntityKind.ConnectedOrganization, "o1", null, "Fabrikam").Has(Given.HeldCatalog("Others"), "c3");

    [Fact]
    public void Without_one_everything_that_was_managed_goes() =>
        Assert.Equal(["delete Fabrikam", "delete Finance / Old", "delete HR", "delete HR / Old"], Two().Plan().Said());

    [Fact]
    public void Within_one_only_what_is_in_it_goes_and_is_told_and_forgotten()
    {
        var plan = Two().Within(Finance).Plan();

        plan.Is("delete Finance / Old");
        Assert.Equal(["Finance / Theirs"], plan.Unmanaged.Select(k => $"{k}"));
        Assert.Equal(["gone1"], plan.Forgotten.Select(b => b.Id));
    }

    [Fact]
    public void A_name_mistyped_out_of_scope_deletes_nothing()
    {
        var world = World.WithFinance().Within(Finance).Has(Given.HeldPackage(), "p1", "c1").Remembers(EntityKind.AccessPackage, "p1", "c1", "Reader")
            .Declare(Given.Package("Reader", "Finanse"), Ensure.Elsewhere);

        Assert.Contains("Finanse / Reader", world.Plan().Refuses("RCN420").Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_scope_of_nothing_is_said() =>
        Assert.Equal("RCN421", Assert.Single(World.WithFinance().Within(new Scope { Catalogs = ["Finance", "Finanse"] }).Plan().Diagnostics).Code);

    [Fact]
    public void A_new_name_takes_the_old_one_into_the_scope() => new World()
        .Declare(Given.OpenCatalog("Money"), previously: "Finance").Has(Given.HeldCatalog(), "c1").Remembers(EntityKind.Catalog, "c1", null, "Finance")
        .Within(new Scope { Catalogs = ["Money"] }).Plan().Is("rename Finance to Money");

    [Fact]
    public void A_catalog_that_somebody_renamed_stays_in_it_by_its_binding()
    {
        var plan = new World().Has(Given.HeldCatalog("Money"), "c1").Remembers(EntityKind.Catalog, "c1", null, "Finance").Within(Finance).Plan();

        plan.Is("delete Money");
        new World().Has(Given.HeldCatalog("Money"), "c1").Remembers(EntityKind.Catalog, "c1", null, "HR").Within(Finance).Plan().Is();
    }

    [Fact]
    public void What_is_in_a_catalog_that_was_not_read_stays_remembered()
    {
        var plan = World.WithFinance().Within(Finance).Remembers(EntityKind.Catalog, "c2", null, "HR").Remembers(EntityKind.AccessPackage, "p4", "c2", "Old")
            .Remembers(EntityKind.AssignmentPolicy, "q4", "p4", "Staff").Remembers(EntityKind.AssignmentPolicy, "q9", "p9", "Nowhere").Plan();

        plan.Is();
        Assert.Empty(plan.Forgotten);
    }

    [Fact]
    public void The_built_in_catalog_is_in_it_by_its_own_name_alone()
    {
        var scope = new Scope { Catalogs = ["General"] };
        World Held(string name) => new World().Within(scope).Has(Given.HeldCatalog(name), "c1", builtIn: true).Has(Given.HeldPackage("Old", name), "p1", "c1").Remembers(EntityKind.AccessPackage, "p1", "c1", "Old");

        Held("Allgemein").Declare(new Catalog { Name = "General" }).Plan().Is("delete Allgemein / Old");
        Held("Allgemein").Within(new Scope { Catalogs = ["Allgemein"] }).Plan().Is();
    }

    [Fact]
    public void What_is_declared_elsewhere_is_neither_made_nor_changed_nor_deleted_nor_forgotten_nor_told()
    {
        var elsewhere = World.WithFinance().Declare(Given.Package(), Ensure.Elsewhere).Declare(Given.Policy(), Ensure.Elsewhere).Declare(Given.Package("New"), Ensure.Elsewhere);
        elsewhere.Plan().Is();

        var plan = elsewhere.Has(Given.HeldPackage() with { Description = "x" }, "p1", "c1").Remembers(EntityKind.AccessPackage, "p1", "c1", "Reader")
            .Has(Given.HeldPolicy(), "q1", "p1").Remembers(EntityKind.AssignmentPolicy, "q1", "p1", "Staff")
            .Has(Given.HeldPolicy("Mine"), "q2", "p1").Remembers(EntityKind.AssignmentPolicy, "q2", "p1", "Mine")
            .Has(Given.HeldPolicy("Theirs"), "q3", "p1").Remembers(EntityKind.AssignmentPolicy, "gone", "p1", "Gone").Plan();

        plan.Is();
        Assert.Empty(plan.Unmanaged);
        Assert.Empty(plan.Forgotten);
        Assert.Empty(plan.Adopted);
        Assert.DoesNotContain(plan.Bindings, b => b.Id == "p1");
    }

    [Fact]
    public void A_catalog_that_is_declared_elsewhere_keeps_all_that_is_in_it()
    {
        var plan = new World().Declare(Given.OpenCatalog(), Ensure.Elsewhere).Has(Given.HeldCatalog("Money"), "c1").Remembers(EntityKind.Catalog, "c1", null, "Finance")
            .Has(Given.HeldPackage("Old", "Money"), "p1", "c1").Remembers(EntityKind.AccessPackage, "p1", "c1", "Old").Has(Given.HeldExtension("X", "Money"), "x1", "c1").Remembers(EntityKind.CustomExtension, "x1", "c1", "X")
            .Has(Given.HeldPolicy("Staff", "Old", "Money"), "q1", "p1").Remembers(EntityKind.AssignmentPolicy, "q1", "p1", "Staff").Plan();

        plan.Is();
        Assert.Empty(plan.Unmanaged);
        Assert.Empty(plan.Forgotten);
    }

    [Fact]
    public void What_is_wrong_with_it_is_told_where_it_is_declared_for()
    {
        var plan = new World().Declare(Given.Package(catalog: "Nowhere"), Ensure.Elsewhere).Declare(Given.OpenCatalog("Twin"), Ensure.Elsewhere)
            .Has(Given.HeldCatalog("Twin"), "c1").Has(Given.HeldCatalog("Twin"), "c2").Plan();

        plan.Is();
        Assert.Empty(plan.Diagnostics);
    }

    [Fact]
    public void Pruning_stays_in_its_catalog_and_takes_nothing_that_is_left_to_others()
    {
        var plan = new World().Declare(new Declaration { Entity = Given.OpenCatalog(), Prune = true }).Has(Given.HeldCatalog(), "c1")
            .Has(Given.HeldPackage("Theirs"), "p1", "c1").Has(Given.HeldExtension("Theirs"), "x1", "c1")
            .Declare(Given.Package(), Ensure.Present).Has(Given.HeldPackage(), "p2", "c1").Has(Given.HeldPolicy("Theirs"), "q2", "p2")
            .Declare(Given.Package("Left"), Ensure.Unmanaged).Has(Given.HeldPackage("Left"), "p3", "c1").Has(Given.HeldPolicy("Left", "Left"), "q3", "p3")
            .Declare(Given.Package("There"), Ensure.Elsewhere).Has(Given.HeldPackage("There"), "p4", "c1").Has(Given.HeldPolicy("There", "There"), "q4", "p4")
            .Has(Given.HeldCatalog("Other"), "c2").Has(Given.HeldPackage("Theirs", "Other"), "p5", "c2").Has(Given.HeldOrganization(), "o1").Plan();

        plan.Is("delete Finance / Reader / Theirs", "delete Finance / Theirs", "delete Finance / Theirs");
        Assert.Equal([EntityKind.AssignmentPolicy, EntityKind.CustomExtension, EntityKind.AccessPackage], plan.Changes.Select(c => c.Key.Kind));
        Assert.Equal(["Fabrikam", "Other"], plan.Unmanaged.Select(k => $"{k}").Order(StringComparer.Ordinal));
    }

    [Fact]
    public void What_has_to_be_read_is_the_scope_what_is_named_and_what_is_remembered_under_another_name()
    {
        var world = World.WithFinance().Remembers(EntityKind.Catalog, "c2", null, "HR").Declare(Given.Package() with { IncompatibleWith = Given.Listing(Given.PackageCalled("X", "Named"), Given.PackageCalled("Y", "NAMED")) });
        var part = Reconciler.Planning.Binder.PartFor(world.Declared, world.Bindings, Finance);

        Assert.Equal((Finance, "Named", "c1"), (part.Scope, Assert.Single(part.Catalogs), Assert.Single(part.CatalogIds)));
        Assert.True(part.Includes("Money", "C1", isBuiltIn: false) && part.Includes("named", "c7", isBuiltIn: false) && part.Includes("Finance", "c8", isBuiltIn: false));
        Assert.False(part.Includes("HR", "c2", isBuiltIn: false) || part.Includes("Finance", "c9", isBuiltIn: true));
    }
}
