using Reconciler.Entitlements;
using Reconciler.Entitlements.Fields;
using Reconciler.Planning;

namespace Reconciler.UnitTests.Planning;

public sealed class BinderTests
{
    private static readonly Reference Sales = Given.Group("Sales");

    [Fact]
    public void What_bears_a_declared_name_is_adopted_without_a_write()
    {
        var plan = new World().Declare(Given.OpenCatalog()).Has(Given.HeldCatalog(), "c1").Plan();

        plan.Is();
        Assert.Equal([EntityKey.Catalog("Finance")], plan.Adopted);
        Assert.Equal([new Binding(EntityKind.Catalog, "c1", null, "Finance")], plan.Bindings);
    }

    [Theory]
    [InlineData("Caf\u00e9", "Cafe\u0301", false)]
    [InlineData("Finance", "FINANCE", true)]
    public void Names_equal_up_to_case_and_composition_mean_one_object(string declared, string held, bool renamed)
    {
        var plan = new World().Declare(Given.OpenCatalog(declared)).Has(Given.HeldCatalog(held), "c1").Plan();

        Assert.Equal(renamed ? [$"rename {held} to {declared}"] : [], plan.Said());
        Assert.Equal("c1", Assert.Single(plan.Bindings).Id);
    }

    [Fact]
    public void What_somebody_renamed_by_hand_is_renamed_back_and_keeps_its_id()
    {
        var plan = new World().Declare(Given.OpenCatalog()).Has(Given.HeldCatalog("Fiasco"), "c1").Remembers(EntityKind.Catalog, "c1", null, "Finance").Plan();

        plan.Is("rename Fiasco to Finance");
        Assert.Equal("c1", plan.Changes[0].Id);
        Assert.Empty(plan.Adopted);
    }

    [Fact]
    public void A_binding_wins_over_another_object_of_the_name()
    {
        var plan = new World().Declare(Given.OpenCatalog()).Has(Given.HeldCatalog("Fiasco"), "c1").Has(Given.HeldCatalog(), "c2")
            .Remembers(EntityKind.Catalog, "c1", null, "Finance").Plan();

        plan.Is("rename Fiasco to Finance");
        Assert.Equal([EntityKey.Catalog("Finance")], plan.Unmanaged);
    }

    // terraform#33540: a rename was a delete and a create.
    [Fact]
    public void A_former_name_is_renamed_in_place()
    {
        var plan = new World().Declare(Given.OpenCatalog(), previously: "Money").Has(Given.HeldCatalog("Money"), "c1").Remembers(EntityKind.Catalog, "c1", null, "Money").Plan();

        plan.Is("rename Money to Finance");
        Assert.Equal("c1", plan.Changes[0].Id);
    }

    [Fact]
    public void A_former_name_is_not_asked_for_while_something_bears_the_current_one()
    {
        var plan = new World().Declare(Given.OpenCatalog(), previously: "Money").Has(Given.HeldCatalog("Money"), "c1").Has(Given.HeldCatalog(), "c2").Plan();

        plan.Is();
        Assert.Equal("c2", Assert.Single(plan.Bindings).Id);
    }

    [Fact]
    public void An_id_decides_over_the_name()
    {
        var plan = new World().Declare(Given.OpenCatalog(), id: "C2").Has(Given.HeldCatalog(), "c1").Has(Given.HeldCatalog("Other"), "c2").Plan();

        plan.Is("rename Other to Finance");
        Assert.Equal("c2", plan.Changes[0].Id);
    }

    [Fact]
    public void An_id_that_nothing_has_is_an_error() =>
        Assert.Contains("c9", new World().Declare(Given.OpenCatalog(), id: "c9").Has(Given.HeldCatalog(), "c1").Plan().Refuses("RCN407").Message, StringComparison.Ordinal);

    [Fact]
    public void Two_objects_that_swapped_their_names_are_named_back()
    {
        var plan = new World().Declare(Given.OpenCatalog("A")).Declare(Given.OpenCatalog("B"))
            .Has(Given.HeldCatalog("B"), "1").Has(Given.HeldCatalog("A"), "2")
            .Remembers(EntityKind.Catalog, "1", null, "A").Remembers(EntityKind.Catalog, "2", null, "B").Plan();

        plan.Is("rename B to A", "rename A to B");
        Assert.Equal(["1", "2"], plan.Changes.Select(c => c.Id));
    }

    [Fact]
    public void An_object_that_was_given_the_name_of_a_new_declaration_stays_what_it_was()
    {
        var plan = new World().Declare(Given.OpenCatalog("A")).Declare(Given.OpenCatalog("B"))
            .Has(Given.HeldCatalog("B"), "1").Remembers(EntityKind.Catalog, "1", null, "A").Plan();

        plan.Is("rename B to A", "create B");
    }

    [Fact]
    public void Several_objects_of_one_name_are_an_error_with_their_ids()
    {
        var finding = new World().Declare(Given.OpenCatalog()).Has(Given.HeldCatalog(), "c2").Has(Given.HeldCatalog("finance"), "c1").Plan().Refuses("RCN406");

        Assert.Contains("c1, c2", finding.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void An_id_settles_which_of_several_is_meant() =>
        new World().Declare(Given.OpenCatalog(), id: "c2").Has(Given.HeldCatalog(), "c1").Has(Given.HeldCatalog(), "c2").Plan().Is();

    [Fact]
    public void Two_names_in_the_tenant_that_nobody_declares_are_no_trouble()
    {
        var plan = World.WithReader().Has(Given.HeldPackage("Twin"), "p2", "c1").Has(Given.HeldPackage("Twin"), "p3", "c1").Plan();

        plan.Is();
        Assert.Equal(2, plan.Unmanaged.Count);
    }

    [Fact]
    public void Two_declarations_that_mean_one_object_are_an_error() =>
        new World().Declare(Given.OpenCatalog()).Declare(Given.OpenCatalog("Money"), id: "c1").Has(Given.HeldCatalog(), "c1").Plan().Refuses("RCN408");

    [Fact]
    public void A_group_that_is_not_there_is_an_error_where_it_is_named()
    {
        var world = World.WithFinance().Knows("Sales");
        world.Declare(Given.Package().Giving(Sales)).WrittenAt(Given.Package(), "resourceRoles[0]", 7);

        Assert.Equal(7, world.Plan().Refuses("RCN401").Where?.Line);
    }

    [Fact]
    public void A_group_name_that_several_bear_is_an_error_with_their_ids() =>
        Assert.Contains("g1, g2", World.WithFinance().Knows("Sales", "g2", "g1").Declare(Given.Package().Giving(Sales)).Plan().Refuses("RCN402").Message, StringComparison.Ordinal);

    [Fact]
    public void An_id_that_the_directory_does_not_know_is_an_error() =>
        World.WithFinance().Declare(Given.Package().Giving(Sales with { Id = "no-1" })).Plan().Refuses("RCN401");

    [Fact]
    public void The_id_of_something_with_another_name_is_a_warning_and_the_id_decides()
    {
        var plan = new World().Knows("g7", "Marketing").Declare(Given.Catalog("Finance", Sales with { Id = "g7" })).Plan();

        plan.Is("create Finance");
        Assert.Equal(("RCN403", Severity.Warning), (plan.Diagnostics[0].Code, plan.Diagnostics[0].Severity));
        Assert.Equal("g7", Assert.IsType<TenantWrite.AddItem>(plan.Steps[1].Write).Item.Names.Id);
    }

    [Fact]
    public void A_package_of_a_catalog_that_is_nowhere_is_an_error() => new World().Declare(Given.Package()).Plan().Refuses("RCN404");

    [Fact]
    public void A_package_of_a_catalog_that_only_the_tenant_has_is_bound_in_it()
    {
        var plan = new World().Declare(Given.Package()).Has(Given.HeldCatalog(), "c1").Plan();

        plan.Is("create Finance / Reader");
        Assert.Equal("c1", Assert.IsType<TenantWrite.Create>(plan.Steps[0].Write).Parent?.Id);
    }

    [Fact]
    public void Lost_bindings_mean_that_everything_is_adopted_again_and_nothing_is_deletable()
    {
        var plan = new World().Declare(Given.OpenCatalog()).Declare(Given.Package())
            .Has(Given.HeldCatalog(), "c1").Has(Given.HeldPackage(), "p1", "c1").Has(Given.HeldPackage("Old"), "p2", "c1").Plan();

        plan.Is();
        Assert.Equal(2, plan.Adopted.Count);
        Assert.Equal([EntityKey.Package("Finance", "Old")], plan.Unmanaged);
    }

    [Fact]
    public void Letting_a_package_go_forgets_it_and_its_policies_without_a_change()
    {
        var plan = World.WithFinance().Declare(Given.Package(), Ensure.Unmanaged)
            .Has(Given.HeldPackage(), "p1", "c1").Remembers(EntityKind.AccessPackage, "p1", "c1", "Reader")
            .Has(Given.HeldPolicy(), "q1", "p1").Remembers(EntityKind.AssignmentPolicy, "q1", "p1", "Staff").Plan();

        plan.Is();
        Assert.Equal(["p1", "q1"], plan.Forgotten.Select(b => b.Id));
        Assert.DoesNotContain(plan.Bindings, b => b.Id == "p1");
    }

    [Fact]
    public void The_binding_of_what_is_gone_is_forgotten_and_the_object_made_again()
    {
        var plan = World.WithFinance().Declare(Given.Package()).Remembers(EntityKind.AccessPackage, "p1", "c1", "Reader").Plan();

        plan.Is("create Finance / Reader");
        Assert.Equal(["p1"], plan.Forgotten.Select(b => b.Id));
    }

    [Fact]
    public void Names_to_look_up_are_those_of_what_shall_be_there_each_once()
    {
        var declared = new EntitlementSet(
        [
            new Declaration { Entity = Given.Catalog("A", Sales, Given.Group("SALES")) },
            new Declaration { Entity = Given.Catalog("B", Given.Group("Other")), Ensure = Ensure.Unmanaged },
        ]);

        Assert.Equal([Sales], Binder.NamesIn(declared));
    }

    [Theory]
    [InlineData(ReferenceKind.User)]
    [InlineData(ReferenceKind.ServicePrincipal)]
    public void Who_holds_a_role_by_the_id_of_a_declared_name_is_the_one_who_is_declared(ReferenceKind taken)
    {
        var auditors = Given.Group("Auditors");
        var declared = Given.Catalog("Finance") with { Delegates = new Delegates { Readers = (EquatableArray<Reference>)[auditors] } };
        var held = Given.HeldCatalog() with
        {
            Delegates = new Delegates { Owners = None, Readers = (EquatableArray<Reference>)[new Reference(taken, taken == ReferenceKind.User ? null : "Auditors", auditors.Bound().Id)], AccessPackageManagers = None, AssignmentManagers = None },
        };

        new World().Declare(declared).Has(held, "c1").Remembers(EntityKind.Catalog, "c1", null, "Finance").Plan().Is();
    }

    private static Setting<EquatableArray<Reference>> None => EquatableArray.Create<Reference>([]);
}
