using Reconciler.Applying;
using Reconciler.Entitlements;
using Reconciler.Planning;
using Reconciler.ScenarioTests.Properties.Generating;
using Reconciler.ScenarioTests.Properties.Running;
using Xunit.Abstractions;

namespace Reconciler.ScenarioTests.Properties;

/// <summary>A run that is killed anywhere loses nothing: the next one finishes what it began.</summary>
public sealed class CutOffTests(ITestOutputHelper output)
{
    [Fact]
    public async Task A_run_that_was_cut_off_and_run_again_ends_where_a_whole_run_ends()
    {
        var statistics = new Statistics();
        await PropertyCheck.HoldsAsync(output, statistics, trial =>
        {
            var whole = World.Of(trial);
            var cut = whole.Copy();
            var loaded = trial.Now.Load();
            var planned = statistics.Note(whole.Plan(loaded));

            // What is new is made whole although it is ignored; cut off before its lists are written it is no longer new, and they stay as they are.
            var made = planned.Plan.Changes.OfType<PlannedChange.Create>().Select(change => change.Key).ToHashSet();
            if (!planned.MayApply || trial.Now.Ignores.Any(ignore => made.Contains(ignore.Target)))
            {
                return;
            }

            var before = new Objects(cut);
            whole.Apply(planned);
            var wasCut = IsCut(cut, cut.Plan(loaded), trial);
            statistics.Count("cut off", wasCut);
            statistics.Count("cut off after the effect", wasCut && trial.CutsAfterEffect);

            var rest = cut.Plan(loaded);
            Assert.True(rest.MayApply, World.Text(rest, loaded));
            Assert.All(cut.Apply(rest).Outcomes, outcome => Assert.IsType<ChangeOutcome.Applied>(outcome));
            Assert.Empty(cut.Plan(loaded).Plan.Changes);
            Assert.Equal(Declared(whole), Declared(cut));
            Assert.Equal(planned.Plan.Changes.Count(c => c is PlannedChange.Create && c.Key.Kind != EntityKind.DirectAssignment), new Objects(cut).All.Count(now => before.Find(now.Id) is null));
        });
        statistics.Require(("creates", 20), ("updates", 20), ("renames", 10), ("deletes", 10), ("cut off", 25), ("cut off after the effect", 10));
    }

    private static bool IsCut(World world, Cli.Running.PlannedRun planned, Trial trial)
    {
        try
        {
            world.Apply(planned, handler => new PowerCut(handler, trial.Cut % Math.Max(planned.Plan.Steps.Count, 1), trial.CutsAfterEffect));
            return false;
        }
        catch (PowerCutException)
        {
            return true;
        }
    }

    /// <summary>Everything the tenant has, without ids and in one order.</summary>
    private static List<string> Declared(World world) =>
        [.. world.Snapshot().Entities.Select(e => $"{e.Entity.WithSetsOrdered()} {e.Unmodelled}").Order(StringComparer.Ordinal)];
}
