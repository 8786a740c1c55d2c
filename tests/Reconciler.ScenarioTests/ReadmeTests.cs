using System.Text.RegularExpressions;

namespace Reconciler.ScenarioTests;

public sealed partial class ReadmeTests
{
    public static TheoryData<string> Readmes => new(Files());

    private static IEnumerable<string> Files() =>
        Directory.EnumerateFiles(Checkout.Root, "*.md", SearchOption.AllDirectories)
            .Where(path => !path.Contains("/bin/", StringComparison.Ordinal) && !path.Contains("/obj/", StringComparison.Ordinal))
            .Where(path => !path.Contains("/Scenarios/", StringComparison.Ordinal) && !path.Contains("/Gallery/", StringComparison.Ordinal) && !path.Contains("/node_modules/", StringComparison.Ordinal))
            .Select(path => Path.GetRelativePath(Checkout.Root, path)).Order(StringComparer.Ordinal);

    [Theory]
    [MemberData(nameof(Readmes))]
    public void Every_link_leads_somewhere(string readme)
    {
        var folder = Path.GetDirectoryName(Path.Combine(Checkout.Root, readme)) ?? "";
        var links = Link().Matches(Checkout.Read(readme)).Select(m => m.Groups[1].Value).Where(l => !l.StartsWith("http", StringComparison.Ordinal)).ToList();

        Assert.NotEmpty(links);
        Assert.All(links, link => Assert.True(Path.Exists(Path.Combine(folder, link.Split('#')[0])), link));
    }

    [Theory]
    [MemberData(nameof(Readmes))]
    public void Every_file_named_in_a_table_is_there(string readme)
    {
        var named = Source().Matches(Checkout.Read(readme)).Select(m => m.Groups[1].Value).ToList();

        Assert.All(named, name => Assert.True(Path.Exists(Path.Combine(Checkout.Root, "src", name)) || Path.Exists(Path.Combine(Checkout.Root, name)), name));
    }

    [Fact]
    public void Every_make_command_is_a_target()
    {
        var makefile = Checkout.Read("Makefile");
        var used = Files().SelectMany(readme => Make().Matches(Checkout.Read(readme)).Select(m => m.Groups[1].Value)).ToHashSet();

        Assert.Contains("run", used);
        Assert.Contains("test", used);
        Assert.All(used, target => Assert.Matches($"(?m)^{target}:", makefile));
    }

    [Fact]
    public async Task The_commands_that_make_a_first_workspace_do_so()
    {
        using var folder = new TryFolder();
        var cli = new TestCli(folder.Path) { Typed = "yes" };
        var commands = Command().Matches(Section("A workspace of your own")).Select(m => m.Groups[1].Value).ToList();

        Assert.Equal(["init", "validate", "plan", "apply"], commands.Select(c => c.Split(' ')[0]));
        foreach (var command in commands)
        {
            var run = await cli.RunAsync(command.Split(' '));
            Assert.True(run.ExitCode == 0, $"reconciler {command} returned {run.ExitCode}\n{run.Out}{run.Error}");
        }

        Assert.Equal("No changes.\n", (await cli.RunAsync("plan", "my-policies")).Out);
    }

    [Fact]
    public async Task The_yaml_it_shows_is_valid()
    {
        using var folder = new TryFolder();
        var shown = Yaml().Matches(Checkout.Read("README.md")).Select(m => m.Groups[1].Value).ToList();
        Assert.Equal(5, shown.Count);
        foreach (var (text, index) in shown.Select((text, index) => (text, index)))
        {
            var isOfWorkspace = text.StartsWith("version:", StringComparison.Ordinal);
            folder.Put(!isOfWorkspace ? $"policies/shown-{index}.yaml" : text.Contains("findings:", StringComparison.Ordinal) ? "baseline.yaml" : "reconciler.yaml", text);
        }

        Assert.Equal(0, (await new TestCli(folder.Path).RunAsync("validate")).ExitCode);
    }

    [Fact]
    public async Task The_plan_it_shows_is_what_is_printed()
    {
        using var folder = new TryFolder();
        Checkout.Copy("policies-example", folder.Path);
        var printed = (await new TestCli(folder.Path).RunAsync("plan")).Out.Split('\n');
        var shown = Printed().Match(Checkout.Read("README.md")).Groups[1].Value.TrimEnd().Split('\n');

        Assert.All(shown, line => Assert.Contains(line, printed));
    }

    [Fact]
    public async Task Every_command_and_option_it_lists_is_there_and_none_is_missing()
    {
        var cli = new TestCli(Checkout.Root);
        var section = Section("Commands");
        var commands = Command().Matches(section).Select(m => m.Groups[1].Value.Split(' ')[0]).ToList();
        var help = (await cli.RunAsync("--help")).Out;

        Assert.Equal(HelpCommands().Matches(help[help.IndexOf("Commands:", StringComparison.Ordinal)..help.IndexOf("Example:", StringComparison.Ordinal)]).Select(m => m.Groups[1].Value), commands);
        var known = new HashSet<string>();
        foreach (var command in commands)
        {
            var one = await cli.RunAsync(command, "--help");
            Assert.Equal(0, one.ExitCode);
            Assert.Contains($"Example:\n  reconciler {command}", one.Out, StringComparison.Ordinal);
            known.UnionWith(Options().Matches(one.Out).Select(m => m.Value));
        }

        Assert.Empty(Options().Matches(section).Select(m => m.Value).Except(known));
        Assert.Empty(known.Except(Options().Matches(section).Select(m => m.Value)).Except(["--version"]));
    }

    [Fact]
    public async Task The_formats_and_extensions_it_lists_are_those_there_are()
    {
        using var folder = new TryFolder();
        var cli = new TestCli(folder.Path);
        await cli.RunAsync("init");
        var formats = Formats().Match(Section("Commands")).Groups[1].Value.Split('|');
        var extensions = Extension().Matches(Extensions().Match(Section("Commands")).Value).Select(m => m.Value).ToList();
        var help = (await cli.RunAsync("plan", "--help")).Out;

        Assert.Contains($"--format <{string.Join('|', formats)}>", help, StringComparison.Ordinal);
        Assert.Equal(extensions, Extension().Matches(Extensions().Match(help).Value).Select(m => m.Value));
        Assert.Equal(formats.Length, extensions.Count);
        foreach (var (format, extension) in formats.Zip(extensions))
        {
            Assert.Equal((await cli.RunAsync("plan", "--format", format, "--out", $"plan{extension}")).Out, folder.Read($"plan{extension}"));
        }
    }

    [Fact]
    public void Every_exit_code_is_listed()
    {
        var listed = ExitRow().Matches(Checkout.Read("README.md")).Select(m => int.Parse(m.Groups[1].Value)).ToList();

        // 4 and 6 belong to rules and saved plans, which come later; 130 stands in the row of 10.
        Assert.Equal(Enum.GetValues<Reconciler.Cli.ExitCode>().Select(c => (int)c).Except([4, 6, 130]).Order(), listed.Order());
    }

    private static string Section(string title)
    {
        var text = Checkout.Read("README.md");
        var start = text.IndexOf($"## {title}", StringComparison.Ordinal);
        var end = text.IndexOf("\n## ", start + 3, StringComparison.Ordinal);
        return text[start..end];
    }

    [GeneratedRegex(@"\[[^\]]*\]\(([^)]+)\)")]
    private static partial Regex Link();

    [GeneratedRegex(@"`((?:Reconciler\.\w+|tests/[\w.]+)/[\w./]*)`")]
    private static partial Regex Source();

    [GeneratedRegex(@"(?m)(?:^    |`)make (\w+)")]
    private static partial Regex Make();

    [GeneratedRegex(@"(?m)^    reconciler (\w+(?: [\w-]+)?)")]
    private static partial Regex Command();

    [GeneratedRegex("(?s)```yaml\n(.*?)```")]
    private static partial Regex Yaml();

    [GeneratedRegex("(?s)```\n(.*?)```")]
    private static partial Regex Printed();

    [GeneratedRegex(@"`--format ([a-z|]+)`")]
    private static partial Regex Formats();

    [GeneratedRegex(@"(?s)--out .*?several")]
    private static partial Regex Extensions();

    [GeneratedRegex(@"\.[a-z]+\b")]
    private static partial Regex Extension();

    [GeneratedRegex(@"--[a-z][a-z-]+")]
    private static partial Regex Options();

    [GeneratedRegex(@"(?m)^  (\w+) ")]
    private static partial Regex HelpCommands();

    [GeneratedRegex(@"(?m)^\| (\d+) \|")]
    private static partial Regex ExitRow();
}
