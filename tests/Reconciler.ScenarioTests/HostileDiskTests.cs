namespace Reconciler.ScenarioTests;

/// <summary>What a disk can do to a run. Each was found by somebody who tried.</summary>
public sealed class HostileDiskTests : IDisposable
{
    private const string State = ".reconciler/dev/tenant.json";

    private readonly TryFolder _folder = new();
    private readonly TestCli _cli;

    public HostileDiskTests()
    {
        Checkout.Copy("policies-example", _folder.Path);
        _cli = new TestCli(_folder.Path);
    }

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("plan", ".reconciler/dev/tenant.json")]
    [InlineData("validate", ".reconciler/dev/bindings.json")]
    [InlineData("apply", ".reconciler/report.txt")]
    [InlineData("apply", "nowhere/report.json")]
    public async Task A_report_is_refused_before_anything_is_done_where_it_can_t_or_must_not_stand(string command, string path)
    {
        await _cli.RunAsync("apply", "--yes");
        Edit();
        var before = _folder.Read(State);

        var run = await _cli.RunAsync([command, "--out", path, .. command == "apply" ? new[] { "--yes" } : []]);

        Assert.Equal(3, run.ExitCode);
        Assert.Contains("RCN606", run.Out, StringComparison.Ordinal);
        Assert.Equal(before, _folder.Read(State));
        Assert.Contains("reconciler-bindings", _folder.Read(".reconciler/dev/bindings.json"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_tenant_that_can_t_be_saved_ends_the_run_and_nothing_is_called_done()
    {
        await _cli.RunAsync("apply", "--yes");
        Edit();
        var before = _folder.Read(State);
        Directory.CreateDirectory(Path.Combine(_folder.Path, State + ".new"));

        var run = await _cli.RunAsync("apply", "--yes");

        Assert.Equal(8, run.ExitCode);
        Assert.Contains("can't be saved", run.Out, StringComparison.Ordinal);
        Assert.Contains("Applied 0 of 1 change, 1 failed.", run.Out, StringComparison.Ordinal);
        Assert.DoesNotContain("Planned again: No changes.", run.Out, StringComparison.Ordinal);
        Assert.Equal(before, _folder.Read(State));
    }

    [Fact]
    public async Task A_tenant_that_is_gone_while_its_memory_is_there_is_not_made_anew()
    {
        await _cli.RunAsync("apply", "--yes");
        File.Delete(Path.Combine(_folder.Path, State));

        Assert.Equal(8, (await _cli.RunAsync("plan")).ExitCode);
        Assert.False(_folder.Has(State));
    }

    [Theory]
    [InlineData("")]
    [InlineData("null")]
    [InlineData("{ \"format\": \"reconciler-tenant\", \"version\": 1, \"\\ud800\": 1 }")]
    public async Task A_tenant_that_is_none_is_refused_and_left_as_it_is(string content)
    {
        _folder.Put(State, content);

        var run = await _cli.RunAsync("apply", "--yes");

        Assert.Equal(8, run.ExitCode);
        Assert.Equal(content, _folder.Read(State));
    }

    [Fact]
    public async Task A_tenant_that_is_a_folder_is_refused()
    {
        Directory.CreateDirectory(Path.Combine(_folder.Path, State));

        Assert.Equal(8, (await _cli.RunAsync("plan")).ExitCode);
    }

    [Fact]
    public async Task A_file_that_was_emptied_takes_nothing_away()
    {
        _folder.Put("policies/finance.yaml", "");

        var run = await _cli.RunAsync("plan");

        Assert.Equal(3, run.ExitCode);
        Assert.Contains("policies/finance.yaml:1:1: error RCN014", run.Out, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("@/etc/hostname")]
    public async Task Nothing_and_a_file_of_arguments_are_no_folders(string folder)
    {
        var run = await _cli.RunAsync("apply", "--yes", folder);

        Assert.Equal(3, run.ExitCode);
        Assert.False(_folder.Has(State));
    }

    [Theory]
    [InlineData("plan")]
    [InlineData("plan", "--nonsense")]
    [InlineData("apply", "--yes")]
    public async Task What_can_t_be_printed_is_no_bug_and_no_success(params string[] arguments) =>
        Assert.Equal(3, (await new TestCli(_folder.Path) { IsMute = true }.RunAsync(arguments)).ExitCode);

    private void Edit() => _folder.Put("policies/finance.yaml", _folder.Read("policies/finance.yaml").Replace("180 days", "90 days", StringComparison.Ordinal));
}
