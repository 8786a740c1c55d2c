using Reconciler.Entitlements;
using Reconciler.Entitlements.Fields;
using Reconciler.Planning;
using Reconciler.UnitTests.Applying;

namespace Reconciler.UnitTests.Planning;

/// <summary>What was approved was an object, not whatever is called so later.</summary>
public sealed class PinTests
{
    private static readonly Reference Sales = Given.Group("Sales");

    private static readonly TenantException Refused = new(TenantProblem.Refused, "no");

    /// <summary>A policy that names Sales, which was another group when it was last applied.</summary>
    private static World Repointed(params Reference[] held) => World.WithPolicy(
            Given.FullPolicy() with { Requestors = Given.Asking(Given.Listed(Sales)) }, Given.HeldPolicy() with { Requestors = Given.Asking(Given.Listed(held)) })
        .Pinned("sales", "g-old").Knows("Sales", "g-new");

    [Fact]
    public void A_name_that_stands_for_another_object_is_said_on_the_line_it_causes_and_widens()
    {
        var plan = Repointed(Sales with { Id = "g-old" }).Plan();

        plan.Is("update Finance / Reader / Staff");
        var added = Assert.Single(plan.Changes[0].Fields, f => f.Kind == FieldChangeKind.Added);
        Assert.Equal(("the group \"sales\" is no longer the one approved: it was g-old and is g-new", Effect.Widens), (added.Note, added.Effect));
        Assert.Null(Assert.Single(plan.Changes[0].Fields, f => f.Kind == FieldChangeKind.Removed).Note);
        Assert.Empty(plan.Diagnostics);
    }

    [Fact]
    public void On_what_is_new_too()
    {
        var plan = World.WithFinance().Declare(Given.Package() with { IncompatibleWith = Given.Listing(Sales) }).Pinned("Sales", "g-old").Knows("Sales", "g-new").Plan();

        plan.Is("create Finance / Reader");
        Assert.Equal(Effect.Widens, plan.Changes[0].Effect);
        Assert.Contains(plan.Changes[0].Fields, f => f.Note is { } note && note.Contains("g-new", StringComparison.Ordinal));
    }

    [Fact]
    public void Where_no_change_shows_it_it_is_a_warning()
    {
        var plan = Repointed(Sales with { Id = "g-new" }).Plan();

        plan.Is();
        Assert.Equal(("RCN208", Severity.Warning), (Assert.Single(plan.Diagnostics).Code, plan.Diagnostics[0].Severity));
    }

    [Fact]
    public void A_line_of_another_item_does_not_say_it()
    {
        var others = Enumerable.Range(0, 10).Select(i => Given.Group($"G{i}")).ToArray();
        var plan = World.WithPolicy(
                Given.FullPolicy() with { Requestors = Given.Asking(Given.Listed([.. others, Sales])) },
                Given.HeldPolicy() with { Requestors = Given.Asking(Given.Listed([.. others.Where((_, i) => i != 1).Select(g => g.Bound()), Sales with { Id = "g-new" }])) })
            .Pinned("Sales", "g-old").Knows("Sales", "g-new").Plan();

        Assert.Null(plan.OnlyField().Note);
        Assert.Equal("RCN208", Assert.Single(plan.Diagnostics).Code);
    }

    [Fact]
    public void An_id_beside_the_name_pins_nothing()
    {
        var plan = World.WithPolicy(
            Given.FullPolicy() with { Requestors = Given.Asking(Given.Listed(Sales with { Id = "g-new" })) },
            Given.HeldPolicy() with { Requestors = Given.Asking(Given.Listed(Sales with { Id = "g-old" })) }).Pinned("Sales", "g-old").Plan();

        Assert.All(plan.Changes[0].Fields, f => Assert.DoesNotContain("approved", f.Note ?? "", StringComparison.Ordinal));
        Assert.DoesNotContain(plan.Pins, pin => pin.Name == "Sales");
    }

    [Fact]
    public async Task What_a_name_stands_for_is_recorded_once_everything_has_been_applied()
    {
        var run = await Run.OfAsync(Repointed(Sales with { Id = "g-old" }));

        Assert.Equal([new Pin(ReferenceKind.Group, "Sales", "g-new")], run.Store.Bindings.Pins);
        Repointed().After(run.Tenant.Snapshot, run.Store.Bindings).Plan().Is();
        Assert.Empty(Repointed().After(run.Tenant.Snapshot, run.Store.Bindings).Plan().Diagnostics);
    }

    [Fact]
    public async Task After_a_run_that_failed_it_is_said_again()
    {
        var world = Repointed(Sales with { Id = "g-old" }).Declare(Given.FullPolicy("Other"));
        var run = await Run.OfAsync(world, arrange: r => r.Tenant.Fails = w => w is TenantWrite.Create ? Refused : null);

        Assert.Equal(["g-old"], run.Store.Bindings.Pins.Select(p => p.Id));
        Assert.Contains(world.After(run.Tenant.Snapshot, run.Store.Bindings).Plan().Diagnostics, d => d.Code == "RCN208");
    }

    [Fact]
    public async Task A_name_that_stood_for_nothing_yet_is_recorded_by_an_apply_without_a_write()
    {
        var world = World.WithPolicy(
            Given.FullPolicy() with { Requestors = Given.Asking(Given.Listed(Sales)) }, Given.HeldPolicy() with { Requestors = Given.Asking(Given.Listed(Sales.Bound())) });

        var run = await Run.OfAsync(world);
        Assert.Empty(run.Tenant.Writes);
        Assert.Equal([new Pin(ReferenceKind.Group, "Sales", "Group:Sales")], run.Store.Bindings.Pins);
    }
}
