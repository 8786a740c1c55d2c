using Reconciler.Entitlements;
using Reconciler.Entitlements.Fields;

namespace Reconciler.Planning;

/// <summary>Counts what a plan destroys against what the workspace allows, per kind and per catalog. No set is too small to count.</summary>
public static class Budget
{
    public static EquatableArray<Refusal> Check(Plan plan, BudgetLimits limits) => [.. Deletes(plan, limits), .. Removals(plan, limits)];

    private static IEnumerable<Refusal> Deletes(Plan plan, BudgetLimits limits) =>
        from delete in plan.Changes.OfType<PlannedChange.Delete>()
        group delete by (delete.Key.Kind, Catalog: delete.Key.Kind == EntityKind.Catalog ? null : delete.Key.CatalogName) into place
        where place.Count() > limits.Deletes
        select new Refusal(
            "RCN211",
            null,
            null,
            $"{Nouns.Count(place.Count(), place.Key.Kind)}{In(place.Key.Catalog)} would be deleted; the budget allows {limits.Deletes}.",
            "Raise budgets.deletes.count in reconciler.yaml if that is meant, or delete in smaller steps.");

    private static IEnumerable<Refusal> Removals(Plan plan, BudgetLimits limits) =>
        from change in plan.Changes
        where change is not PlannedChange.Delete && change.Fields.Exists(field => field.Kind == FieldChangeKind.Removed)
        from field in change.Fields
        where field.Kind == FieldChangeKind.Removed && Language.Of(change.Key.Kind).Leaf(field.Path) is { IsValueList: true }
        group field by (List: field.Path, change.Key.CatalogName) into place
        where place.Count() > limits.Removals
        select new Refusal(
            "RCN212",
            null,
            null,
            $"{place.Count()} {(place.Count() == 1 ? "item" : "items")} of {place.Key.List}{In(place.Key.CatalogName)} would be removed; the budget allows {limits.Removals}.",
            "Raise budgets.removals.count in reconciler.yaml if that is meant, or remove in smaller steps.");

    private static string In(string? catalog) => catalog is null ? "" : $" in the catalog \"{catalog}\"";
}
