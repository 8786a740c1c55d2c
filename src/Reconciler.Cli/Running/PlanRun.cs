using Reconciler.Declarations;
using Reconciler.Entitlements;
using Reconciler.Planning;

namespace Reconciler.Cli.Running;

/// <summary>The main job up to the first write, door by door: read, bind, plan, measure, limit.</summary>
internal sealed class PlanRun(LoadResult loaded, OpenTenant open, PlanOptions options, TimeProvider time)
{
    public async Task<PlannedRun> RunAsync(CancellationToken cancellationToken)
    {
        var (declared, scope) = (loaded.Declared, loaded.Workspace?.Scope ?? Scope.Whole);
        var identity = await open.Tenant.IdentifyAsync(cancellationToken);
        var bindings = await open.Store.ReadBindingsAsync(identity.Id, cancellationToken);
        var snapshot = await open.Tenant.ReadAsync(Binder.PartFor(declared, bindings, scope), cancellationToken);
        var names = await open.Tenant.ResolveAsync(Binder.NamesIn(declared), cancellationToken);
        var assigned = await open.Tenant.ReadAssignmentsAsync(Binder.PackagesWithAssignments(declared, snapshot, bindings), cancellationToken);

        var state = Binder.Bind(declared, loaded.Sources, snapshot, names, bindings, new BindOptions { Scope = scope, Now = time.GetUtcNow(), Assignments = assigned });
        var plan = WithoutKnown(Planner.Plan(state, options) with { OutOfScope = loaded.OutOfScope });
        if (open.SeedNote is { } note && plan.Diagnostics.Any(d => d.Code == Binder.UnknownNameCode))
        {
            plan = plan with { Diagnostics = [.. plan.Diagnostics, note] };
        }

        var assignments = await open.Tenant.ReadAssignmentsAsync(AssignedDeletes.PackagesOf(plan), cancellationToken);
        return new PlannedRun(
            plan,
            bindings,
            [
                .. Budget.Check(plan, loaded.Workspace?.Budgets ?? new BudgetLimits()),
                .. ProtectedDeletes.Check(plan, snapshot, bindings),
                .. AssignedDeletes.Check(plan, assignments),
            ]);
    }

    private Plan WithoutKnown(Plan plan)
    {
        var judged = loaded.Baseline.Judge(plan.Diagnostics);
        return plan with
        {
            KnownFindings = loaded.Known.Count + judged.Known.Count,
            Diagnostics = [.. judged.Others, .. plan.CanApply ? judged.Baseline.Gone(loaded.Declared, needTenant: true) : []],
        };
    }
}
