using System.Text.Json.Nodes;
using Reconciler.Entitlements;

namespace Reconciler.ScenarioTests.Matrix;

/// <summary>The cases that are refused, each at its place in its file: what can't change once it is there, and what can't be left out.</summary>
internal sealed class MatrixRefusals(MatrixWorkspace workspace, List<MatrixEntry> entries, List<string> failures)
{
    /// <summary>Graph can't change it: RCN205. Of an assignment nothing is changed: RCN207.</summary>
    public async Task FixedAsync(IReadOnlyList<MatrixRow> rows)
    {
        if (rows.Count == 0)
        {
            return;
        }

        var before = workspace.TenantState();
        var plan = await PlanAsync(rows, row => row.Second);
        foreach (var row in rows)
        {
            Said(row, MatrixCase.Change, plan, row.Key.Table.Kind == EntityKind.DirectAssignment ? "RCN207" : "RCN205");
        }

        await workspace.ApplyAsync();
        if (before != workspace.TenantState())
        {
            failures.Add($"{rows[0].Key.Table.Kind} Change: what is fixed was changed in the tenant");
        }

        foreach (var row in rows)
        {
            workspace.Put(row, Places.Document(row, row.Settings(row.First)));
        }
    }

    public async Task RequiredAsync(IReadOnlyList<MatrixRow> rows)
    {
        if (rows.Count == 0)
        {
            return;
        }

        var plan = await PlanAsync(rows, _ => null);
        foreach (var row in rows)
        {
            if (plan.FindingsOf(row).Any())
            {
                Said(row, MatrixCase.Absent, plan, "RCN0");
            }
            else
            {
                entries.Add(new MatrixEntry(row, MatrixCase.Absent, [], "without it, it is written in another form"));
            }
        }
    }

    private async Task<MatrixPlan> PlanAsync(IReadOnlyList<MatrixRow> rows, Func<MatrixRow, JsonNode?> value)
    {
        foreach (var row in rows)
        {
            workspace.Put(row, Places.Document(row, row.Settings(value(row))));
        }

        return await workspace.PlanAsync();
    }

    private void Said(MatrixRow row, MatrixCase @case, MatrixPlan plan, string code)
    {
        var found = plan.FindingsOf(row).ToList();
        if (!found.Exists(finding => $"{finding["code"]}".StartsWith(code, StringComparison.Ordinal)))
        {
            failures.Add($"{row.Key.Table.Kind} {row.Key.Path} {@case}: no {code}, but {string.Join(" | ", found)}\n{workspace.TextOf(row)}");
        }

        entries.Add(new MatrixEntry(row, @case, [.. found.Select(finding => new MatrixLine("", $"{finding["code"]}: {finding["message"]}", [$"{finding["advice"]}"]))]));
    }
}
