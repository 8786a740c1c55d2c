using System.Diagnostics;
using System.Globalization;
using Xunit.Abstractions;

namespace Reconciler.ScenarioTests.Fuzzing;

/// <summary>The loader against files that nobody would write. <c>make fuzz</c> goes on for minutes; here it is a few seconds of one seed.</summary>
public sealed class LoaderFuzzTests(ITestOutputHelper output)
{
    private static readonly FuzzCorpus Corpus = new();

    [Fact]
    public Task No_file_breaks_the_loader() => RunAsync(seed: 1, cases: 1_500, seeds: 60, TimeSpan.MaxValue);

    /// <summary>As long as RECONCILER_FUZZ_MINUTES says, and not at all where it says nothing; RECONCILER_FUZZ_SEED repeats a run.</summary>
    [Fact]
    public async Task No_file_breaks_the_loader_for_minutes()
    {
        if (Number("RECONCILER_FUZZ_MINUTES") is { } minutes)
        {
            await RunAsync((int)(Number("RECONCILER_FUZZ_SEED") ?? Stopwatch.GetTimestamp() % 1_000_000), int.MaxValue, int.MaxValue, TimeSpan.FromMinutes(minutes));
        }
    }

    private async Task RunAsync(int seed, int cases, int seeds, TimeSpan most)
    {
        var (made, check, report, clock) = (new FuzzCases(seed, Corpus), new FuzzCheck(), new FuzzReport(seed), Stopwatch.StartNew());
        for (var number = 0; number < cases && clock.Elapsed < most; number++)
        {
            var fuzz = made.Make(number);
            var problem = check.Problem(fuzz);
            report.Tried(number, fuzz, check.Last, check.WasClean);
            if (problem is not null)
            {
                report.Found(problem, fuzz);
            }

            // A tenant is made of each, which takes longer.
            if (number % 25 == 0 && number / 25 < seeds)
            {
                var seedFile = made.MakeSeed(number / 25);
                report.Seeds++;
                if (await ProblemAsync(seedFile) is { } broken)
                {
                    report.FoundSeed(broken, seedFile);
                }
            }
        }

        report.Save();
        output.WriteLine(report.Text());
        Assert.Empty(report.Problems);
    }

    private static async Task<string?> ProblemAsync(byte[] seed)
    {
        using var folder = new TryFolder();
        folder.Put("reconciler.yaml", "version: 1\ntenants: { demo: { adapter: embedded, seed: directory.yaml } }\n");
        folder.Put("policies/a.yaml", "kind: Catalog\nname: A\nresources: [ { group: Ledger readers } ]\n");
        await File.WriteAllBytesAsync(Path.Combine(folder.Path, "directory.yaml"), seed);
        var clock = Stopwatch.StartNew();
        try
        {
            var run = await new TestCli(folder.Path).RunAsync("plan");
            return run.ExitCode is not (0 or 3) ? $"a seed gives exit code {run.ExitCode}" : clock.Elapsed > 2 * FuzzCheck.Longest ? "a seed is slow" : null;
        }
        catch (Exception thrown)
        {
            return $"a seed throws {thrown.GetType().Name}: {thrown.StackTrace?.Split('\n')[0].Trim()}";
        }
    }

    private static double? Number(string variable) =>
        double.TryParse(Environment.GetEnvironmentVariable(variable), NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? number : null;
}
