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

    [Fact]
    public void There_is_a_scenario_for_each_kind_and_each_thing_that_can_happen_to_it()
    {
        string[] kinds = ["settings", "catalog", "package", "policy"];
        string[] happenings = ["create", "change", "clear", "leave-absent", "remove"];

        var wanted = kinds.SelectMany(kind => happenings.Select(happening => $"{kind}-{happening}-")).ToList();

        Assert.All(wanted, prefix => Assert.Contains(Scenario.Names(), name => name.StartsWith(prefix, StringComparison.Ordinal)));
    }
}
