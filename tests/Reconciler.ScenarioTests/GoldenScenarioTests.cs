using Reconciler.ScenarioTests.Markdown;
using Xunit.Abstractions;

namespace Reconciler.ScenarioTests;

/// <summary>
/// Each folder under Scenarios is a sentence that holds: its policy files and <c>before.tenant.json</c> are planned and applied, and
/// what comes out is <c>plan.txt</c>, <c>plan.json</c> and <c>after.tenant.json</c>.
/// </summary>
public sealed class GoldenScenarioTests(ITestOutputHelper output)
{
    public static TheoryData<string> Names => new(Scenario.Names());

    [Theory]
    [MemberData(nameof(Names))]
    public async Task A_scenario_comes_out_as_written(string name)
    {
        using var scenario = Scenario.Copy(name);
        var before = scenario.State();

        var plan = await scenario.RunAsync("plan", "--detailed-exitcode", "--out", "plan.txt", "--out", "plan.json");
        output.WriteLine(plan.Out);
        Golden.Check(name, "plan.txt", scenario.Read("plan.txt"));
        Golden.Check(name, "plan.json", scenario.Read("plan.json"));
        Assert.Equal(before, scenario.State());

        var apply = await scenario.RunAsync("apply", "--yes", "--out", "apply.txt");
        Golden.Check(name, "after.tenant.json", scenario.State() ?? "");
        if (plan.ExitCode is 0 or 2)
        {
            Assert.Equal(0, apply.ExitCode);
            Assert.Equal(0, (await scenario.RunAsync("plan", "--detailed-exitcode")).ExitCode);
        }
        else
        {
            // What can't be planned is not applied, and says the same.
            Assert.Equal(plan.ExitCode, apply.ExitCode);
            Assert.Equal(before, scenario.State());
        }
    }

    [Theory]
    [InlineData("budget-more-deletes-than-allowed-are-refused-as-a-whole")]
    [InlineData("catalog-change-opened-to-users-from-outside")]
    [InlineData("names-that-several-bear-are-errors-with-their-ids")]
    [InlineData("no-removals-deletes-nothing-and-keeps-everybody")]
    [InlineData("package-remove-refused-while-it-has-assignments")]
    [InlineData("package-rename-back-what-somebody-renamed-by-hand")]
    [InlineData("policy-change-who-and-who-approves")]
    [InlineData("policy-clear-approval-and-expiration")]
    [InlineData("policy-create-for-everybody-from-outside")]
    [InlineData("policy-leave-absent-extensions-reviews-and-questions-come-through-an-update")]
    [InlineData("unmanaged-objects-are-counted-and-left-alone")]
    public async Task A_plan_as_Markdown_is_one_that_somebody_has_read(string name)
    {
        using var scenario = Scenario.Copy(name);

        var plan = await scenario.RunAsync("plan", "--format", "markdown", "--out", "plan.md");

        Golden.Check(name, "plan.md", scenario.Read("plan.md"));
        Assert.Equal(plan.Out, scenario.Read("plan.md"));
        new Rendered(plan.Out).IsHarmless();
    }

    [Fact]
    public void There_is_a_scenario_for_each_kind_and_each_thing_that_can_happen_to_it()
    {
        string[] kinds = ["settings", "catalog", "package", "policy"];
        string[] happenings = ["create", "change", "clear", "leave-absent", "remove"];

        var wanted = kinds.SelectMany(kind => happenings.Select(happening => $"{kind}-{happening}-")).ToList();

        Assert.All(wanted, prefix => Assert.Contains(Scenario.Names(), name => name.StartsWith(prefix, StringComparison.Ordinal)));
    }
}
