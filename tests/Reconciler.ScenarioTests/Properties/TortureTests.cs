using System.Globalization;
using Reconciler.Applying;
using Reconciler.Cli.Running;
using Reconciler.Emulator;
using Reconciler.Entitlements;
using Reconciler.ScenarioTests.Properties.Generating;
using Reconciler.ScenarioTests.Properties.Running;
using Xunit.Abstractions;

namespace Reconciler.ScenarioTests.Properties;

/// <summary>
/// Applies generated workspaces to a tenant that is slow, faulty and undecided all at once; <c>make torture</c> takes fifty seeds.
/// RECONCILER_TORTURE_SEEDS says how many, RECONCILER_TORTURE_SEED repeats one.
/// </summary>
public sealed class TortureTests(ITestOutputHelper output)
{
    private const int Cases = 8;
    private const int MostRuns = 5;

    // Somebody looks at what came of a run and starts the next one.
    private static readonly TimeSpan BetweenRuns = TimeSpan.FromMinutes(10);

    public static TheoryData<int> Seeds =>
        Number("RECONCILER_TORTURE_SEED") is { } one ? [one] : [.. Enumerable.Range(1, Number("RECONCILER_TORTURE_SEEDS") ?? 1)];

    [Theory]
    [MemberData(nameof(Seeds))]
    public async Task A_few_runs_make_the_tenant_as_declared_whatever_goes_wrong(int seed)
    {
        // Questions keep their ids, so that what a workspace has no word for can be compared.
        var everything = Awkwardness.All(seed);
        var behaviour = everything with { OpenQuestions = everything.OpenQuestions with { RenewsQuestionIds = false } };
        try
        {
            var statistics = new Statistics();
            await PropertyCheck.HoldsAsync(output, statistics, trial => Converges(trial, behaviour, statistics), few: ((ulong)seed, Cases));
        }
        catch (Exception why)
        {
            throw new Xunit.Sdk.XunitException($"RECONCILER_TORTURE_SEED={seed}: {BehaviourJson.Write(behaviour).ToJsonString()}\n{why.Message}", why);
        }
    }

    private static void Converges(Trial trial, Behaviour behaviour, Statistics statistics)
    {
        var world = World.Of(trial);
        var loaded = trial.Now.Load();
        var calm = world.Copy();
        var meant = statistics.Note(calm.Plan(loaded));
        if (!meant.MayApply)
        {
            return;
        }

        calm.Apply(meant);
        var before = new Objects(world);
        var approvals = new Approvals(world.State, calm.State);
        world.Written = () => approvals.Look(world.State);
        world.Behave(behaviour);
        var story = new List<string>();
        var runs = 0;
        while (!Run(world, loaded, story))
        {
            Assert.True(++runs < MostRuns, $"Not as declared after {MostRuns} runs:\n{string.Join("\n", story)}");
            world.Pass(BetweenRuns);
        }

        statistics.Count("needed a second run", runs > 1);
        world.Behave(new Behaviour());
        world.Pass(BetweenRuns);
        var after = new Objects(world);
        var told = string.Join("\n", story);
        Assert.True(approvals.OpenDoors.Count == 0, $"Without approval for a while: {string.Join("; ", approvals.OpenDoors)}\n{told}");
        var again = world.Plan(loaded);
        Assert.True(again.Plan.Changes.IsEmpty, $"{World.Text(again, loaded)}\n{told}");
        Assert.Equal(Names(new Objects(calm)), Names(after));
        var losses = new Losses(before, after, meant.Plan).Find();
        Assert.True(losses.Count == 0, $"{string.Join("\n", losses)}\n{told}");
    }

    /// <summary>Whether there was nothing left to do.</summary>
    private static bool Run(World world, Reconciler.Declarations.LoadResult loaded, List<string> story)
    {
        PlannedRun planned;
        try
        {
            planned = world.Plan(loaded);
        }
        catch (TenantException trouble)
        {
            story.Add($"No plan: {trouble.Message}");
            return false;
        }

        if (!planned.MayApply)
        {
            story.Add($"May not be applied: {World.Text(planned, loaded)}");
            return false;
        }

        if (planned.Plan.Changes.IsEmpty)
        {
            return true;
        }

        var report = world.Apply(planned);
        story.AddRange(report.Outcomes.Where(outcome => outcome is not ChangeOutcome.Applied).Select(outcome => $"{outcome}"));
        story.Add($"A run of {report.Outcomes.Count} changes.");
        return false;
    }

    /// <summary>What there is, by name: one more of a name is one too many.</summary>
    private static IEnumerable<string> Names(Objects objects) =>
        objects.All.Select(one => $"{one.Kind} {Path(one, objects)}").Order(StringComparer.Ordinal);

    private static string Path(StateObject one, Objects objects) =>
        one.ParentId is { } id && objects.Find(id) is { } parent ? $"{Path(parent, objects)} / {one.Name}" : one.Name;

    private static int? Number(string variable) =>
        int.TryParse(Environment.GetEnvironmentVariable(variable), NumberStyles.Integer, CultureInfo.InvariantCulture, out var number) ? number : null;
}
