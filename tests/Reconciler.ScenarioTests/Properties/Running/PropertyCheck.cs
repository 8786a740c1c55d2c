using System.Diagnostics;
using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using FsCheck;
using FsCheck.Fluent;
using Microsoft.FSharp.Collections;
using Microsoft.FSharp.Core;
using Reconciler.ScenarioTests.Properties.Generating;
using Xunit.Abstractions;
using Xunit.Sdk;

namespace Reconciler.ScenarioTests.Properties.Running;

/// <summary>Holds a property against many cases. RECONCILER_CASES says how many, RECONCILER_SEED repeats a run.</summary>
internal static class PropertyCheck
{
    private static readonly JsonSerializerOptions Readable = new() { WriteIndented = true, Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static int Cases { get; } = (int?)Number("RECONCILER_CASES") ?? 200;

    // Off the test's own threads: what waits here must not keep the others from running.
    public static Task HoldsAsync(
        ITestOutputHelper output, Statistics statistics, Action<Trial> property, Arbitrary<Trial>? trials = null, int times = 1, (ulong Seed, int Cases)? few = null,
        [CallerMemberName] string name = "") =>
        Task.Run(() => Hold(output, name, statistics, property, trials ?? Trial.Arbitrary, few?.Cases ?? Cases * times, few?.Seed));

    private static void Hold(ITestOutputHelper output, string name, Statistics statistics, Action<Trial> property, Arbitrary<Trial> trials, int cases, ulong? given)
    {
        var seed = given ?? Number("RECONCILER_SEED") ?? (ulong)Random.Shared.NextInt64();
        var runner = new Listener();
        var watch = Stopwatch.StartNew();
        var config = Config.Quick.WithMaxTest(cases).WithRunner(runner).WithReplay(FSharpOption<Replay>.Some(new Replay(new Rnd(seed), FSharpOption<int>.None)));
        Check.One(config, Prop.ForAll(trials, property));

        output.WriteLine($"RECONCILER_SEED={seed}, {watch.Elapsed.TotalSeconds:f1} s");
        Tell($"{name.Replace('_', ' ')}: {(statistics.Cases == 0 ? $"{cases} cases" : statistics)}; RECONCILER_SEED={seed}");
        if (runner.Failed is { } failed)
        {
            throw new XunitException($"RECONCILER_SEED={seed} RECONCILER_CASES={Cases}\n{failed.Why}\n\n{Report(failed.Trial)}");
        }

        output.WriteLine($"{statistics}");
    }

    /// <summary>The runner keeps what a passing test says to itself; <c>make test</c> prints this file.</summary>
    public static void Tell(string line)
    {
        if (Environment.GetEnvironmentVariable("RECONCILER_PROPERTIES") is { Length: > 0 } path)
        {
            lock (Readable)
            {
                File.AppendAllText(path, line + "\n");
            }
        }
    }

    /// <summary>The case as the files of a scenario folder.</summary>
    private static string Report(Trial trial)
    {
        var text = new StringBuilder($"{trial.Now}");
        text.Append(CultureInfo.InvariantCulture, $"=== by hand: {trial.Messes}, page size {trial.PageSize}, cut {trial.Cut} {(trial.CutsAfterEffect ? "late" : "early")}\n");
        try
        {
            var world = World.Of(trial);
            var bindings = world.Store.Bindings?.Entries ?? [];
            var loaded = trial.Now.Load();
            text.Append(CultureInfo.InvariantCulture, $"=== before.tenant.json\n{WithoutDirectory(world.State).ToJsonString(Readable)}\n");
            text.Append(CultureInfo.InvariantCulture, $"=== before.bindings.json, in short\n{string.Join("\n", bindings)}\n");
            text.Append(CultureInfo.InvariantCulture, $"=== plan.txt\n{World.Text(world.Plan(loaded), loaded)}");
        }
        catch (Exception early)
        {
            text.Append(CultureInfo.InvariantCulture, $"=== what was applied first\n{trial.Before}=== it went no further\n{early}\n");
        }

        return text.ToString();
    }

    /// <summary>The state without what every case has.</summary>
    private static JsonObject WithoutDirectory(JsonObject state) =>
        new(state.Where(section => section.Key is not ("users" or "groups" or "servicePrincipals" or "sites" or "environments")).Select(section => KeyValuePair.Create(section.Key, section.Value?.DeepClone())));

    private static ulong? Number(string variable) =>
        ulong.TryParse(Environment.GetEnvironmentVariable(variable), CultureInfo.InvariantCulture, out var number) ? number : null;

    private sealed class Listener : IRunner
    {
        public (Trial Trial, string Why)? Failed { get; private set; }

        public void OnStartFixture(Type t)
        {
        }

        public void OnArguments(int ntest, FSharpList<object> args, FSharpFunc<int, FSharpFunc<FSharpList<object>, string>> every)
        {
        }

        public void OnShrink(FSharpList<object> args, FSharpFunc<FSharpList<object>, string> everyShrink)
        {
        }

        public void OnFinished(string name, TestResult testResult)
        {
            if (testResult is TestResult.Failed failed)
            {
                Failed = ((Trial)failed.Item3.Head, $"{failed.Item4}");
            }
            else if (testResult is not TestResult.Passed)
            {
                throw new XunitException($"The property was not put to the test: {testResult}");
            }
        }
    }
}
