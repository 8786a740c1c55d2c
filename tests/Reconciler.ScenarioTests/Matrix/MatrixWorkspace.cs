using System.Text.Json.Nodes;

namespace Reconciler.ScenarioTests.Matrix;

/// <summary>A workspace of rows with an embedded tenant of its own, and the command line over it.</summary>
internal sealed class MatrixWorkspace : IDisposable
{
    private const string State = ".reconciler/dev/tenant.json";

    private readonly TryFolder _folder = new();
    private readonly TestCli _cli;

    public MatrixWorkspace()
    {
        _cli = new TestCli(_folder.Path);
        _folder.Put("reconciler.yaml", Ground.Workspace);
        _folder.Put("directory.yaml", Ground.Seed);
        _folder.Put("policies/ground.yaml", Ground.Declared);
    }

    public void Put(MatrixRow row, JsonObject? document)
    {
        if (document is null)
        {
            File.Delete(Path.Combine(_folder.Path, row.File));
        }
        else
        {
            _folder.Put(row.File, YamlText.Of(document));
        }
    }

    public string TextOf(MatrixRow row) => _folder.Has(row.File) ? _folder.Read(row.File) : "";

    public string? TenantState() => _folder.Has(State) ? _folder.Read(State) : null;

    public async Task<MatrixPlan> PlanAsync()
    {
        var run = await _cli.RunAsync("plan", "--detailed-exitcode", "--out", "plan.json");
        return new MatrixPlan(run, JsonNode.Parse(_folder.Read("plan.json")) ?? new JsonObject());
    }

    public Task<TestRun> ApplyAsync() => _cli.RunAsync("apply", "--yes");

    public void Dispose() => _folder.Dispose();
}
