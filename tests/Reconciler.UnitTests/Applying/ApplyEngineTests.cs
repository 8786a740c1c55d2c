using Reconciler.Applying;
using Reconciler.Entitlements;
using Reconciler.UnitTests.Planning;

namespace Reconciler.UnitTests.Applying;

public sealed class ApplyEngineTests
{
    private static readonly TenantException Refused = new(TenantProblem.Refused, "no");

    [Fact]
    public async Task Everything_is_written_in_the_plans_order_with_the_ids_of_what_was_made()
    {
        var plan = OrderTests.Busy().Plan();

        var run = await Run.OfAsync(OrderTests.Busy(), plan);

        Assert.True(run.Report.Succeeded);
        Assert.Equal(plan.Steps.Select(s => s.Write.GetType()), run.Tenant.Writes.Select(w => w.GetType()));
        Assert.Equal("new-1", run.Tenant.Writes.OfType<TenantWrite.Create>().Single(c => c.Declared is AccessPackage { Name: "New" }).Parent?.Id);
        Assert.Equal("new-1", run.Tenant.Writes.OfType<TenantWrite.AddItem>().Single(a => a.Target.Key.Name == "New").Target.Parent?.Id);
    }

    [Fact]
    public async Task The_plan_after_a_run_is_empty_and_forgets_nothing()
    {
        var run = await Run.OfAsync(OrderTests.Busy());

        var next = OrderTests.Busy().After(run.Tenant.Snapshot, run.Store.Bindings).Plan();

        next.Is();
        Assert.Empty(next.Adopted);
        Assert.Empty(next.Forgotten);
        Assert.Equal(next.Bindings.Select(b => b.Id).Order(StringComparer.Ordinal), run.Store.Bindings.Entries.Select(b => b.Id).Order(StringComparer.Ordinal));
    }

    // terraform#17681: a failed run did not say what had succeeded.
    [Fact]
    public async Task Every_change_has_an_outcome_and_is_told_once()
    {
        var plan = OrderTests.Busy().Plan();

        var run = await Run.OfAsync(OrderTests.Busy(), plan, r => r.Tenant.Fails = w => w is TenantWrite.Create { Declared: AccessPackage } ? Refused : null);

        Assert.Equal(plan.Changes.Count, run.Report.Outcomes.Count);
        Assert.Equal(plan.Changes.ToHashSet(), run.Report.Outcomes.Select(o => o.Change).ToHashSet());
        Assert.Equal(run.Report.Outcomes, run.Told);
    }

    [Fact]
    public async Task A_failure_skips_what_depends_on_it_with_the_cause_and_nothing_else_that_gives()
    {
        var run = await Run.OfAsync(OrderTests.Busy(), arrange: r => r.Tenant.Fails = w => w is TenantWrite.Create { Declared: AccessPackage } ? Refused : null);

        Assert.Equal(
            [
                "Applied Settings", "Applied Aaa", "Failed Aaa / New", "Skipped Aaa / New / Staff",
                "Applied Finance / Reader / Extra", "Applied Finance / Reader / Staff", "Skipped Finance / Reader",
                "Skipped Money / Reader / Old", "Skipped Money / Dropped", "Skipped Gone / Reader", "Skipped Finance", "Skipped Gone",
            ],
            run.Outcomes());
        var staff = run.Report.Outcomes.OfType<ChangeOutcome.Skipped>().Single(s => s.Change.Key.Name == "Staff");
        Assert.Contains("Aaa / New", staff.Because, StringComparison.Ordinal);
        Assert.Same(Refused, run.Report.Outcomes.OfType<ChangeOutcome.Failed>().Single().Why);
    }

    [Fact]
    public async Task A_service_that_was_given_up_is_sent_nothing_more()
    {
        var asked = 0;
        var run = await Run.OfAsync(OrderTests.Busy(), arrange: r => r.Tenant.Fails = _ => ++asked == 2 ? new TenantException(TenantProblem.Unavailable, "Busy.") { EndsTheRun = true } : null);

        Assert.Equal(2, asked);
        Assert.Equal("Failed", run.Outcomes().ElementAt(1).Split(' ')[0]);
        Assert.All(run.Report.Outcomes.Skip(2), outcome => Assert.IsType<ChangeOutcome.Skipped>(outcome));
        Assert.Contains(run.Report.Outcomes.OfType<ChangeOutcome.Skipped>(), skipped => skipped.Because == "the run has given up, so that nothing more is begun");
    }

    // Microsoft365DSC#7386: what was to be replaced was removed, then the rest failed, and packages lost all resources.
    [Fact]
    public async Task Nothing_is_taken_away_after_anything_that_gives_has_failed()
    {
        var run = await Run.OfAsync(OrderTests.Busy(), arrange: r => r.Tenant.Fails = w => w is TenantWrite.Create { Declared: AssignmentPolicy { Name: "Extra" } } ? Refused : null);

        Assert.DoesNotContain(run.Tenant.Writes, w => w is TenantWrite.Delete or TenantWrite.RemoveItem);
        Assert.Contains("Finance / Reader / Extra", run.Report.Outcomes.OfType<ChangeOutcome.Skipped>().First(s => s.Change.Id == "p9").Because, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_failed_removal_holds_up_only_what_waits_for_it()
    {
        var run = await Run.OfAsync(OrderTests.Busy(), arrange: r => r.Tenant.Fails = w => w is TenantWrite.Delete { Target.Id: "p9" or "q2" } ? Refused : null);

        Assert.Equal(["Failed Money / Reader / Old", "Applied Money / Dropped", "Failed Gone / Reader", "Applied Finance", "Skipped Gone"], run.Outcomes().TakeLast(5));
        Assert.Equal(8, run.Report.Count<ChangeOutcome.Applied>() - 1);
    }

    [Fact]
    public async Task A_change_that_fails_half_way_says_how_much_was_done()
    {
        var run = await Run.OfAsync(OrderTests.Busy(), arrange: r => r.Tenant.Fails = w => w is TenantWrite.AddItem { Target.Key.Name: "Finance" } ? Refused : null);

        Assert.Equal(1, Assert.IsType<ChangeOutcome.Failed>(run.Report.Outcomes.Single(o => o.Change.Key == EntityKey.Catalog("Finance"))).Done);
    }

    [Fact]
    public async Task The_run_that_failed_is_finished_by_the_next_and_nothing_is_made_twice()
    {
        var first = await Run.OfAsync(OrderTests.Busy(), arrange: r => r.Tenant.Fails = w => w is TenantWrite.Create { Declared: AccessPackage } ? Refused : null);

        var second = OrderTests.Busy().After(first.Tenant.Snapshot, first.Store.Bindings);
        var run = await Run.OfAsync(second);

        Assert.True(run.Report.Succeeded);
        Assert.Single(run.Tenant.Snapshot.Entities, e => e.Entity is Catalog { Name: "Aaa" });
        Assert.DoesNotContain(run.Tenant.Snapshot.Entities, e => e.Id is "p2" or "q2" or "c9" or "p9");
        OrderTests.Busy().After(run.Tenant.Snapshot, run.Store.Bindings).Plan().Is();
    }

    [Fact]
    public async Task A_plan_with_errors_or_gaps_is_never_applied()
    {
        var world = World.WithFinance().Misses("something");

        await Assert.ThrowsAsync<InvalidOperationException>(() => Run.OfAsync(world));
        await Assert.ThrowsAsync<InvalidOperationException>(() => Run.OfAsync(World.WithReader().Declare(Given.Policy())));
    }

    [Fact]
    public async Task Asked_to_stop_it_begins_nothing_more_and_says_what_was_not_attempted()
    {
        using var stop = new CancellationTokenSource();

        var run = await Run.OfAsync(OrderTests.Busy(), null, r => r.Tenant.FailsAfter = w => Stopping(w, stop), stop.Token);

        Assert.True(run.Report.WasStopped);
        Assert.Equal(2, run.Tenant.Writes.Count);
        Assert.Equal(["Applied Settings"], run.Outcomes().Where(o => !o.StartsWith("NotAttempted", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task Asked_to_stop_once_all_is_done_it_was_not_stopped()
    {
        using var stop = new CancellationTokenSource();

        var run = await Run.OfAsync(new World().Declare(Given.OpenCatalog("Aaa")), null, r => r.Tenant.FailsAfter = w => Stopping(w, stop), stop.Token);

        Assert.True(run.Report.Succeeded);
        Assert.False(run.Report.WasStopped);
    }

    [Fact]
    public async Task What_was_asked_to_be_given_up_gives_up()
    {
        using var abort = new CancellationTokenSource();
        var world = OrderTests.Busy();
        var tenant = new RecordingTenant(world.Snapshot) { Fails = _ => new OperationCanceledException() };

        await Assert.ThrowsAsync<OperationCanceledException>(() =>
            new ApplyEngine(tenant, new RecordingStore(world.Bindings)).ApplyAsync(world.Plan(), world.Bindings, null, CancellationToken.None, abort.Token));
    }

    private static Exception? Stopping(TenantWrite write, CancellationTokenSource stop)
    {
        if (write is TenantWrite.Create { Declared: Catalog })
        {
            stop.Cancel();
        }

        return null;
    }
}
