using System.Text.RegularExpressions;
using Reconciler.Graph;
using Reconciler.ScenarioTests.Properties.Running;
using Xunit.Abstractions;

namespace Reconciler.ScenarioTests.Properties;

/// <summary>A plan depends on what is declared and what is there, on nothing else, and making one changes nothing.</summary>
public sealed partial class SameAnswerTests(ITestOutputHelper output)
{
    [Fact]
    public async Task The_order_of_files_and_the_size_of_pages_change_no_byte_of_a_plan()
    {
        var statistics = new Statistics();
        await PropertyCheck.HoldsAsync(output, statistics, trial =>
        {
            var world = World.Of(trial);
            var random = new Random(trial.Now.Style);
            var loaded = trial.Now.Load();
            var planned = statistics.Note(world.Plan(loaded));
            var written = trial.Now.Written();
            var files = written.Files.ToArray();
            random.Shuffle(files);
            var shuffled = (written with { Files = files }).Load();
            foreach (var pageSize in (int[])[1, 3, 100])
            {
                var again = world.Copy(pageSize).Plan(shuffled);

                Assert.Equal(World.Text(planned, loaded), World.Text(again, shuffled));
                Assert.Equal(World.Json(planned), World.Json(again));
            }

            var turned = trial.Now.Written(order: documents => documents.OrderBy(_ => random.Next())).Load();
            Assert.Equal(WithoutLines(World.Json(planned)), WithoutLines(World.Json(world.Plan(turned))));
        });
        statistics.Require(("creates", 20), ("updates", 20), ("renames", 10), ("deletes", 10), ("refusals", 5));
    }

    [Fact]
    public async Task Planning_sends_no_write_and_changes_nothing()
    {
        var statistics = new Statistics();
        await PropertyCheck.HoldsAsync(output, statistics, trial =>
        {
            var world = World.Of(trial);
            var (before, remembered) = (world.StateText, world.Store.Bindings);
            foreach (var noRemovals in (bool[])[false, true])
            {
                var planned = world.Plan(trial.Now.Load(), noRemovals, handler => new ReadOnlyTransport(handler));
                if (!noRemovals)
                {
                    statistics.Note(planned);
                }
            }

            Assert.Equal(before, world.StateText);
            Assert.Equal(remembered, world.Store.Bindings);
        });
        statistics.Require(("creates", 20), ("updates", 20), ("renames", 10), ("deletes", 10), ("refusals", 5));
    }

    private static string WithoutLines(string json) => Lines().Replace(json, "");

    [GeneratedRegex("\"(line|column)\": [0-9]+,?\\s*", RegexOptions.ExplicitCapture)]
    private static partial Regex Lines();
}
