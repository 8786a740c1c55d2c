namespace Reconciler.Entitlements.Fields;

/// <summary>The budgets of <c>reconciler.yaml</c> as written.</summary>
public sealed record BudgetsYaml
{
    public BudgetYaml Deletes { get; init; } = new(new BudgetLimits().Deletes);

    public BudgetYaml Removals { get; init; } = new(new BudgetLimits().Removals);
}

/// <summary>One budget.</summary>
public sealed record BudgetYaml(int Count);
