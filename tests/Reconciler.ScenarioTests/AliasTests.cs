namespace Reconciler.ScenarioTests;

/// <summary>What several bear one name, over more than one run.</summary>
public sealed class AliasTests : IDisposable
{
    private readonly Scenario _scenario = Scenario.Copy("names-that-several-bear-are-told-apart-by-an-alias");

    [Fact]
    public async Task What_the_tool_forgot_is_found_again_by_id()
    {
        Assert.Equal(0, (await _scenario.RunAsync("apply", "--yes")).ExitCode);
        File.Delete(Path.Combine(_scenario.Folder, ".reconciler/demo/bindings.json"));
        var state = _scenario.State();

        var plan = await _scenario.RunAsync("plan", "--detailed-exitcode");

        Assert.Equal(0, plan.ExitCode);
        Assert.Equal(0, (await _scenario.RunAsync("apply", "--yes")).ExitCode);
        Assert.Equal(state, _scenario.State());
    }

    [Fact]
    public async Task What_is_no_longer_declared_is_deleted_under_its_alias_and_its_namesake_stays()
    {
        Assert.Equal(0, (await _scenario.RunAsync("apply", "--yes")).ExitCode);
        var file = Path.Combine(_scenario.Folder, "policies/finance.yaml");
        File.WriteAllText(file, string.Join("---", File.ReadAllText(file).Split("---").Where(document => !document.Contains("name: Tools") && !document.Contains("alias: General"))));

        var apply = await _scenario.RunAsync("apply", "--yes");

        Assert.Equal(0, apply.ExitCode);
        Assert.Contains("delete catalog General (by hand)", apply.Out);
        Assert.Contains("delete access package General (by hand) / Tools", apply.Out);
        Assert.Contains("\"displayName\": \"Allgemein\"", _scenario.State());
        Assert.DoesNotContain("\"displayName\": \"General\"", _scenario.State());
        Assert.Equal(0, (await _scenario.RunAsync("plan", "--detailed-exitcode")).ExitCode);
    }

    public void Dispose() => _scenario.Dispose();
}
