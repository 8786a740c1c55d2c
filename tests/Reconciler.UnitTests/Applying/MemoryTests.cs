using Reconciler.Applying;
using Reconciler.Entitlements;
using Reconciler.Entitlements.Fields;
using Reconciler.UnitTests.Planning;

namespace Reconciler.UnitTests.Applying;

/// <summary>What a run remembers, and what becomes of it when it is cut off.</summary>
public sealed class MemoryTests
{
    private static readonly TenantException Full = new(TenantProblem.Held, "the disk is full");

    [Fact]
    public async Task Adoptions_are_written_once_and_then_no_more()
    {
        var world = new World().Declare(Given.OpenCatalog()).Has(Given.HeldCatalog(), "c1").Declare(Given.Package()).Has(Given.HeldPackage(), "p1", "c1");

        var run = await Run.OfAsync(world);
        Assert.Equal(1, run.Store.Writes);
        Assert.Equal(["c1", "p1"], run.Store.Bindings.Entries.Select(b => b.Id));

        Assert.Equal(0, (await Run.OfAsync(world.After(run.Tenant.Snapshot, run.Store.Bindings))).Store.Writes);
    }

    [Fact]
    public async Task Each_success_is_remembered_before_the_next_write()
    {
        var remembered = new List<int>();
        var world = new World().Declare(Given.OpenCatalog("A")).Declare(Given.OpenCatalog("B"));

        await Run.OfAsync(world, arrange: run => run.Tenant.Fails = _ =>
        {
            remembered.Add(run.Store.Bindings.Entries.Count);
            return null;
        });

        Assert.Equal([0, 1], remembered);
    }

    [Fact]
    public async Task What_is_deleted_is_forgotten_with_its_policies()
    {
        var run = await Run.OfAsync(World.WithPolicy(Given.Policy(), Given.HeldPolicy()).After(
            World.WithPolicy(Given.Policy(), Given.HeldPolicy()).Snapshot, World.WithPolicy(Given.Policy(), Given.HeldPolicy()).Bindings));
        Assert.Equal(3, run.Store.Bindings.Entries.Count);

        var gone = World.WithFinance().Declare(Given.Package(), Ensure.Absent).After(run.Tenant.Snapshot, run.Store.Bindings);
        Assert.Equal(["c1"], (await Run.OfAsync(gone)).Store.Bindings.Entries.Select(b => b.Id));
    }

    [Fact]
    public async Task What_is_let_go_is_forgotten_and_left()
    {
        var run = await Run.OfAsync(World.WithFinance().Declare(Given.Package(), Ensure.Unmanaged)
            .Has(Given.HeldPackage(), "p1", "c1").Remembers(EntityKind.AccessPackage, "p1", "c1", "Reader")
            .Has(Given.HeldPolicy(), "q1", "p1").Remembers(EntityKind.AssignmentPolicy, "q1", "p1", "Staff"));

        Assert.Equal(["c1"], run.Store.Bindings.Entries.Select(b => b.Id));
        Assert.Empty(run.Tenant.Writes);
        World.WithFinance().After(run.Tenant.Snapshot, run.Store.Bindings).Plan().Is();
    }

    // terraform#20718: a run was killed half-way, and the next made everything again.
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    public async Task A_run_that_is_killed_between_a_write_and_its_memory_makes_nothing_twice(int write)
    {
        var run = new Run(OrderTests.Busy());
        run.Store.Fails = n => n == write + 1 ? new InvalidOperationException("killed") : null;
        await Assert.ThrowsAsync<InvalidOperationException>(() => run.ApplyAsync(OrderTests.Busy().Plan()));

        await FinishedAsync(run);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(6)]
    [InlineData(12)]
    [InlineData(16)]
    public async Task A_run_that_is_killed_at_a_write_is_finished_by_the_next(int write)
    {
        var run = new Run(OrderTests.Busy());
        run.Tenant.FailsAfter = _ => run.Tenant.Writes.Count == write ? new InvalidOperationException("killed") : null;
        await Assert.ThrowsAsync<InvalidOperationException>(() => run.ApplyAsync(OrderTests.Busy().Plan()));

        await FinishedAsync(run);
    }

    [Fact]
    public async Task Memory_that_can_not_be_written_before_the_first_write_means_no_write()
    {
        var run = new Run(new World().Declare(Given.OpenCatalog()).Has(Given.HeldCatalog(), "c1").Declare(Given.Package()));
        run.Store.Fails = _ => Full;

        await Assert.ThrowsAsync<TenantException>(() => run.ApplyAsync(new World().Declare(Given.OpenCatalog()).Has(Given.HeldCatalog(), "c1").Declare(Given.Package()).Plan()));
        Assert.Empty(run.Tenant.Writes);
    }

    [Fact]
    public async Task Memory_that_can_not_be_written_half_way_means_no_further_write_and_the_write_is_counted_as_made()
    {
        var world = new World().Declare(Given.OpenCatalog("A")).Declare(Given.OpenCatalog("B")).Declare(Given.OpenCatalog("C"));

        var run = await Run.OfAsync(world, arrange: r => r.Store.Fails = n => n == 2 ? Full : null);

        Assert.Equal(2, run.Tenant.Writes.Count);
        Assert.Equal(["Applied A", "Failed B", "Skipped C"], run.Outcomes());
        Assert.Equal(1, run.Report.Outcomes.OfType<ChangeOutcome.Failed>().Single().Done);
        Assert.Contains("remembered", run.Report.Outcomes.OfType<ChangeOutcome.Skipped>().Single().Because, StringComparison.Ordinal);
    }

    private static async Task FinishedAsync(Run killed)
    {
        var next = OrderTests.Busy().After(killed.Tenant.Snapshot, killed.Store.Bindings);
        var run = await Run.OfAsync(next);

        Assert.True(run.Report.Succeeded);
        var names = run.Tenant.Snapshot.Entities.Select(e => e.Entity.Key).ToList();
        Assert.Equal(names.Distinct(), names);
        OrderTests.Busy().After(run.Tenant.Snapshot, run.Store.Bindings).Plan().Is();
    }
}
