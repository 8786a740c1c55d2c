using System.Text.Json;

namespace Reconciler.ScenarioTests;

public sealed class CommandLineTests : IDisposable
{
    private readonly TryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Without_a_terminal_and_without_yes_nothing_is_applied()
    {
        var cli = await FirstWorkspaceAsync();

        var apply = await cli.RunAsync("apply");

        Assert.Equal(5, apply.ExitCode);
        Assert.Contains("it was not confirmed", apply.Out, StringComparison.Ordinal);
        Assert.False(_folder.Has(".reconciler/demo/tenant.json"));
    }

    [Theory]
    [InlineData("y")]
    [InlineData("no")]
    [InlineData("")]
    [InlineData("YES")]
    public async Task Only_the_whole_word_applies(string answer)
    {
        await FirstWorkspaceAsync();

        var apply = await new TestCli(_folder.Path) { Typed = answer }.RunAsync("apply");

        Assert.Equal(5, apply.ExitCode);
        Assert.False(_folder.Has(".reconciler/demo/tenant.json"));
    }

    [Fact]
    public async Task Somebody_who_says_yes_sees_the_plan_once()
    {
        await FirstWorkspaceAsync();

        var apply = await new TestCli(_folder.Path) { Typed = "yes" }.RunAsync("apply");

        Assert.Equal(0, apply.ExitCode);
        Assert.Equal(2, apply.Out.Split("Plan: 3 to add").Length - 1);
        Assert.EndsWith("Applied 3 of 3 changes.\nPlanned again: No changes.\n", apply.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Somebody_who_is_asked_gets_json_and_nothing_else_on_standard_output()
    {
        await FirstWorkspaceAsync();

        var apply = await new TestCli(_folder.Path) { Typed = "yes" }.RunAsync("apply", "--format", "json");

        Assert.Equal(3, JsonDocument.Parse(apply.Out).RootElement.GetProperty("outcomes").GetArrayLength());
        Assert.Contains("Only \"yes\" applies it", apply.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Somebody_who_is_asked_gets_markdown_and_nothing_else_on_standard_output()
    {
        await FirstWorkspaceAsync();

        var apply = await new TestCli(_folder.Path) { Typed = "yes" }.RunAsync("apply", "--format", "markdown");

        Assert.StartsWith("## Applied 3 of 3 changes.\n\nPlanned again: No changes.\n\n<details>\n<summary>3 done</summary>\n", apply.Out, StringComparison.Ordinal);
        Assert.EndsWith("\n\n**Applied 3 of 3 changes.**\n", apply.Out, StringComparison.Ordinal);
        Assert.Contains("Only \"yes\" applies it", apply.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Markdown_says_that_nothing_was_applied_where_nobody_said_yes()
    {
        var cli = await FirstWorkspaceAsync();

        var apply = await cli.RunAsync("apply", "--format", "markdown");

        Assert.StartsWith("## Plan: 3 to add\n\n**Nothing was applied: it was not confirmed.", apply.Out, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("text", "Valid: 3 entities in 1 file.\n")]
    [InlineData("markdown", "## Valid: 3 entities in 1 file.\n")]
    public async Task Validate_says_what_is_valid_on_the_terminal_and_in_a_file(string format, string expected)
    {
        var cli = await FirstWorkspaceAsync();

        var validate = await cli.RunAsync("validate", "--format", format, "--out", "report.txt", "--out", "report.md");

        Assert.Equal(expected, validate.Out);
        Assert.Equal(expected, _folder.Read(format == "text" ? "report.txt" : "report.md"));
    }

    [Fact]
    public async Task Validate_as_markdown_names_what_is_wrong_and_where()
    {
        var cli = await FirstWorkspaceAsync();
        _folder.Put("policies/wrong.yaml", "kind: Catalog\nname: x\nenabeld: true\n");

        var validate = await cli.RunAsync("validate", "--format", "markdown");

        Assert.Equal(3, validate.ExitCode);
        Assert.StartsWith("## 1 error.\n\n- **error RCN", validate.Out, StringComparison.Ordinal);
        Assert.Contains("`policies/wrong.yaml:3:1`: ", validate.Out, StringComparison.Ordinal);
        Assert.EndsWith("\n\n**1 error.**\n", validate.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Init_overwrites_nothing()
    {
        await FirstWorkspaceAsync();
        _folder.Put("reconciler.yaml", "mine");

        var again = await new TestCli(_folder.Path).RunAsync("init");

        Assert.Equal(3, again.ExitCode);
        Assert.Equal("mine", _folder.Read("reconciler.yaml"));
    }

    [Fact]
    public async Task Plan_writes_nothing_but_the_reports_it_is_asked_for()
    {
        var cli = await FirstWorkspaceAsync();
        var before = Files().ToList();

        await cli.RunAsync("plan", "--out", "a.txt", "--out", "b.json");

        Assert.Equal(before.Concat(["a.txt", "b.json"]).Order(StringComparer.Ordinal), Files());
    }

    [Fact]
    public async Task Several_reports_of_one_run_say_the_same()
    {
        var cli = await FirstWorkspaceAsync();

        var text = await cli.RunAsync("plan", "--out", "plan.txt", "--out", "plan.json");
        var json = await cli.RunAsync("plan", "--format", "json");

        Assert.Equal(text.Out, _folder.Read("plan.txt"));
        Assert.Equal(json.Out, _folder.Read("plan.json"));
        Assert.Equal(3, JsonDocument.Parse(json.Out).RootElement.GetProperty("plan").GetProperty("summary").GetProperty("create").GetInt32());
    }

    [Theory]
    [InlineData("plan", "--out", "plan.pdf")]
    [InlineData("plan", "--format", "pdf")]
    [InlineData("paln")]
    [InlineData("plan", "--nonsense")]
    [InlineData("plan", "--log-level", "loud")]
    [InlineData("plan", "one", "two")]
    [InlineData()]
    public async Task Wrong_usage_is_invalid_and_says_so_on_standard_error(params string[] arguments)
    {
        var run = await new TestCli(_folder.Path).RunAsync(arguments);

        Assert.Equal(3, run.ExitCode);
        Assert.Empty(run.Out);
        Assert.Contains("error RCN605", run.Error, StringComparison.Ordinal);
        Assert.Contains("--help", run.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("validate")]
    [InlineData("plan")]
    [InlineData("apply")]
    public async Task A_folder_without_a_workspace_is_told_how_to_get_one(string command)
    {
        var run = await new TestCli(_folder.Path).RunAsync(command, "nowhere");

        Assert.Equal(3, run.ExitCode);
        Assert.Contains("reconciler init", run.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_unknown_tenant_is_an_error_that_lists_those_there_are()
    {
        var cli = await FirstWorkspaceAsync();

        var run = await cli.RunAsync("plan", "--tenant", "prod");

        Assert.Equal(3, run.ExitCode);
        Assert.Contains("no tenant \"prod\"", run.Out, StringComparison.Ordinal);
        Assert.Contains("demo", run.Out, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("plan", "prod", "no tenant \"prod\"")]
    [InlineData("validate", "prod", "no tenant \"prod\"")]
    [InlineData("plan", null, "RCN601")]
    public async Task Without_a_tenant_nothing_is_said_of_its_variables(string command, string? tenant, string expected)
    {
        var cli = await TwoTenantsAsync();

        var run = await cli.RunAsync(tenant is null ? [command] : [command, "--tenant", tenant]);

        Assert.Equal(3, run.ExitCode);
        Assert.Contains(expected, run.Out, StringComparison.Ordinal);
        Assert.DoesNotContain("RCN031", run.Out, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("here", 0)]
    [InlineData("there", 3)]
    [InlineData(null, 3)]
    public async Task Validate_is_for_every_tenant_unless_one_is_named(string? tenant, int expected)
    {
        var cli = await TwoTenantsAsync();

        var run = await cli.RunAsync(tenant is null ? ["validate"] : ["validate", "--tenant", tenant]);

        Assert.Equal(expected, run.ExitCode);
        Assert.Equal(expected != 0, run.Out.Contains("The variable `name` is not defined for the tenant `there`.", StringComparison.Ordinal));
    }

    private async Task<TestCli> TwoTenantsAsync()
    {
        var cli = await FirstWorkspaceAsync();
        _folder.Put("reconciler.yaml", "version: 1\ntenants: { here: { adapter: embedded, variables: { name: Finance } }, there: { adapter: embedded } }\n");
        _folder.Put("policies/named.yaml", "kind: Catalog\nname: $(var.name)\n");
        return cli;
    }

    [Fact]
    public async Task A_damaged_tenant_file_is_refused_with_its_path_and_never_overwritten()
    {
        var cli = await FirstWorkspaceAsync();
        _folder.Put(".reconciler/demo/tenant.json", "{ \"format\": \"something else\" }");

        foreach (var command in new[] { "plan", "apply" })
        {
            var run = await cli.RunAsync(command);
            Assert.Equal(8, run.ExitCode);
            Assert.Contains(Path.Combine(_folder.Path, ".reconciler/demo/tenant.json"), run.Out, StringComparison.Ordinal);
        }

        Assert.Equal("{ \"format\": \"something else\" }", _folder.Read(".reconciler/demo/tenant.json"));
    }

    [Fact]
    public async Task A_tenant_that_another_run_holds_is_left_to_it()
    {
        var cli = await FirstWorkspaceAsync();
        await cli.RunAsync("apply", "--yes");
        await using var other = new FileStream(Path.Combine(_folder.Path, ".reconciler/demo/tenant.json.lock"), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);

        Assert.Equal(8, (await cli.RunAsync("apply", "--yes")).ExitCode);
        Assert.Equal(0, (await cli.RunAsync("plan")).ExitCode);
    }

    [Fact]
    public async Task The_memory_of_another_tenant_is_refused()
    {
        var cli = await FirstWorkspaceAsync();
        await cli.RunAsync("apply", "--yes");
        var id = JsonDocument.Parse(_folder.Read(".reconciler/demo/bindings.json")).RootElement.GetProperty("tenantId").GetString();
        _folder.Put(".reconciler/demo/bindings.json", _folder.Read(".reconciler/demo/bindings.json").Replace(id ?? "?", "00000000-0000-4000-8000-00000000ffff", StringComparison.Ordinal));

        var run = await cli.RunAsync("plan");

        Assert.Equal(8, run.ExitCode);
        Assert.Contains("belongs to the tenant", run.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_report_that_can_t_be_written_is_an_error()
    {
        var cli = await FirstWorkspaceAsync();

        var run = await cli.RunAsync("plan", "--out", "nowhere/plan.txt");

        Assert.Equal(3, run.ExitCode);
        Assert.Contains("nowhere/plan.txt", run.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_run_that_is_stopped_before_it_wrote_anything_has_written_nothing()
    {
        await FirstWorkspaceAsync();

        var run = await new TestCli(_folder.Path) { Stop = new CancellationToken(canceled: true) }.RunAsync("apply", "--yes");

        Assert.Equal(10, run.ExitCode);
        Assert.Contains("Stopped, as asked.", run.Out, StringComparison.Ordinal);
        Assert.False(_folder.Has(".reconciler/demo/tenant.json"));
    }

    [Fact]
    public async Task Somebody_who_interrupts_instead_of_answering_has_applied_nothing()
    {
        await FirstWorkspaceAsync();
        using var stop = new CancellationTokenSource();

        var run = new TestCli(_folder.Path) { SitsSilent = true, Stop = stop.Token }.RunAsync("apply");
        await stop.CancelAsync();

        Assert.Equal(10, (await run).ExitCode);
        Assert.False(_folder.Has(".reconciler/demo/tenant.json"));
    }

    [Fact]
    public async Task Help_and_version_are_no_errors()
    {
        var cli = new TestCli(_folder.Path);

        Assert.Equal(0, (await cli.RunAsync("--help")).ExitCode);
        Assert.Matches(@"^\d+\.\d+\.\d+", (await cli.RunAsync("--version")).Out);
    }

    private async Task<TestCli> FirstWorkspaceAsync()
    {
        var cli = new TestCli(_folder.Path);
        Assert.Equal(0, (await cli.RunAsync("init")).ExitCode);
        return cli;
    }

    private IEnumerable<string> Files() =>
        Directory.EnumerateFiles(_folder.Path, "*", SearchOption.AllDirectories).Select(path => Path.GetRelativePath(_folder.Path, path)).Order(StringComparer.Ordinal);
}
