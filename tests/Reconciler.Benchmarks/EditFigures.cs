using System.Text.RegularExpressions;
using Reconciler.Benchmarks.Measuring;
using Reconciler.Benchmarks.Serving;

namespace Reconciler.Benchmarks;

/// <summary>`reconciler apply` of one edited policy among a thousand packages: what it asks beyond what a plan asks.</summary>
internal static partial class EditFigures
{
    private const int Turns = 3;

    private const int MostBeyondPlan = 4;

    public static IEnumerable<IResult> Measure()
    {
        using var served = PlanFigures.Bound("edit");
        var plan = served.Watch("plan").Log.Count;
        List<(ToolRun Run, WireLog Log)> turns = [];
        for (var turn = 0; turn < Turns; turn++)
        {
            Edit(served.Folder, days: 400 + turn);
            turns.Add(served.Watch("apply", "--yes"));
        }

        if (turns.Find(turn => turn.Log.Writes == 0).Run is { } nothing)
        {
            throw new InvalidOperationException($"Nothing was written:\n{nothing.Output}");
        }

        var what = $"apply of one edited policy, {PlanFigures.Thousand.Packages:N0} packages";
        yield return new Figure($"{what}: requests", turns.Max(turn => turn.Log.Count), $"({turns[0].Log.Parts} with the parts of batches)", plan + MostBeyondPlan);
        yield return new Figure($"{what}: writes", turns.Max(turn => turn.Log.Writes), "", Bound: 1);
        yield return new Figure($"{what}: time", ToolRun.Seconds(turns.Select(turn => turn.Run.Elapsed)), $"s ({ToolRun.Seconds(turns.Select(turn => turn.Run.Computed)):0.##} s of processor)", Bound: null);
        Saying.Kinds(turns[0].Log);
    }

    private static void Edit(string folder, int days)
    {
        var file = Directory.EnumerateFiles(Path.Combine(folder, "policies"), "*.yaml", SearchOption.AllDirectories)
            .Order(StringComparer.Ordinal)
            .First(path => Expiration().IsMatch(File.ReadAllText(path)));
        File.WriteAllText(file, Expiration().Replace(File.ReadAllText(file), $"after: {days} days", 1));
    }

    [GeneratedRegex("after: [0-9]+ days?", RegexOptions.None, 1_000)]
    private static partial Regex Expiration();
}
