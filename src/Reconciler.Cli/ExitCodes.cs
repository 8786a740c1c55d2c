using Reconciler.Applying;
using Reconciler.Cli.Running;
using Reconciler.Entitlements;

namespace Reconciler.Cli;

/// <summary>The one place where what happened becomes an exit code.</summary>
public static class ExitCodes
{
    private static readonly ExitCode[] Precedence =
    [
        ExitCode.Bug, ExitCode.NotPermittedOrIncomplete, ExitCode.Invalid, ExitCode.RuleDenies, ExitCode.BudgetOrConfirmation, ExitCode.StalePlan,
        ExitCode.TenantHeld, ExitCode.Unavailable, ExitCode.Cancelled, ExitCode.PartlyApplied, ExitCode.NotConverged, ExitCode.ChangesPresent,
    ];

    public static ExitCode Of(Outcome outcome)
    {
        var held = Facts(outcome).ToHashSet();
        return Precedence.FirstOrDefault(held.Contains, ExitCode.Ok);
    }

    private static IEnumerable<ExitCode> Facts(Outcome outcome)
    {
        if (outcome.Findings is { } findings && Diagnostic.AnyErrors(findings))
        {
            yield return ExitCode.Invalid;
        }

        foreach (var code in outcome.Exported is { } exported ? Facts(exported) : [])
        {
            yield return code;
        }

        if (outcome.Permissions is { LacksSome: true } || outcome.Planned is { LacksGrants: true })
        {
            yield return ExitCode.NotPermittedOrIncomplete;
        }

        if (outcome.Permissions is { Problem: { } hindrance })
        {
            yield return Of(hindrance, hasWritten: false);
        }

        if (outcome.Trouble is { } trouble)
        {
            yield return Of(trouble.Problem, hasWritten: outcome.Report is { Sent.Count: > 0 });
        }

        foreach (var code in outcome.Planned is { } planned ? Facts(planned, outcome) : [])
        {
            yield return code;
        }

        if (outcome.WasStopped)
        {
            yield return ExitCode.Cancelled;
        }

        if (outcome.Report is { Succeeded: false } report)
        {
            yield return WasOnlyThrottled(report) ? ExitCode.Unavailable : ExitCode.PartlyApplied;
        }

        if (outcome.PlannedAgain is { } again && (!again.Plan.IsEmpty || !again.Plan.CanApply))
        {
            yield return ExitCode.NotConverged;
        }
    }

    private static IEnumerable<ExitCode> Facts(PlannedRun planned, Outcome outcome)
    {
        if (!planned.Plan.Gaps.IsEmpty)
        {
            yield return ExitCode.NotPermittedOrIncomplete;
        }

        if (Diagnostic.AnyErrors(planned.Plan.Diagnostics))
        {
            yield return ExitCode.Invalid;
        }

        if (!planned.Refusals.IsEmpty || outcome.IsUnconfirmed)
        {
            yield return ExitCode.BudgetOrConfirmation;
        }

        if (outcome.CountsChanges && !planned.Plan.IsEmpty)
        {
            yield return ExitCode.ChangesPresent;
        }
    }

    private static IEnumerable<ExitCode> Facts(ExportedRun exported)
    {
        if (!exported.Gaps.IsEmpty)
        {
            yield return ExitCode.NotPermittedOrIncomplete;
        }

        if (Diagnostic.AnyErrors(exported.Findings))
        {
            yield return ExitCode.Invalid;
        }
    }

    // What is answered so was not made; of any other trouble nobody knows.
    private static bool WasOnlyThrottled(ApplyReport report) =>
        report.Outcomes.OfType<ChangeOutcome.Failed>().ToList() is { Count: > 0 } failed && failed.TrueForAll(one => one.Why is { WasNotMade: true, Problem: TenantProblem.Unavailable })
        && !report.Sent.Any(sent => sent.IsMade);

    // Who is told that the service was too busy may take it that nothing was written.
    private static ExitCode Of(TenantProblem problem, bool hasWritten) => problem switch
    {
        TenantProblem.NotPermitted => ExitCode.NotPermittedOrIncomplete,
        TenantProblem.Unavailable when hasWritten => ExitCode.PartlyApplied,
        TenantProblem.Unavailable => ExitCode.Unavailable,
        TenantProblem.Held => ExitCode.TenantHeld,
        _ => hasWritten ? ExitCode.PartlyApplied : ExitCode.NotPermittedOrIncomplete,
    };
}
