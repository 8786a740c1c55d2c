using Reconciler.Declarations;
using Reconciler.Entitlements;
using Reconciler.Planning;

namespace Reconciler.Cli.Running;

/// <summary>The main job up to the first write, door by door: read, bind, plan, measure, limit.</summary>
internal sealed class PlanRun(LoadResult loaded, OpenTenant open, PlanOptions options, TimeProvider time)
{
    private readonly Scope _scope = loaded.Workspace?.Scope ?? Scope.Whole;
    private TenantRead? _read;

    public async Task<PlannedRun> RunAsync(CancellationToken cancellationToken)
    {
        var identity = await open.Tenant.IdentifyAsync(cancellationToken);
        var bindings = await open.Store.ReadBindingsAsync(identity.Id, cancellationToken);
        var part = Binder.PartFor(loaded.Declared, bindings, _scope);
        var snapshot = await open.Tenant.ReadAsync(part, cancellationToken);
        var names = await open.Tenant.ResolveAsync(Binder.NamesIn(loaded.Declared), cancellationToken);
        var packages = Binder.PackagesWithAssignments(loaded.Declared, snapshot, bindings);
        _read = new TenantRead(part, snapshot, names, packages, await open.Tenant.ReadAssignmentsAsync(packages, cancellationToken));
        return await PlanAsync(_read, bindings, cancellationToken);
    }

    /// <summary>Plans again after writes, which asks the tenant for no more than they have touched.</summary>
    public async Task<PlannedRun> RunAgainAsync(IReadOnlyCollection<SentWrite> sent, CancellationToken cancellationToken)
    {
        var before = _read ?? throw new InvalidOperationException("Nothing was planned before.");
        var snapshot = await open.Tenant.ReadAgainAsync(before.Part, before.Snapshot, sent, cancellationToken);
        var bindings = await open.Store.ReadBindingsAsync(snapshot.TenantId, cancellationToken);
        var packages = Binder.PackagesWithAssignments(loaded.Declared, snapshot, bindings);

        // Nobody is assigned by anything else that is written.
        var isSame = packages.SequenceEqual(before.Packages) && !sent.Any(one => one.Write is TenantWrite.Create { Declared: DirectAssignment });
        var assigned = isSame ? before.Assigned : await open.Tenant.ReadAssignmentsAsync(packages, cancellationToken);
        return await PlanAsync(before with { Snapshot = snapshot, Packages = packages, Assigned = assigned }, bindings, cancellationToken);
    }

    private async Task<PlannedRun> PlanAsync(TenantRead read, Bindings bindings, CancellationToken cancellationToken)
    {
        var bind = new BindOptions { Scope = _scope, Now = time.GetUtcNow(), Assignments = read.Assigned };
        var state = Binder.Bind(loaded.Declared, loaded.Sources, read.Snapshot, read.Names, bindings, bind);
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
                .. ProtectedDeletes.Check(plan, read.Snapshot, bindings),
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

    /// <summary>What a plan is made from, as far as the tenant told it.</summary>
    private sealed record TenantRead(
        TenantPart Part, TenantSnapshot Snapshot, Resolution Names, IReadOnlyCollection<string> Packages, EquatableArray<Assignment> Assigned);
}
