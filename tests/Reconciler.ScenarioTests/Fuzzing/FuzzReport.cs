using System.Diagnostics;
using System.Text;

namespace Reconciler.ScenarioTests.Fuzzing;

/// <summary>What a run of the fuzzer tried and found, and where that is kept.</summary>
internal sealed class FuzzReport(int seed)
{
    private static readonly string Folder = Path.Combine(Checkout.Root, "artifacts", "fuzz");

    private readonly Dictionary<string, FuzzCase> _problems = new(StringComparer.Ordinal);
    private (TimeSpan Time, string Case) _slowest = (TimeSpan.Zero, "");
    private (long Bytes, string Case) _greediest = (0, "");

    public int Cases { get; private set; }

    public int Seeds { get; set; }

    public int Clean { get; private set; }

    public IReadOnlyCollection<string> Problems => _problems.Keys;

    public void Tried(int number, FuzzCase fuzz, (TimeSpan Time, long Bytes) cost, bool isClean)
    {
        Cases++;
        Clean += isClean ? 1 : 0;
        var name = $"{number} ({fuzz.Origin}, {fuzz.Size:N0} bytes)";
        _slowest = cost.Time > _slowest.Time ? (cost.Time, name) : _slowest;
        _greediest = cost.Bytes > _greediest.Bytes ? (cost.Bytes, name) : _greediest;
    }

    /// <summary>Keeps the first case of each problem, made small.</summary>
    public void Found(string problem, FuzzCase fuzz)
    {
        if (_problems.ContainsKey(problem))
        {
            return;
        }

        var small = Minimizer.Minimize(fuzz, problem);
        _problems.Add(problem, small);
        var folder = Directory.CreateDirectory(Path.Combine(Folder, $"{seed}-{_problems.Count}")).FullName;
        File.WriteAllText(Path.Combine(folder, "problem.txt"), $"{problem}\nseed {seed}, {fuzz.Origin}\n");
        File.WriteAllText(Path.Combine(folder, "reconciler.yaml"), small.Workspace);
        File.WriteAllBytes(Path.Combine(folder, "fuzz.yaml"), small.Policies);
        File.WriteAllBytes(Path.Combine(folder, "whole.yaml"), fuzz.Policies);
    }

    /// <summary>Keeps the first seed of each problem, as it is.</summary>
    public void FoundSeed(string problem, byte[] bytes)
    {
        if (_problems.TryAdd(problem, new FuzzCase("", bytes, "seed")))
        {
            var folder = Directory.CreateDirectory(Path.Combine(Folder, $"{seed}-{_problems.Count}")).FullName;
            File.WriteAllText(Path.Combine(folder, "problem.txt"), $"{problem}\nseed {seed}, a directory\n");
            File.WriteAllBytes(Path.Combine(folder, "directory.yaml"), bytes);
        }
    }

    public string Text()
    {
        using var process = Process.GetCurrentProcess();
        var text = new StringBuilder($"seed {seed}: {Cases:N0} workspaces, {Clean:N0} of them without an error, and {Seeds:N0} seeds\n");
        text.Append($"slowest: {_slowest.Time.TotalMilliseconds:N0} ms, case {_slowest.Case}; may last {FuzzCheck.Longest.TotalMilliseconds:N0} ms\n");
        text.Append($"greediest: {_greediest.Bytes / 1_000_000.0:N1} MB allocated, case {_greediest.Case}; may allocate {FuzzCheck.MostBytes / 1_000_000.0:N0} MB\n");
        text.Append($"peak of the process: {process.PeakWorkingSet64 / 1_000_000.0:N0} MB\n");
        text.Append(_problems.Count == 0 ? "nothing found\n" : string.Concat(_problems.Keys.Select((problem, index) => $"found: {problem}, see artifacts/fuzz/{seed}-{index + 1}\n")));
        return text.ToString();
    }

    public void Save()
    {
        Directory.CreateDirectory(Folder);
        File.WriteAllText(Path.Combine(Folder, "loader.txt"), Text());
    }
}
