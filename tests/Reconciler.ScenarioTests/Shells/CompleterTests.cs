using Reconciler.Cli.Completion;

namespace Reconciler.ScenarioTests.Shells;

/// <summary>What the scripts are answered, whichever shell asks.</summary>
public sealed class CompleterTests : IDisposable
{
    private readonly TryFolder _folder = new();

    public CompleterTests() => Checkout.Copy("policies-example", _folder.Path);

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Every_command_and_option_of_the_help_is_completed_and_the_hidden_command_is_not()
    {
        var help = (await new TestCli(_folder.Path).RunAsync("--help")).Out;
        var (commands, options) = (await AskAsync("", []), await AskAsync("-", []));

        Assert.NotEmpty(commands);
        Assert.All(commands, command => Assert.Contains($"\n  {command} ", help, StringComparison.Ordinal));
        Assert.All(options, option => Assert.Contains(option, help, StringComparison.Ordinal));
        Assert.DoesNotContain(CompletionScripts.Asks, commands);
        Assert.DoesNotContain(CompletionScripts.Asks, help, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_option_that_is_given_is_not_offered_again_unless_it_can_be_given_twice()
    {
        var offered = await AskAsync("--", ["plan", "--no-removals", "--format", "json", "--out", "plan.md"]);

        Assert.DoesNotContain("--no-removals", offered);
        Assert.DoesNotContain("--format", offered);
        Assert.Contains("--out", offered);
        Assert.Contains("--detailed-exitcode", offered);
    }

    [Fact]
    public async Task A_value_behind_an_equals_sign_is_completed_with_it() =>
        Assert.Equal(["--tenant=dev"], await AskAsync("--tenant=d", ["plan"]));

    [Fact]
    public async Task Behind_two_dashes_nothing_is_an_option() => Assert.Equal([Completer.Folders], await AskAsync("-", ["plan", "--"]));

    [Fact]
    public async Task A_workspace_that_is_broken_has_no_tenants_and_says_nothing()
    {
        _folder.Put("reconciler.yaml", "tenants: [");

        Assert.Empty(await AskAsync("", ["plan", "--tenant"]));
        Assert.Empty(await AskAsync("", ["plan", "nowhere", "--tenant"]));
    }

    [Fact]
    public void Every_script_asks_the_hidden_command() =>
        Assert.All(CompletionScripts.ByShell.Values, script => Assert.Contains($" {CompletionScripts.Asks} ", script, StringComparison.Ordinal));

    [Fact]
    public void What_the_script_for_powershell_opens_it_closes()
    {
        // It can't be loaded where there is no PowerShell; this much can be told.
        var script = CompletionScripts.ByShell["powershell"];

        Assert.All(["{}", "()", "[]"], pair => Assert.Equal(script.Count(c => c == pair[0]), script.Count(c => c == pair[1])));
        Assert.All(script.Split('\n'), line => Assert.Equal(0, line.Count(c => c == '"') % 2));
    }

    private async Task<string[]> AskAsync(string current, string[] before)
    {
        var answer = await new TestCli(_folder.Path).RunAsync([CompletionScripts.Asks, "--", $".{current}", .. before]);

        Assert.Equal((0, ""), (answer.ExitCode, answer.Error));
        return [.. answer.Out.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => line.Split('\t')[0])];
    }
}
