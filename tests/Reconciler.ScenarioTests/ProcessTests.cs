using System.Diagnostics;
using System.Text;

namespace Reconciler.ScenarioTests;

/// <summary>The tool as a process of its own, interrupted and killed for real.</summary>
public sealed class ProcessTests : IDisposable
{
    private const int Packages = 240;

    private const string Log = ".reconciler/dev/tenant.json.log";

    private readonly TryFolder _folder = new();

    public ProcessTests()
    {
        var policies = new StringBuilder("kind: Catalog\nname: Finance\nresources: [ { group: Ledger readers } ]\n");
        for (var i = 0; i < Packages; i++)
        {
            policies.Append($$"""
                ---
                kind: AccessPackage
                name: Package {{i}}
                catalog: Finance
                resourceRoles: [ { group: Ledger readers } ]
                policies:
                  - name: Everybody
                    requestors: { who: anyMember }
                    approval: none
                    expiration: { after: 30 days }

                """);
        }

        Checkout.Copy("policies-example", _folder.Path);
        Directory.Delete(Path.Combine(_folder.Path, "policies"), recursive: true);
        _folder.Put("policies/many.yaml", policies.ToString());
    }

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("INT")]
    [InlineData("TERM")]
    public async Task Asked_to_stop_it_finishes_what_it_began_says_what_is_left_and_the_next_run_does_the_rest(string signal)
    {
        var (code, output) = await InterruptedAsync(signal);

        Assert.Equal(10, code);
        Assert.Contains("not tried", output, StringComparison.Ordinal);
        Assert.Contains("Stopped, as asked.", output, StringComparison.Ordinal);
        await ConvergesAsync();
    }

    [Fact]
    public async Task Killed_again_and_again_it_comes_back_and_creates_nothing_twice()
    {
        foreach (var after in (int[])[3, 60, 20])
        {
            Assert.NotEqual(0, (await InterruptedAsync("KILL", after)).Code);
            Assert.True(_folder.Has(Log));
        }

        await ConvergesAsync();
        Assert.False(_folder.Has(Log));
    }

    [Fact]
    public async Task Its_results_are_on_standard_output_and_its_log_on_standard_error()
    {
        using var plan = Start("plan", "--log-level", "information");
        var (output, error) = (plan.StandardOutput.ReadToEndAsync(), plan.StandardError.ReadToEndAsync());
        await plan.WaitForExitAsync();

        Assert.Equal(0, plan.ExitCode);
        Assert.StartsWith($"Plan: {(2 * Packages) + 1} to add\n", await output, StringComparison.Ordinal);
        Assert.Contains("Reading dev", await error, StringComparison.Ordinal);
    }

    private async Task ConvergesAsync()
    {
        var cli = new TestCli(_folder.Path);

        Assert.Equal(0, (await cli.RunAsync("apply", "--yes")).ExitCode);
        Assert.Equal("No changes.\n", (await cli.RunAsync("plan")).Out);
        Assert.Equal(Packages, _folder.Read(".reconciler/dev/tenant.json").Split("\"displayName\": \"Package ").Length - 1);
    }

    /// <summary>Applies, and sends a signal once so many changes have been begun.</summary>
    private async Task<(int Code, string Output)> InterruptedAsync(string signal, int after = 3)
    {
        using var apply = Start("apply", "--yes", "--log-level", "information");
        var output = apply.StandardOutput.ReadToEndAsync();
        var seen = 0;
        while (seen < after && await apply.StandardError.ReadLineAsync() is { } line)
        {
            seen += line.Contains("Applying: ", StringComparison.Ordinal) ? 1 : 0;
        }

        Assert.Equal(after, seen);
        using (var kill = Process.Start("/bin/sh", ["-c", $"kill -{signal} {apply.Id}"]))
        {
            await kill.WaitForExitAsync();
        }

        await apply.StandardError.ReadToEndAsync();
        await apply.WaitForExitAsync();
        return (apply.ExitCode, await output);
    }

    private Process Start(params string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "reconciler.dll"), .. arguments])
        {
            WorkingDirectory = _folder.Path,
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            RedirectStandardInput = true,
            StandardOutputEncoding = Encoding.UTF8,
        };
        return Process.Start(start) ?? throw new InvalidOperationException("dotnet does not start.");
    }
}
