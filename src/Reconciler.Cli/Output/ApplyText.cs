using Reconciler.Applying;
using Reconciler.Cli.Running;
using Reconciler.Planning;

namespace Reconciler.Cli.Output;

/// <summary>What became of a plan, for people: a line a change, then the count, then whether the tenant is now as declared.</summary>
internal static class ApplyText
{
    public const string NotConverged = "Planned again, and the tenant is still not as declared:";

    public const string Converged = $"Planned again: {PlanText.NoChanges}";

    public static Line Line(ChangeOutcome outcome)
    {
        var what = $"{PlannedChangeText.Sign(outcome.Change).Verb} {Nouns.One(outcome.Change.Key.Kind)}{PlannedChangeText.Address(outcome.Change.Key)}";
        return outcome switch
        {
            ChangeOutcome.Applied done => Output.Line.Of(2, new Run("done     ", Ink.Adds), new Run(string.Join("; ", done.Notes.Select(Printable.Of).Prepend(what)))),
            ChangeOutcome.Failed failed => Output.Line.Of(
                2, new Run("failed   ", Ink.Fails), new Run($"{what}: {Printable.Of(failed.Why.Message)}{(failed.Done > 0 ? $" ({failed.Done} of its writes were made before)" : "")}")),
            ChangeOutcome.Skipped skipped => Output.Line.Of(2, new Run("skipped  ", Ink.Warns), new Run($"{what}: {Printable.Of(skipped.Because)}")),
            _ => Output.Line.Of(2, new Run("not tried", Ink.Warns), new Run($" {what}")),
        };
    }

    public static string Count(ApplyReport report)
    {
        var (done, all) = (report.Count<ChangeOutcome.Applied>(), report.Outcomes.Count);
        var rest = new[]
        {
            (Count: report.Count<ChangeOutcome.Failed>(), Word: "failed"),
            (Count: report.Count<ChangeOutcome.Skipped>(), Word: "skipped"),
            (Count: report.Count<ChangeOutcome.NotAttempted>(), Word: "not tried"),
        }.Where(part => part.Count > 0).Select(part => $", {part.Count} {part.Word}");
        return $"Applied {done} of {all} {(all == 1 ? "change" : "changes")}{string.Concat(rest)}.";
    }

    public static IEnumerable<Line> Summary(ApplyReport report, PlannedRun? again)
    {
        yield return Output.Line.Empty;
        yield return Output.Line.Of(Count(report), Ink.Strong);
        if (again is null)
        {
            yield break;
        }

        if (again.Plan is { IsEmpty: true, CanApply: true })
        {
            yield return Output.Line.Of(Converged, Ink.Strong);
            yield break;
        }

        yield return Output.Line.Of(NotConverged, Ink.Fails);
        foreach (var line in PlanText.Lines(again, [], new Dictionary<string, string>()))
        {
            yield return line with { Indent = line.Indent + 2 };
        }
    }
}
