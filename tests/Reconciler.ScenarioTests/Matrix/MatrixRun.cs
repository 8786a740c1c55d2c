using System.Text.Json.Nodes;
using Reconciler.Entitlements;
using Reconciler.Entitlements.Fields;

namespace Reconciler.ScenarioTests.Matrix;

/// <summary>
/// Takes the rows of a kind through their cases, side by side in one tenant: all are created by one apply, all changed by the next. Where a
/// tenant has one entity of a kind, each row has a tenant of its own.
/// </summary>
internal sealed class MatrixRun : IDisposable
{
    private readonly MatrixWorkspace _workspace = new();
    private readonly List<MatrixEntry> _entries = [];
    private readonly List<string> _failures = [];
    private readonly IReadOnlyList<MatrixRow> _rows;
    private readonly EntityTable _table;

    private MatrixRun(EntityTable table, IReadOnlyList<MatrixRow> rows) => (_table, _rows) = (table, rows);

    public static async Task<MatrixResult> OfAsync(EntityTable table)
    {
        var all = MatrixRow.Of(table);
        var rows = all.Where(row => MatrixReasons.WhyNot(row.Key) is null).ToList();
        List<MatrixResult> results = [];
        foreach (var batch in table.IsSingle ? rows.Select(row => (IReadOnlyList<MatrixRow>)[row]) : [rows])
        {
            using var run = new MatrixRun(table, batch);
            await run.AllAsync();
            results.Add(new MatrixResult(run._entries, run._failures));
        }

        var entries = results.SelectMany(result => result.Entries).ToList();
        return new MatrixResult([.. entries, .. MatrixReasons.Of(all, entries)], [.. results.SelectMany(result => result.Failures)]);
    }

    public void Dispose() => _workspace.Dispose();

    private async Task AllAsync()
    {
        Put(_rows, row => Places.Document(row, null));
        await ApplyAsync("ground");
        await CreateAsync();
        await new MatrixRefusals(_workspace, _entries, _failures).FixedAsync([.. _rows.Where(row => row.Second is not null && IsFixed(row) && MatrixReasons.WhyNoChange(row.Key) is null)]);

        var changing = _rows.Where(row => row.Second is not null && !IsFixed(row)).ToList();
        await StageAsync(MatrixCase.Change, changing, row => row.Second);
        var clearing = _rows.Where(row => row is { IsFirst: true, Cleared: not null } && !IsFixed(row)).ToList();
        await StageAsync(MatrixCase.Clear, clearing, row => row.Cleared);
        await StageAsync(MatrixCase.Write, clearing, row => row.Second ?? row.First);

        var first = _rows.Where(row => row.IsFirst).ToList();
        await LetGoAsync([.. first.Where(row => row.Key.MayBeUnmanaged)]);
        await StageAsync(MatrixCase.Absent, [.. first.Where(row => row.Key is { MayBeUnmanaged: false, Field.IsRequired: false } && !IsFixed(row))], _ => null);
        await new MatrixRefusals(_workspace, _entries, _failures).RequiredAsync([.. first.Where(row => row.Key is { MayBeUnmanaged: false, Field.IsRequired: true })]);
    }

    public static bool IsFixed(MatrixRow row) => row.Key.Leaf.Field.IsFixed || row.Key.Field.IsFixed || row.Key.Table.Kind == EntityKind.DirectAssignment;

    private async Task CreateAsync()
    {
        if (!_table.IsSingle)
        {
            await StageAsync(MatrixCase.Create, _rows, row => row.First);
            return;
        }

        Put(_rows, row => Places.Document(row, row.Settings(row.First)));
        await ApplyAsync("create");
    }

    private async Task StageAsync(MatrixCase @case, IReadOnlyList<MatrixRow> rows, Func<MatrixRow, JsonNode?> value)
    {
        if (rows.Count == 0)
        {
            return;
        }

        Put(rows, row => Places.Document(row, row.Settings(value(row))));
        var plan = await _workspace.PlanAsync();
        if (plan.ExitCode != 2 || plan.Findings.Any(finding => $"{finding["severity"]}" == "error"))
        {
            _failures.Add($"{_table.Kind} {@case}: the plan exits {plan.ExitCode}\n{plan.Text}");
        }

        foreach (var row in rows)
        {
            _entries.Add(new MatrixEntry(row, @case, Lines(plan, row, @case)));
        }

        _failures.AddRange(plan.Changes.Where(change => !rows.Any(row => ReferenceEquals(plan.ChangeOf(row), change))).Select(change => $"{_table.Kind} {@case}: the plan changes {change["address"]} too"));
        await ApplyAsync($"{@case}");
    }

    private List<MatrixLine> Lines(MatrixPlan plan, MatrixRow row, MatrixCase @case)
    {
        var all = plan.ChangeOf(row) is { } change ? plan.LinesOf(change).ToList() : [];
        var about = all.Where(line => line.IsAbout(row.Key)).ToList();
        if (about.Count == 0 || (@case != MatrixCase.Create && about.Count < all.Count))
        {
            Fail(row, @case, about.Count == 0 ? "the plan has no line about it" : $"the plan has other lines: {string.Join(" | ", all.Except(about).Select(line => line.Text))}");
        }

        return about;
    }

    /// <summary>What is no longer written is no longer managed: nothing in the tenant changes, to the byte.</summary>
    private async Task LetGoAsync(IReadOnlyList<MatrixRow> rows)
    {
        Put(rows, row => Places.Document(row, row.Settings(null)));
        var before = _workspace.TenantState();
        var plan = await _workspace.PlanAsync();
        _failures.AddRange(plan.Changes.Select(change => $"{_table.Kind} Absent: the plan changes {change["address"]}"));
        if (plan.ExitCode != 0)
        {
            _failures.Add($"{_table.Kind} Absent: the plan exits {plan.ExitCode}\n{plan.Text}");
        }

        await ApplyAsync("absent");
        if (before != _workspace.TenantState())
        {
            _failures.Add($"{_table.Kind} Absent: the tenant is not as it was");
        }

        _entries.AddRange(rows.Select(row => new MatrixEntry(row, MatrixCase.Absent, [], "no longer managed; the tenant's value stays")));
    }

    private async Task ApplyAsync(string stage)
    {
        var apply = await _workspace.ApplyAsync();
        var again = await _workspace.PlanAsync();
        if (apply.ExitCode != 0 || again.ExitCode != 0 || !again.Text.StartsWith("No changes.\n", StringComparison.Ordinal))
        {
            _failures.Add($"{_table.Kind} {stage}: apply exits {apply.ExitCode}, and the plan after it {again.ExitCode}\n{apply.Out}{apply.Error}\n{again.Text}");
        }
    }

    private void Put(IEnumerable<MatrixRow> rows, Func<MatrixRow, JsonObject?> document)
    {
        foreach (var row in rows)
        {
            _workspace.Put(row, document(row));
        }
    }

    private void Fail(MatrixRow row, MatrixCase @case, string what) => _failures.Add($"{_table.Kind} {row.Key.Path} {@case}: {what}\n{_workspace.TextOf(row)}");
}
