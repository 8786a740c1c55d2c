using Reconciler.Entitlements;
using Reconciler.Planning;

namespace Reconciler.Cli.Running;

/// <summary>Asks, before anything is written, whether whoever signed in may write what a plan would.</summary>
internal static class GrantCheck
{
    /// <summary>The needs of the plan that are certainly not met.</summary>
    public static async Task<(CallerKind Caller, IReadOnlyList<Need> Missing)> AskAsync(Plan plan, ITenant tenant, CancellationToken cancellationToken)
    {
        if (plan.IsEmpty || !plan.CanApply)
        {
            return (CallerKind.Unknown, []);
        }

        var needs = NeededAccess.ToApply(plan);
        var check = await tenant.CheckAsync(needs, cancellationToken);
        return (check.Caller, [.. needs.Where((_, index) => check.Standings[index] == Standing.Missing)]);
    }

    /// <summary>The plan with a refusal for the grants that it would be stopped by half-way.</summary>
    public static async Task<PlannedRun> RefuseAsync(PlannedRun planned, ITenant tenant, CancellationToken cancellationToken)
    {
        var (caller, missing) = await AskAsync(planned.Plan, tenant, cancellationToken);
        return missing.Count == 0 ? planned : planned with { Refusals = [.. planned.Refusals, GrantDiagnostics.Lacking(missing, caller)], LacksGrants = true };
    }

    /// <summary>
    /// The plan with a warning of the grants that applying it would lack, where whoever plans may write at all: one that may not is there to
    /// plan, and another applies.
    /// </summary>
    public static async Task<PlannedRun> WarnAsync(PlannedRun planned, ITenant tenant, CancellationToken cancellationToken)
    {
        var (caller, missing) = await AskAsync(planned.Plan, tenant, cancellationToken);
        return missing.Count == 0 || missing.Any(need => need.Kind is AccessKind.WriteManagement or AccessKind.WriteRoles) ? planned : planned with
        {
            Plan = planned.Plan with { Diagnostics = [.. planned.Plan.Diagnostics, GrantDiagnostics.WouldLack(missing, caller)] },
        };
    }
}
