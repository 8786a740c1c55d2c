using System.Text.RegularExpressions;
using Reconciler.ScenarioTests.Markdown;

namespace Reconciler.ScenarioTests.Gallery;

/// <summary>
/// Each folder beside this file shows one code: a small workspace, and in <c>expected.txt</c> what somebody sees who has never seen the tool. A person
/// has read each: what is wrong, where, what was expected, what to do.
/// </summary>
public sealed partial class GalleryTests
{
    /// <summary>Codes that no folder can show, and why.</summary>
    private static readonly Dictionary<string, string> Unshown = new(StringComparer.Ordinal)
    {
        ["RCN015"] = "A name that is no UTF-8 can't be checked out everywhere, nor made from here.",
        ["RCN621"] = "The embedded tenant refuses nobody; ReadOnlyTests and RefusalTests show it.",
        ["RCN641"] = "The embedded tenant holds nobody to grants; PermissionsTests shows it.",
        ["RCN642"] = "The embedded tenant holds nobody to grants; PermissionsTests shows it.",
        ["RCN622"] = "The embedded tenant is always within reach; WaitingTests shows it.",
        ["RCN633"] = "What says it serves until it is stopped; EmulateTests shows it.",
        ["RCN634"] = "What says it serves until it is stopped; EmulateTests shows it.",
        ["RCN635"] = "What says it serves until it is stopped; EmulateTests shows it.",
        ["RCN612"] = "It would be a mistake of ours: an export is planned before anybody keeps it.",
        ["RCN707"] = "It would be a mistake of ours: what is written is read again before anybody keeps it.",
        ["RCN708"] = "It would be a mistake of ours: what is written is read again before anybody keeps it.",
        ["RCN624"] = "What the service refuses while it is read would be a mistake in a request of ours; RefusalTests shows it.",
    };

    public static TheoryData<string> Names => new(Exhibit.Names());

    [Theory]
    [MemberData(nameof(Names))]
    public async Task A_finding_is_told_as_somebody_has_read_it(string name)
    {
        using var exhibit = await Exhibit.OpenAsync(name);

        var run = await exhibit.RunAsync();
        var printed = exhibit.Printed(run);

        Golden.CheckIn(exhibit.Folder, "expected.txt", printed);
        Assert.Matches($@" {name[..6]}:\s", printed);
        Assert.Equal(printed.Contains("error RCN", StringComparison.Ordinal), run.ExitCode != 0);
        Assert.All(printed.Split('\n'), row => Assert.True(row.Length <= 80 || !row.TrimStart().Contains(' ', StringComparison.Ordinal), row));
    }

    [Theory]
    [InlineData("RCN031-a-variable-of-one-tenant-only")]
    [InlineData("RCN040-a-key-is-misspelt")]
    [InlineData("RCN074-two-files-declare-the-same")]
    [InlineData("RCN401-a-group-is-misspelt")]
    [InlineData("RCN604-a-seed-with-a-key-of-its-own")]
    public async Task A_finding_says_the_same_to_programs_and_in_a_pull_request(string name)
    {
        using var exhibit = await Exhibit.OpenAsync(name);

        var json = await exhibit.RunAsync("--format", "json");
        var markdown = await exhibit.RunAsync("--format", "markdown");

        Golden.CheckIn(exhibit.Folder, "expected.json", json.Out);
        Golden.CheckIn(exhibit.Folder, "expected.md", markdown.Out);
        new Rendered(markdown.Out).IsHarmless();
    }

    [Fact]
    public void Every_code_that_can_be_printed_has_one_folder()
    {
        var printable = Directory.EnumerateFiles(Path.Combine(Checkout.Root, "src"), "*.cs", SearchOption.AllDirectories)
            .Where(path => !path.Contains("/obj/", StringComparison.Ordinal))
            .SelectMany(path => Code().Matches(File.ReadAllText(path)).Select(match => match.Groups[1].Value))
            .ToHashSet(StringComparer.Ordinal);

        Assert.Equal(printable.Order(StringComparer.Ordinal), Exhibit.Names().Select(name => name[..6]).Concat(Unshown.Keys).Order(StringComparer.Ordinal));
    }

    /// <summary>A code as a message has it; a comment that speaks of a range of them prints none.</summary>
    [GeneratedRegex("\"(RCN[0-9]{3})\"", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Code();
}
