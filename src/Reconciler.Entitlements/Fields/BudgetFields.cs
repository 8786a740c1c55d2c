namespace Reconciler.Entitlements.Fields;

/// <summary>The rows of <see cref="BudgetsYaml"/>.</summary>
internal static class BudgetFields
{
    private static readonly Shape.Group Count = new(
        "budget",
        [
            FieldOf<BudgetYaml>.Value("count", nameof(BudgetYaml.Count), b => b.Count, (b, v) => b with { Count = v },
                new Row(new Shape.Whole(0, 1_000_000), "How many, in one catalog and of one kind.") { IsRequired = true }),
        ],
        () => new BudgetYaml(0));

    public static readonly Shape.Group Shape = new(
        "budgets",
        [
            FieldOf<BudgetsYaml>.Value("deletes", nameof(BudgetsYaml.Deletes), b => b.Deletes, (b, v) => b with { Deletes = v },
                new Row(Count, "How many entities one run may delete; more are refused as a whole.") { Default = new BudgetsYaml().Deletes }),
            FieldOf<BudgetsYaml>.Value("removals", nameof(BudgetsYaml.Removals), b => b.Removals, (b, v) => b with { Removals = v },
                new Row(Count, "How many items one run may take out of lists; more are refused as a whole.") { Default = new BudgetsYaml().Removals }),
        ],
        () => new BudgetsYaml())
    {
        Later = ["peopleLosingAccess"],
    };
}
