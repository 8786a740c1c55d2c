using Reconciler.Declarations.Expanding;
using Reconciler.Declarations.Messages;
using Reconciler.Entitlements;

namespace Reconciler.Declarations.Reading;

/// <summary>The tenant that declarations are read for.</summary>
internal sealed class TenantContext(Workspace workspace, Variables variables)
{
    private readonly Dictionary<string, ExpansionBudget> _budgets = new(StringComparer.Ordinal);

    private readonly TrailPath _root = TrailPath.NewRoot();

    /// <summary>The tenant's name; null where the workspace has none.</summary>
    public string? Tenant => variables.Tenant;

    /// <summary>The names of all tenants.</summary>
    public IReadOnlyCollection<string> Tenants { get; } = [.. workspace.Tenants.Select(tenant => tenant.Name)];

    public TimeZoneInfo TimeZone => workspace.TimeZone;

    public Scope Scope => workspace.Scope;

    /// <summary>What may still be brought into the file of a document.</summary>
    public ExpansionBudget BudgetOf(SourceSpan document)
    {
        if (!_budgets.TryGetValue(document.File, out var budget))
        {
            _budgets[document.File] = budget = new ExpansionBudget();
        }

        return budget;
    }

    /// <summary>A trail of one declaration.</summary>
    public Trail NewTrail() => new(_root);

    public Expander Expander(ExpansionBudget budget, Provenance provenance, Findings findings, Parameters? parameters = null) =>
        new(variables, parameters, budget, provenance, findings);
}
