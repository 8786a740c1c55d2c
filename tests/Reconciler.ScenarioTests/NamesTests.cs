using System.Text.Json.Nodes;
using Reconciler.ScenarioTests.Markdown;

namespace Reconciler.ScenarioTests;

/// <summary>A name can be anything that a person can read, in every place where a name can stand.</summary>
public sealed class NamesTests : IDisposable
{
    private readonly TryFolder _folder = new();
    private readonly TestCli _cli;

    public NamesTests() => _cli = new TestCli(_folder.Path);

    public void Dispose() => _folder.Dispose();

    public static TheoryData<string> Names => new(NameSamples.All);

    [Theory]
    [MemberData(nameof(Names))]
    public async Task A_name_is_itself_wherever_it_stands(string name)
    {
        Write(NameSamples.Quoted(name), NameSamples.Meant(name));

        var apply = await _cli.RunAsync("apply", "--yes", "--out", "apply.json", "--out", "apply.md");
        Assert.True(apply.ExitCode == 0, apply.Out + apply.Error);

        var plan = await _cli.RunAsync("plan", "--detailed-exitcode", "--out", "plan.json", "--out", "plan.md");
        Assert.StartsWith("No changes.\n", plan.Out, StringComparison.Ordinal);
        Assert.Equal(0, plan.ExitCode);

        var changes = JsonNode.Parse(_folder.Read("apply.json"))?["plan"]?["changes"]?.AsArray() ?? [];
        var address = NameSamples.Meant(name).Replace("/", "\\/", StringComparison.Ordinal);
        Assert.Contains(changes, change => $"{change?["address"]}" == $"{address} / {address} / {address}");
        Assert.All(new[] { "apply.md", "plan.md" }, file => new Rendered(_folder.Read(file)).IsHarmless());
    }

    [Theory]
    [MemberData(nameof(Names))]
    public async Task The_way_in_which_its_accents_are_composed_makes_no_other_name(string name)
    {
        Write(NameSamples.Quoted(name), NameSamples.Meant(name));
        Assert.Equal(0, (await _cli.RunAsync("apply", "--yes")).ExitCode);

        Write(NameSamples.Quoted(NameSamples.Otherwise(name)), NameSamples.Meant(name));

        var plan = await _cli.RunAsync("plan", "--detailed-exitcode");
        Assert.True(plan.ExitCode == 0, plan.Out);
    }

    [Theory]
    [InlineData("\u200e")]
    [InlineData("\u200f")]
    [InlineData("\u202e")]
    [InlineData("\u2066")]
    [InlineData("\u200b")]
    [InlineData("\u00ad")]
    [InlineData("\u2028")]
    public async Task A_character_that_nobody_sees_is_refused_in_every_place(string hidden)
    {
        var quoted = $"\"Led\\u{(int)hidden[0]:x4}ger\"";
        Write(quoted, "Ledger", "tpl");

        // A reason may have several lines, and is shown with every sign of it escaped.
        Assert.Equal(Places(quoted, line => !line.Contains("reason:", StringComparison.Ordinal)), await RefusedAsync("RCN052"));
    }

    [Fact]
    public async Task A_name_of_257_characters_is_too_long_in_every_place()
    {
        var quoted = NameSamples.Quoted(new string('x', 257));
        Write(quoted, "Ledger", "tpl");

        // A reason and a question are no names.
        Assert.Equal(Places(quoted, line => !line.Contains("reason:", StringComparison.Ordinal) && !line.Contains("text:", StringComparison.Ordinal)), await RefusedAsync("RCN051"));
    }

    public static TheoryData<string, string> Refused => new() { { "\"Led\u200fger\"", "RCN052" }, { new string('x', 257), "RCN051" } };

    [Theory]
    [MemberData(nameof(Refused))]
    public async Task The_name_of_a_template_is_refused_where_it_is_given(string quoted, string code)
    {
        Write("Ledger", "Ledger", quoted);

        Assert.Equal(Places(quoted, line => line.StartsWith("name:", StringComparison.Ordinal)), await RefusedAsync(code));
    }

    /// <summary>Where a name stands in the policy file, by line and column.</summary>
    private List<(int Line, int Column)> Places(string quoted, Func<string, bool> counts) =>
    [
        .. from line in _folder.Read("policies/names.yaml").Split('\n').Index()
           where counts(line.Item)
           from column in Enumerable.Range(0, line.Item.Length)
           where line.Item.AsSpan(column).StartsWith(quoted)
           select (line.Index + 1, column + 1),
    ];

    private async Task<List<(int Line, int Column)>> RefusedAsync(string code)
    {
        var validate = await _cli.RunAsync("validate", "--format", "json");
        Assert.Equal(3, validate.ExitCode);
        return
        [
            .. (JsonNode.Parse(validate.Out)?["findings"]?.AsArray() ?? [])
                .Where(finding => $"{finding?["code"]}" == code && $"{finding?["where"]?["file"]}" == "policies/names.yaml")
                .Select(finding => ((int)(finding?["where"]?["line"] ?? 0), (int)(finding?["where"]?["column"] ?? 0))),
        ];
    }

    private void Write(string quoted, string meant, string? template = null)
    {
        _folder.Put("reconciler.yaml", NamePlaces.Workspace(quoted, NameSamples.Quoted(meant)));
        _folder.Put("directory.yaml", NamePlaces.Seed(NameSamples.Quoted(meant)));
        _folder.Put("policies/names.yaml", NamePlaces.Policies(quoted, template ?? quoted));
    }
}
