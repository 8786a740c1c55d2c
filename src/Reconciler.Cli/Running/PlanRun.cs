using Reconciler.Declarations;
using Reconciler.Entitlements;
using Reconciler.Planning;

namespace Reconciler.Cli.Running;

/// <summary>The main job up to the first write, door by door: read, bind, plan, measure, limit.</summary>
internal sealed class PlanRun(LoadResult loaded, OpenTenant open, PlanOptions options)
{
    public async Task<PlannedRun> RunAsync(CancellationToken cancellationToken)
    {
        var snapshot = await open.Tenant.ReadAsync(cancellationToken);
        var bindings = await open.Store.ReadBindingsAsync(snapshot.TenantId, cancellationToken);
        var names = await open.Tenant.ResolveAsync(Binder.NamesIn(loaded.Declared), cancellationToken);

        var state = Binder.Bind(loaded.Declared, loaded.Sources, snapshot, names, bindings);
        var plan = Planner.Plan(state, options);
        if (open.SeedNote is { } note && plan.Diagnostics.Any(d => d.Code == Binder.UnknownNameCode))
        {
            plan = plan with { Diagnostics = [.. plan.Diagnostics, note] };
        }

        var assignments = await open.Tenant.ReadAssignmentsAsync(AssignedDeletes.PackagesOf(plan), cancellationToken);
        return new PlannedRun(
            plan,
            bindings,
            [.. Budget.Check(plan, loaded.Workspace?.Budgets ?? new BudgetLimits()), .. AssignedDeletes.Check(plan, assignments)]);
    }
}
