using Reconciler.Applying;
using Reconciler.Entitlements;
using Reconciler.ScenarioTests.Properties.Generating;
using Reconciler.ScenarioTests.Properties.Running;
using Xunit.Abstractions;

namespace Reconciler.ScenarioTests.Properties;

/// <summary>Whatever a tenant looks like, one apply makes it as declared, or nothing is written at all.</summary>
public sealed class ConvergenceTests(ITestOutputHelper output)
{
    [Fact]
    public async Task A_plan_after_an_apply_is_silent()
    {
        var statistics = new Statistics();
        await PropertyCheck.HoldsAsync(output, statistics, trial =>
        {
            var world = World.Of(trial);
            var before = world.StateText;
            var loaded = trial.Now.Load();
            var planned = statistics.Note(world.Plan(loaded));
            if (!planned.MayApply)
            {
                if (!planned.Plan.CanApply)
                {
                    Assert.Throws<InvalidOperationException>(() => world.Apply(planned));
                }

                Assert.Equal(before, world.StateText);
                return;
            }

            Assert.All(world.Apply(planned).Outcomes, outcome => Assert.IsType<ChangeOutcome.Applied>(outcome));
            var again = world.Plan(loaded);
            Assert.Empty(again.Plan.Changes);
            Assert.True(again.MayApply);
            Assert.Empty(again.Plan.Adopted);

            var turned = trial.Now with { Declarations = trial.Now.Declarations.Select(d => d with { Entity = d.Entity.WithSetsTurned() }).ToEquatableArray() };
            Assert.Empty(world.Plan(turned.Load()).Plan.Changes);
        });
        statistics.Require(("creates", 20), ("updates", 20), ("renames", 10), ("deletes", 10), ("refusals", 5), ("adoptions", 5), ("unmanaged", 5));
    }
}
