using Reconciler.Applying;
using Reconciler.Cli.Running;
using Reconciler.Declarations;
using Reconciler.Entitlements;
using Reconciler.ScenarioTests.Properties.Generating;
using Reconciler.ScenarioTests.Properties.Running;
using Xunit.Abstractions;

namespace Reconciler.ScenarioTests.Properties;

/// <summary>Whatever a tenant looks like, it can be written as files that mean just that tenant.</summary>
public sealed class ExportTests(ITestOutputHelper output)
{
    private const int Times = 3;

    [Fact]
    public async Task A_plan_after_an_export_is_silent_and_applying_it_writes_nothing_to_the_tenant()
    {
        var statistics = new Statistics();
        await PropertyCheck.HoldsAsync(output, statistics, trial =>
        {
            var world = World.Of(trial);
            var before = world.StateText;
            var run = world.Export(templates: trial.CutsAfterEffect);
            Assert.True(run.MayWrite, Words(run));
            Assert.All(run.Export.Counts, count => Assert.Equal(count.There, count.Exported));

            var loaded = run.Export.ReadAgain;
            world.Store.Bindings = null;
            var planned = statistics.Note(world.Plan(loaded));
            Assert.True(planned.MayApply && planned.Plan.IsEmpty && planned.Plan.Unmanaged.IsEmpty, World.Text(planned, loaded) + Words(run));
            world.Apply(planned);
            Assert.Equal(before, world.StateText);
            Assert.Empty(world.Plan(loaded).Plan.Adopted);

            statistics.Count("aliases", run.Findings.Any(finding => finding.Code == "RCN703"));
            statistics.Count("gone", run.Findings.Any(finding => finding.Code == "RCN702"));
            statistics.Count("left to the tenant", run.Findings.Any(finding => finding.Code == "RCN701"));
            statistics.Count("templates", run.Export.Templates > 0);
        }, Trial.Untidy, Times);
        statistics.Require(("aliases", 10), ("gone", 10), ("left to the tenant", 10), ("templates", 3));
    }

    [Fact]
    public async Task What_is_exported_makes_an_empty_tenant_of_which_the_export_is_the_same_text()
    {
        var statistics = new Statistics();
        await PropertyCheck.HoldsAsync(output, statistics, trial =>
        {
            var run = World.Of(trial).Export(templates: trial.CutsAfterEffect);
            var loaded = run.Export.ReadAgain;
            var empty = World.Of(trial).Emptied();
            var planned = statistics.Note(empty.Plan(loaded));

            // What only its tenant has, and what no service would take, can't be made again.
            var isWhole = run.Findings.IsEmpty && !Diagnostic.AnyErrors(Checker.Check(loaded.Declared, loaded.Sources));
            var isMade = isWhole && planned.MayApply;
            statistics.Count("made again", isMade);
            if (!isMade)
            {
                return;
            }

            Assert.All(empty.Apply(planned).Outcomes, outcome => Assert.True(outcome is ChangeOutcome.Applied, $"{outcome}\n{Words(run)}"));
            Assert.Equal(Words(run), Words(empty.Export(templates: trial.CutsAfterEffect)));
        }, Trial.Arbitrary, Times);
        statistics.Require(("made again", 25));
    }

    private static string Words(ExportedRun run) =>
        string.Concat(run.Findings.Select(finding => $"{finding}\n")) + string.Concat(run.Export.Files.Select(file => $"=== {file.Path}\n{file.Text}"));
}
