using Reconciler.Applying;
using Reconciler.Cli.Running;
using Reconciler.Entitlements;
using Reconciler.Entitlements.Fields;
using Reconciler.ScenarioTests.Properties.Generating;
using Reconciler.ScenarioTests.Properties.Running;
using Xunit.Abstractions;

namespace Reconciler.ScenarioTests.Properties;

/// <summary>Whoever gives a name to another object gives nothing away unseen.</summary>
public sealed class PinTests(ITestOutputHelper output)
{
    [Fact]
    public async Task A_name_that_stands_for_another_object_is_said_until_it_was_applied()
    {
        var statistics = new Statistics();
        await PropertyCheck.HoldsAsync(output, statistics, trial =>
        {
            var world = World.Of(trial with { Messes = [.. trial.Messes.Where(mess => mess.Kind != MessKind.Repoint)] });
            var pinned = world.Store.Bindings?.Pins.Where(pin => pin.Kind == ReferenceKind.Group).ToList() ?? [];
            var named = trial.Now.Effective.Where(d => d.Ensure == Ensure.Present).SelectMany(d => References.In(d.Entity))
                .Where(found => found.Reference is { Id: null, Kind: ReferenceKind.Group }).Select(found => found.Reference.Name).OfType<string>().ToHashSet(NameComparer.Instance);
            var names = pinned.Where(pin => named.Contains(pin.Name)).ToList();
            if (names.Count == 0)
            {
                return;
            }

            var pin = names[trial.Cut % names.Count];
            var fresh = world.Repoint(pin);
            var loaded = trial.Now.Load();
            var planned = statistics.Note(world.Plan(loaded));
            if (!planned.Plan.CanApply)
            {
                return;
            }

            Assert.True(Says(planned, fresh), World.Text(planned, loaded));
            Assert.True(Says(world.Plan(loaded), fresh));
            if (planned.MayApply && world.Apply(planned).Outcomes.All(outcome => outcome is ChangeOutcome.Applied))
            {
                statistics.Count("applied", true);
                Assert.False(Says(world.Plan(loaded), fresh), World.Text(world.Plan(loaded), loaded));
            }
        });
    }

    private static bool Says(PlannedRun planned, string id) =>
        planned.Plan.Changes.SelectMany(change => change.Fields).Any(field => field.Effect == Effect.Widens && field.Note?.Contains(id, StringComparison.Ordinal) == true)
        || planned.Plan.Diagnostics.Any(d => d.Code == "RCN208" && d.Message.Contains(id, StringComparison.Ordinal));
}
