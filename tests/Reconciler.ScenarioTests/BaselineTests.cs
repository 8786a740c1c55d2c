namespace Reconciler.ScenarioTests;

/// <summary>A baseline beside <c>reconciler.yaml</c>: every command counts the same findings and shows the same others.</summary>
public sealed class BaselineTests : IDisposable
{
    private const string Dangling = "names-that-the-directory-no-longer-has-stay-as-they-are";

    private const string All = """
        version: 1
        findings:
          - { code: RCN423, target: { catalog: Finance }, times: 2 }
          - { code: RCN423, target: { catalog: Finance, package: Ledger } }
          - { code: RCN423, target: { catalog: Finance, package: Ledger, policy: Employees }, times: 2 }
          - { code: RCN423, target: { catalog: Finance, package: Ledger, policy: Partners } }
        """;

    private readonly Scenario _scenario = Scenario.Copy(Dangling);

    [Fact]
    public async Task What_is_known_is_counted_once_in_every_format()
    {
        Put(All);

        var text = await _scenario.RunAsync("plan");
        var json = await _scenario.RunAsync("plan", "--format", "json");
        var markdown = await _scenario.RunAsync("plan", "--format", "markdown");

        Assert.Equal(0, text.ExitCode);
        Assert.DoesNotContain("RCN423", text.Out + json.Out + markdown.Out);
        Assert.Equal(1, Times(text.Out, "Known: 6 findings stand in baseline.yaml and are not shown."));
        Assert.Equal(1, Times(json.Out, "\"knownFindings\": 6"));
        Assert.Equal(1, Times(markdown.Out, "Known: 6 findings stand in baseline.yaml and are not shown."));
    }

    [Fact]
    public async Task A_new_finding_is_shown_and_one_that_is_gone_is_told_where_it_stands()
    {
        Put(All.Replace(", times: 2", "", StringComparison.Ordinal).Replace("policy: Partners", "policy: Contractors", StringComparison.Ordinal));

        var plan = await _scenario.RunAsync("plan");

        Assert.Equal(3, Times(plan.Out, "warning RCN423"));
        Assert.Contains("baseline.yaml:6:5: warning RCN191: The finding RCN423 of `Finance / Ledger / Contractors` is gone.", plan.Out);
        Assert.Contains("Known: 3 findings", plan.Out);
    }

    [Fact]
    public async Task Applying_and_planning_again_are_as_silent()
    {
        Put(All);

        var apply = await _scenario.RunAsync("apply", "--yes");
        var plan = await _scenario.RunAsync("plan", "--detailed-exitcode");

        Assert.Equal((0, 0), (apply.ExitCode, plan.ExitCode));
        Assert.StartsWith("No changes.\n", plan.Out, StringComparison.Ordinal);
        Assert.DoesNotContain("RCN", apply.Out + plan.Out);
    }

    [Fact]
    public async Task Validate_counts_what_it_can_find_and_calls_nothing_gone_that_only_a_tenant_shows()
    {
        File.AppendAllText(Path.Combine(_scenario.Folder, "policies/finance.yaml"), "  - { name: Nobody, requestors: { who: nobody, mayRequest: true } }\n");
        Put(All + "\n  - { code: RCN105, target: { catalog: Finance, package: Ledger, policy: Nobody } }\n");

        var validate = await _scenario.RunAsync("validate");
        var json = await _scenario.RunAsync("validate", "--format", "json");

        Assert.Equal("Valid: 5 entities in 1 file (1 known finding).\n", validate.Out);
        Assert.Contains("\"knownFindings\": 1", json.Out);
    }

    [Fact]
    public async Task A_baseline_that_is_wrong_stops_every_command()
    {
        Put("version: 1\nfindings: [ { code: RCN106 } ]\n");

        var (validate, plan) = (await _scenario.RunAsync("validate"), await _scenario.RunAsync("plan"));

        Assert.Equal((3, 3), (validate.ExitCode, plan.ExitCode));
        Assert.Contains("baseline.yaml:2:13: error RCN043", validate.Out);
    }

    [Fact]
    public async Task It_is_no_policy_file_whatever_the_patterns_match()
    {
        File.WriteAllText(Path.Combine(_scenario.Folder, "reconciler.yaml"), "version: 1\nfiles: [ '**/*.yaml' ]\ntenants: { demo: { adapter: embedded } }\n");
        Put(All);

        Assert.Equal(0, (await _scenario.RunAsync("plan")).ExitCode);
    }

    public void Dispose() => _scenario.Dispose();

    private void Put(string baseline) => File.WriteAllText(Path.Combine(_scenario.Folder, "baseline.yaml"), baseline);

    private static int Times(string text, string part) => text.Split(part).Length - 1;
}
