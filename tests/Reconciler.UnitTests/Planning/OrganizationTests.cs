using Reconciler.Entitlements;
using Reconciler.Entitlements.Fields;

namespace Reconciler.UnitTests.Planning;

/// <summary>A connected organization is where its users sign in, whatever it is called.</summary>
public sealed class OrganizationTests
{
    [Fact]
    public void One_of_the_same_source_is_adopted_and_renamed_in_place()
    {
        var plan = new World().Declare(Given.Organization("Fabrikam Inc.")).Has(Given.HeldOrganization("fab"), "o1").Plan();

        plan.Is("rename fab to Fabrikam Inc.");
        Assert.Equal("o1", plan.Changes[0].Id);
        Assert.Equal([EntityKey.Organization("Fabrikam Inc.")], plan.Adopted);
    }

    [Fact]
    public void One_of_the_same_name_and_another_source_is_the_same_by_its_name()
    {
        var plan = new World().Declare(Given.Organization("Fabrikam", "new.example")).Has(Given.HeldOrganization("Fabrikam", "old.example"), "o1").Plan();

        plan.Is("update Fabrikam");
        Assert.Equal(2, plan.Changes[0].Fields.Count);
    }

    [Fact]
    public void The_source_decides_over_the_name()
    {
        var plan = new World().Declare(Given.Organization("Fabrikam", "a.example"))
            .Has(Given.HeldOrganization("Fabrikam", "b.example"), "o1").Has(Given.HeldOrganization("Other", "A.Example"), "o2").Plan();

        plan.Is("rename Other to Fabrikam");
        Assert.Equal("o2", plan.Changes[0].Id);
        Assert.Equal([EntityKey.Organization("Fabrikam")], plan.Unmanaged);
    }

    [Fact]
    public void One_source_of_several_is_enough() =>
        new World().Declare(Given.Organization("Fabrikam", "a.example", "b.example")).Has(Given.HeldOrganization("fab", "b.example"), "o1").Plan().Is("rename fab to Fabrikam");

    [Fact]
    public void Two_with_its_sources_are_an_error_with_their_ids()
    {
        var finding = new World().Declare(Given.Organization("Fabrikam", "a.example", "b.example"))
            .Has(Given.HeldOrganization("A", "a.example"), "o1").Has(Given.HeldOrganization("B", "b.example"), "o2").Plan().Refuses("RCN417");

        Assert.Contains("\"A\" (o1), \"B\" (o2)", finding.Message, StringComparison.Ordinal);
        Assert.Contains("id: …", finding.Advice, StringComparison.Ordinal);
    }

    [Fact]
    public void A_source_that_another_one_has_takes_nothing_over_and_deletes_nothing()
    {
        var finding = new World().Declare(Given.Organization("Fabrikam", "new.example"))
            .Has(Given.HeldOrganization("Fabrikam", "old.example"), "o1").Remembers(EntityKind.ConnectedOrganization, "o1", null, "Fabrikam")
            .Has(Given.HeldOrganization("By hand", "new.example"), "o2").Plan().Refuses("RCN419");

        Assert.Contains("o1", finding.Message, StringComparison.Ordinal);
        Assert.Contains("\"By hand\" (o2)", finding.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void An_id_settles_which_of_two_is_meant() =>
        new World().Declare(Given.Organization("B", "b.example"), id: "o2")
            .Has(Given.HeldOrganization("A", "b.example"), "o1").Has(Given.HeldOrganization("B", "b.example"), "o2").Plan().Is();

    [Fact]
    public void Its_sponsors_are_two_lists_each_by_itself()
    {
        var world = new World().Declare(Given.Organization() with { Sponsors = new Sponsors { Internal = Given.Listing(Given.Group("A"), Given.Group("B")) } })
            .Has(Given.HeldOrganization() with { Sponsors = new Sponsors { Internal = Given.Listing(Given.Group("A").Bound()), External = Given.Listing(Given.User("x").Bound()) } }, "o1");

        Assert.Equal(new ListItem.Sponsor(SponsorKind.Internal, Given.Group("B").Bound()), Assert.IsType<TenantWrite.AddItem>(Assert.Single(world.Plan().Steps).Write).Item);
        Assert.Equal("sponsors.internal[1]", world.Plan().OnlyField().Path);
    }

    [Fact]
    public void A_new_one_says_where_its_users_sign_in() =>
        Assert.Contains("identitySources", new World().Declare(new ConnectedOrganization { Name = "F" }).Plan().Refuses("RCN201").Message, StringComparison.Ordinal);

    [Fact]
    public void One_that_a_policy_of_the_tenant_names_is_not_deleted()
    {
        var world = World.WithReader().Has(Given.HeldOrganization(), "o1").Remembers(EntityKind.ConnectedOrganization, "o1", null, "Fabrikam")
            .Has(Given.HeldPolicy() with { Requestors = Given.Asking(Given.Listed(Given.OrganizationCalled("Fabrikam") with { Id = "o1" })) }, "q1", "p1");

        Assert.Contains("\"Staff\"", world.Plan().Refuses("RCN210").Message, StringComparison.Ordinal);
        Assert.False(world.Declare(Given.Organization(), Ensure.Absent).Plan().CanApply);
    }

    [Fact]
    public void One_is_deleted_once_the_policy_names_another()
    {
        var world = World.WithReader().Has(Given.HeldOrganization(), "o1").Remembers(EntityKind.ConnectedOrganization, "o1", null, "Fabrikam")
            .Declare(Given.FullPolicy()).Has(Given.HeldPolicy() with { Requestors = Given.Asking(Given.Listed(Given.OrganizationCalled("Fabrikam") with { Id = "o1" })) }, "q1", "p1")
            .Remembers(EntityKind.AssignmentPolicy, "q1", "p1", "Staff");

        world.Plan().Is("delete Fabrikam", "update Finance / Reader / Staff");
    }
}
