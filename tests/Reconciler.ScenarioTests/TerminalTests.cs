namespace Reconciler.ScenarioTests;

public sealed class TerminalTests : IDisposable
{
    private readonly TryFolder _folder = new();

    public TerminalTests() => Checkout.Copy("policies-example", _folder.Path);

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData(80)]
    [InlineData(60)]
    [InlineData(200)]
    public async Task On_a_terminal_no_line_is_longer_than_it(int width)
    {
        var plan = await new TestCli(_folder.Path) { IsTerminal = true, Width = width, Variables = NoColour }.RunAsync("plan");

        Assert.All(plan.Out.Split('\n'), line => Assert.True(line.Length <= width || !line.Trim().Contains(' ', StringComparison.Ordinal), line));
    }

    [Fact]
    public async Task What_wraps_says_the_same()
    {
        var narrow = await new TestCli(_folder.Path) { IsTerminal = true, Width = 60, Variables = NoColour }.RunAsync("plan");
        var pipe = await new TestCli(_folder.Path).RunAsync("plan");

        Assert.Equal(Words(pipe.Out), Words(narrow.Out));
        Assert.DoesNotContain('\e', pipe.Out);
    }

    [Fact]
    public async Task Colours_are_for_terminals_that_want_them()
    {
        async Task<string> PlanAsync(TestCli cli, params string[] more) => (await cli.RunAsync(["plan", .. more])).Out;

        Assert.Contains('\e', await PlanAsync(new TestCli(_folder.Path) { IsTerminal = true }));
        Assert.DoesNotContain('\e', await PlanAsync(new TestCli(_folder.Path) { IsTerminal = true, Variables = NoColour }));
        Assert.DoesNotContain('\e', await PlanAsync(new TestCli(_folder.Path) { IsTerminal = true }, "--no-color"));
        Assert.DoesNotContain('\e', await PlanAsync(new TestCli(_folder.Path)));
    }

    [Fact]
    public async Task What_is_of_one_colour_is_written_at_once()
    {
        var coloured = (await new TestCli(_folder.Path) { IsTerminal = true, Width = 60 }.RunAsync("permissions")).Out;

        Assert.Contains("\e[1mplan needs, for an application", coloured, StringComparison.Ordinal);
        Assert.Equal(
            (await new TestCli(_folder.Path) { IsTerminal = true, Width = 60, Variables = NoColour }.RunAsync("permissions")).Out,
            System.Text.RegularExpressions.Regex.Replace(coloured, "\e\\[[0-9;]*m", "", System.Text.RegularExpressions.RegexOptions.None, TimeSpan.FromSeconds(1)));
    }

    [Fact]
    public async Task Nothing_from_a_tenant_moves_the_cursor()
    {
        await new TestCli(_folder.Path).RunAsync("apply", "--yes");
        var state = _folder.Read(".reconciler/dev/tenant.json");
        _folder.Put(".reconciler/dev/tenant.json", state.Replace("\"displayName\": \"Ledger\"", "\"displayName\": \"Led\\u001b[2Jger \\u202e\\u0007\"", StringComparison.Ordinal));

        var plan = await new TestCli(_folder.Path).RunAsync("plan");

        Assert.Contains("Led\\u{1b}[2Jger \\u{202e}\\u{7}", plan.Out, StringComparison.Ordinal);
        Assert.DoesNotContain(plan.Out, c => c is '\e' or '\a' or '\u202e');
    }

    private static Dictionary<string, string> NoColour => new() { ["NO_COLOR"] = "1" };

    private static string[] Words(string text) => text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
}
