using System.Diagnostics;
using System.Text.Json;
using System.Text.RegularExpressions;
using Reconciler.Cli;
using Reconciler.Cli.Output;
using Reconciler.Declarations;
using Reconciler.Entitlements;

namespace Reconciler.ScenarioTests.Fuzzing;

/// <summary>What has to hold of any workspace: nothing is thrown, nothing lasts, nothing grows, and whatever is found has a code and a place, and can be printed.</summary>
internal sealed partial class FuzzCheck
{
    public static readonly TimeSpan Longest = TimeSpan.FromSeconds(2);

    /// <summary>What loading for all tenants, checking and printing may allocate together; what is alive at once is less.</summary>
    public const long MostBytes = 1L << 29;

    /// <summary>How long the last case took to load, and how much it allocated.</summary>
    public (TimeSpan Time, long Bytes) Last { get; private set; }

    /// <summary>Whether nothing stood against the last case.</summary>
    public bool WasClean { get; private set; }

    /// <summary>What is wrong; null where nothing is.</summary>
    public string? Problem(FuzzCase fuzz)
    {
        try
        {
            var before = GC.GetAllocatedBytesForCurrentThread();
            var clock = Stopwatch.StartNew();
            var results = Load(fuzz);
            var time = clock.Elapsed;
            for (var again = 0; again < 2 && time > Longest; again++)
            {
                // The machine may have been busy with something else.
                var mark = GC.GetAllocatedBytesForCurrentThread();
                clock.Restart();
                results = Load(fuzz);
                time = clock.Elapsed < time ? clock.Elapsed : time;
                before += GC.GetAllocatedBytesForCurrentThread() - mark;
            }

            var found = EveryTenant.Findings(results);
            WasClean = !Diagnostic.AnyErrors(found);
            Print(found, results[0].Texts);
            Last = (time, GC.GetAllocatedBytesForCurrentThread() - before);
            return time > Longest ? "slow"
                : Last.Bytes > MostBytes ? "greedy"
                : found.Select(finding => Misplaced(finding, results[0].Texts)).FirstOrDefault(problem => problem is not null)
                ?? (!WasClean || Load(fuzz).Zip(results).All(pair => IsSame(pair.First, pair.Second)) ? null : "loads otherwise a second time");
        }
        catch (Exception thrown)
        {
            return $"{thrown.GetType().Name} at {Place().Match(thrown.StackTrace ?? "").Value}";
        }
    }

    private static List<LoadResult> Load(FuzzCase fuzz) =>
    [
        .. DeclarationLoader.LoadEvery(fuzz.Workspace, [(FuzzCase.PolicyFile, fuzz.Policies)])
            .Select(loaded => loaded with { Diagnostics = [.. loaded.Diagnostics, .. Checker.Check(loaded.Declared, loaded.Sources)] }),
    ];

    private static bool IsSame(LoadResult one, LoadResult other) =>
        one.Declared.Declarations.SequenceEqual(other.Declared.Declarations) && one.Diagnostics.Equals(other.Diagnostics)
        && one.Declared.Ignores.Equals(other.Declared.Ignores) && one.Declared.Waivers.Equals(other.Declared.Waivers);

    private static void Print(EquatableArray<Diagnostic> found, IReadOnlyDictionary<string, string> texts)
    {
        var outcome = new Outcome { Findings = found, Valid = "Valid." };
        var text = LinePrinter.Plain(OutcomeText.Lines(outcome, texts));
        if (text.Any(c => char.IsControl(c) && c != '\n'))
        {
            throw new InvalidOperationException("A control character is printed.");
        }

        JsonDocument.Parse(ReportJson.Of(outcome)).Dispose();
        _ = OutcomeMarkdown.Of(outcome);
    }

    private static string? Misplaced(Diagnostic finding, IReadOnlyDictionary<string, string> texts)
    {
        if (!Code().IsMatch(finding.Code) || finding.Where is not { } where)
        {
            return $"{finding.Code} has no place or no code";
        }

        // What is no text has no lines.
        if (!texts.TryGetValue(where.File, out var text))
        {
            return where.File is FuzzCase.PolicyFile or "reconciler.yaml" ? null : $"{finding.Code} is in no file";
        }

        var lines = text.Split('\n');
        var isInside = where.Line >= 1 && where.Line <= lines.Length && where.Column >= 1 && where.Column <= lines[where.Line - 1].Length + 1
            && where.Length >= 1 && where.Column - 1 + where.Length <= Math.Max(lines[where.Line - 1].Length, where.Column);
        return isInside ? null : $"{finding.Code} is outside of its file";
    }

    [GeneratedRegex("^RCN[0-9]{3}$", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Code();

    [GeneratedRegex(@"Reconciler\.[\w.]+", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Place();
}
