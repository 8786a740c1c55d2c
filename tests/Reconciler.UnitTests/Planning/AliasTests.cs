using Reconciler.Entitlements;
using Reconciler.Entitlements.Fields;
using Reconciler.Planning;

namespace Reconciler.UnitTests.Planning;

public sealed class AliasTests
{
    [Fact]
    public void Of_two_of_one_name_the_other_needs_no_id()
    {
        var plan = TwoCatalogs().Plan();

        plan.Is();
        Assert.Equal([("c1", "Finance"), ("c2", "Finance (2)")], plan.Bindings.Select(b => (b.Id, b.Name)));
    }

    [Fact]
    public void What_is_written_bears_the_name_that_it_has_in_the_tenant()
    {
        var plan = new World().Declare(Aliased(Given.Policy("Staff (2)") with { Description = "New" }, "Staff", "q2")).Declare(Given.OpenCatalog()).Declare(Given.Package())
            .Has(Given.HeldCatalog(), "c1").Has(Given.HeldPackage(), "p1", "c1").Has(Given.HeldPolicy(), "q1", "p1").Has(Given.HeldPolicy(), "q2", "p1").Plan();

        plan.Is("update Finance / Reader / Staff (2)");
        var write = Assert.IsType<TenantWrite.Update>(Assert.Single(plan.Steps).Write);
        Assert.Equal(("q2", "Staff", false), (write.Target.Id, write.Changes.Key.Name, write.Renames));
    }

    [Fact]
    public void What_the_tenant_calls_otherwise_gets_its_name_and_not_its_alias()
    {
        var plan = new World().Declare(Aliased(Given.OpenCatalog("Finance (2)"), "Finance", "c2")).Has(Given.HeldCatalog("Money"), "c2").Plan();

        plan.Is("rename Money to Finance (2)");
        Assert.Equal("Finance", Assert.IsType<PlannedChange.Rename>(Assert.Single(plan.Changes)).NewName);
        Assert.Equal("Finance", Assert.IsType<TenantWrite.Update>(Assert.Single(plan.Steps).Write).Changes.Key.Name);
    }

    [Fact]
    public void A_catalog_that_somebody_called_General_is_not_the_built_in_one()
    {
        var plan = new World().Has(Given.HeldCatalog("General"), "c0", builtIn: true).Has(Given.HeldCatalog("General"), "c1")
            .Declare(new Catalog { Name = "General", Description = "Built in" }).Declare(Aliased(new Catalog { Name = "Ours", Description = "By hand" }, "General", "c1"))
            .Declare(Given.Package("Tools", "Ours")).Plan();

        plan.Is("update General", "update Ours", "create Ours / Tools");
        Assert.Equal("c1", Assert.IsType<TenantWrite.Create>(Assert.Single(plan.Steps, s => s.Write is TenantWrite.Create).Write).Parent?.Id);
    }

    [Fact]
    public void The_built_in_catalog_has_no_alias() =>
        new World().Has(Given.HeldCatalog("General"), "c0", builtIn: true).Declare(Aliased(Given.OpenCatalog("Ours"), "General", "c0")).Plan().Refuses("RCN422");

    [Fact]
    public void Whatever_names_it_names_it_by_its_alias()
    {
        var world = TwoCatalogs().Has(Given.HeldPackage(), "p1", "c1").Has(Given.HeldPackage(), "p2", "c2")
            .Declare(Given.Package(catalog: "Finance (2)") with { IncompatibleWith = Given.Listing(Given.PackageCalled("Reader", "Finance")) })
            .Declare(Given.Package() with { IncompatibleWith = Given.Listing(Given.PackageCalled("Reader", "Finance (2)")) });

        var plan = world.Plan();

        Assert.Equal(
            [("p1", "p2"), ("p2", "p1")],
            plan.Steps.Select(s => Assert.IsType<TenantWrite.AddItem>(s.Write)).Select(add => (add.Target.Id, add.Item.Names.Id)));
    }

    [Fact]
    public void What_is_taken_away_is_called_by_its_alias_too()
    {
        var held = Given.HeldPackage(groups: []) with { IncompatibleWith = Given.Listing(new Reference(ReferenceKind.Package, "Reader", "p2") { Catalog = "Finance" }) };

        var plan = TwoCatalogs().Has(held, "p1", "c1").Has(Given.HeldPackage(), "p2", "c2").Declare(Given.Package() with { IncompatibleWith = Given.Listing() }).Plan();

        Assert.Equal("access package \"Reader\" of the catalog \"Finance (2)\"", plan.OnlyField().Old);
    }

    [Fact]
    public void What_lives_in_it_is_deleted_under_its_alias_and_is_no_renamed_child_of_its_namesake()
    {
        var group = Given.Group("G");
        var world = TwoCatalogs(group).Has(Given.HeldPackage(groups: [group]), "p2", "c2").Remembers(EntityKind.Catalog, "c2", null, "Finance (2)")
            .Remembers(EntityKind.AccessPackage, "p2", "c2", "Reader").Declare(Given.Package("Writer").Giving(group));

        var plan = world.Plan();

        plan.Is("delete Finance (2) / Reader", "create Finance / Writer");
        Assert.Empty(plan.LooksRenamed);
    }

    [Fact]
    public void Whose_declaration_is_gone_is_deleted_under_the_alias_that_it_had() =>
        World.WithFinance().Has(Given.HeldCatalog(), "c2").Remembers(EntityKind.Catalog, "c2", null, "Finance (2)").Plan().Is("delete Finance (2)");

    [Fact]
    public void A_tombstone_with_an_alias_deletes_what_its_id_says()
    {
        var plan = World.WithFinance().Has(Given.HeldCatalog(), "c2")
            .Declare(Aliased(Given.OpenCatalog("Finance (2)"), "Finance", "c2") with { Ensure = Ensure.Absent }).Plan();

        plan.Is("delete Finance (2)");
        Assert.Equal("c2", Assert.Single(plan.Changes).Id);
    }

    [Fact]
    public void A_tombstone_by_name_means_the_one_that_has_no_alias() =>
        TwoCatalogs(ensure: Ensure.Absent).Remembers(EntityKind.Catalog, "c1", null, "Finance").Plan().Is("delete Finance");

    [Fact]
    public void A_package_that_names_the_catalog_and_not_its_alias_is_told_of_it() =>
        new World().Declare(Aliased(Given.OpenCatalog("Finance (2)"), "Finance", "c2")).Has(Given.HeldCatalog(), "c2").Declare(Given.Package()).Plan().Refuses("RCN412");

    [Fact]
    public void Two_declarations_of_one_id_mean_one_object_twice() =>
        new World().Declare(Given.OpenCatalog(), id: "c1").Declare(Aliased(Given.OpenCatalog("Finance (2)"), "Finance", "C1")).Has(Given.HeldCatalog(), "c1").Plan().Refuses("RCN408");

    [Fact]
    public void A_scope_is_of_aliases()
    {
        var scope = new Scope { Catalogs = ["Finance (2)"], Organizations = ["Fabrikam (2)"] };
        var world = new World().Declare(Aliased(Given.OpenCatalog("Finance (2)"), "Finance", "c2")).Declare(Aliased(Given.Organization("Fabrikam (2)"), "Fabrikam", "o2"));

        var part = Binder.PartFor(world.Declared, world.Bindings, scope);

        Assert.Equal((true, false), (part.Includes("Finance", "c2", isBuiltIn: false), part.Includes("Finance", "c1", isBuiltIn: false)));
        Assert.Equal((true, false), (part.IncludesOrganization("Fabrikam", "o2"), part.IncludesOrganization("Fabrikam", "o1")));
    }

    [Fact]
    public void What_has_an_alias_in_scope_takes_nothing_of_its_namesake_with_it()
    {
        var plan = new World().Within(new Scope { Catalogs = ["Finance (2)"] })
            .Declare(Aliased(Given.OpenCatalog("Finance (2)"), "Finance", "c2")).Has(Given.HeldCatalog(), "c2").Has(Given.HeldPackage(), "p2", "c2")
            .Has(Given.HeldCatalog(), "c1").Remembers(EntityKind.Catalog, "c1", null, "Finance").Plan();

        plan.Is();
        Assert.Equal(["Finance (2) / Reader"], plan.Unmanaged.Select(key => $"{key}"));
    }

    private static World TwoCatalogs(Reference? holding = null, Ensure ensure = Ensure.Present)
    {
        Reference[] resources = holding is null ? [] : [holding];
        return new World().Declare(Given.OpenCatalog(), ensure).Declare(Aliased(Given.OpenCatalog("Finance (2)"), "Finance", "c2"))
            .Has(Given.HeldCatalog(resources: resources), "c1").Has(Given.HeldCatalog(resources: resources), "c2");
    }

    private static Declaration Aliased(Entity entity, string name, string id) => new() { Entity = entity, DisplayName = name, Id = id };
}
