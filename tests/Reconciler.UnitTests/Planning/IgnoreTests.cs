using Reconciler.Entitlements;

namespace Reconciler.UnitTests.Planning;

/// <summary>Settings that are left to somebody else, for as long as that lasts.</summary>
public sealed class IgnoreTests
{
    private static readonly DateTimeOffset June = new(2027, 6, 30, 23, 59, 59, TimeSpan.Zero);

    private static World Differing() => World.WithPolicy(Given.FullPolicy() with { Description = "a", Expiration = new Expiration.After(Duration.OfDays(3)) }, Given.HeldPolicy());

    [Fact]
    public void What_is_ignored_is_neither_compared_nor_written_and_is_told()
    {
        var plan = Differing().Ignores(Given.Policy().Key, null, "description").Plan();

        plan.Is("update Finance / Reader / Staff");
        Assert.Equal("expiration", plan.OnlyField().Path);
        Assert.Equal(Given.Policy() with { Expiration = new Expiration.After(Duration.OfDays(3)) }, Assert.IsType<TenantWrite.Update>(plan.Steps[0].Write).Changes);
        Assert.Equal((Given.Policy().Key, "description"), (Assert.Single(plan.Ignored).Key, plan.Ignored[0].Setting));
    }

    [Fact]
    public void What_is_new_is_made_whole()
    {
        var plan = World.WithReader().Declare(Given.FullPolicy() with { Description = "a" }).Ignores(Given.Policy().Key, null, "description").Plan();

        Assert.Equal("a", ((AssignmentPolicy)Assert.IsType<TenantWrite.Create>(plan.Steps[0].Write).Declared).Description.Value);
        Assert.Empty(plan.Ignored);
    }

    [Fact]
    public void A_list_in_a_section_is_left_and_the_others_are_not()
    {
        var world = new World().Declare(Given.OpenCatalog() with { Delegates = new Delegates { Owners = Given.Listing(Given.Group("A")), Readers = Given.Listing(Given.Group("B")) } })
            .Has(Given.HeldCatalog(), "c1").Ignores(EntityKey.Catalog("finance"), null, "delegates.owners");

        Assert.Equal("delegates.readers[0]", world.Plan().OnlyField().Path);
        Assert.IsType<TenantWrite.AddItem>(Assert.Single(world.Plan().Steps).Write);
    }

    [Theory]
    [InlineData(0, true)]
    [InlineData(1, false)]
    public void It_lasts_until_its_last_second(int seconds, bool lasts)
    {
        var plan = Differing().Ignores(Given.Policy().Key, June, "description", "expiration").At(June.AddSeconds(seconds)).Plan();

        plan.Is(lasts ? [] : ["update Finance / Reader / Staff"]);
        Assert.Equal(lasts ? [] : [("RCN206", Severity.Warning, 1)], plan.Diagnostics.Select(d => (d.Code, d.Severity, d.Where?.Line ?? 0)));
    }

    [Fact]
    public void What_is_ignored_is_not_called_unmanaged()
    {
        var world = World.WithPolicy(Given.Policy() with { Approval = new Approval.None() }, Given.HeldPolicy());

        Assert.Equal(["requestors or automatic", "expiration"], Assert.Single(world.Plan().NotManaged).Settings);
        Assert.Equal(["requestors or automatic"], Assert.Single(World.WithPolicy(Given.FullPolicy() with { Requestors = default }, Given.HeldPolicy()).Ignores(Given.Policy().Key, null, "expiration").Plan().NotManaged).Settings);
        Assert.Empty(World.WithPolicy(Given.FullPolicy() with { Requestors = default, Automatic = new Automatic.ByRule("r") }, Given.HeldPolicy()).Plan().NotManaged);
    }

    [Fact]
    public void An_ignore_of_something_else_means_nothing() =>
        Differing().Ignores(Given.Policy("Other").Key, null, "description").Ignores(Given.Policy().Key, null, "questions").Plan().Is("update Finance / Reader / Staff");
}
