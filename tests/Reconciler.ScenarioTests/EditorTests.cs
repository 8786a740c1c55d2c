using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Reconciler.ScenarioTests;

/// <summary>What an editor needs: each file says which schema is its own, that schema is there, and the tool prints it.</summary>
public sealed partial class EditorTests : IDisposable
{
    private readonly TryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Each_file_of_the_example_begins_with_the_way_to_its_schema()
    {
        var root = Path.Combine(Checkout.Root, "policies-example");
        var files = Directory.EnumerateFiles(Path.Combine(root, "policies"), "*.yaml", SearchOption.AllDirectories).Append(Path.Combine(root, "reconciler.yaml")).ToList();

        Assert.InRange(files.Count, 10, 100);
        Assert.All(files, NamesItsSchema);
        Assert.All(Settings(root), schema => Assert.True(File.Exists(Path.Combine(root, schema)), schema));
    }

    [Fact]
    public async Task A_first_workspace_has_its_schemas_with_it()
    {
        var cli = new TestCli(_folder.Path);
        await cli.RunAsync("init");

        NamesItsSchema(Path.Combine(_folder.Path, "reconciler.yaml"));
        NamesItsSchema(Path.Combine(_folder.Path, "policies/project.yaml"));
        Assert.Equal((await cli.RunAsync("schema")).Out, _folder.Read(".schemas/policy-file.schema.json"));
        Assert.Equal((await cli.RunAsync("schema", "workspace")).Out, _folder.Read(".schemas/reconciler.schema.json"));
        Assert.All(Settings(_folder.Path), schema => Assert.True(File.Exists(Path.Combine(_folder.Path, schema)), schema));
        Assert.Equal("Valid: 3 entities in 1 file.\n", (await cli.RunAsync("validate")).Out);
    }

    [Fact]
    public async Task The_settings_of_an_editor_are_kept()
    {
        _folder.Put(".vscode/settings.json", "{}");

        var init = await new TestCli(_folder.Path).RunAsync("init");

        Assert.Equal(0, init.ExitCode);
        Assert.Equal("{}", _folder.Read(".vscode/settings.json"));
        Assert.DoesNotContain(".vscode", init.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_printed_can_be_written_too_into_a_file_of_its_sort()
    {
        var cli = new TestCli(_folder.Path);
        var written = await cli.RunAsync("schema", "reference", "--out", "language.md");

        Assert.Equal(0, written.ExitCode);
        Assert.Equal(written.Out, _folder.Read("language.md"));
        Assert.StartsWith("# The language\n", written.Out, StringComparison.Ordinal);

        var refused = await cli.RunAsync("schema", "policy-file", "--out", "schema.md");
        Assert.Equal(3, refused.ExitCode);
        Assert.Equal(
            "error RCN606: The file \"schema.md\" can't be written: what is printed belongs into a .json file.\n  Name another one with --out.\n1 error.\n", refused.Out);
        Assert.Equal(3, (await cli.RunAsync("schema", "seed")).ExitCode);
    }

    private static void NamesItsSchema(string path)
    {
        var named = Line().Match(File.ReadLines(path).First()).Groups[1].Value;
        var expected = Path.GetFileName(path) == "reconciler.yaml" ? "reconciler.schema.json" : "policy-file.schema.json";

        Assert.Equal(expected, Path.GetFileName(named));
        Assert.True(File.Exists(Path.Combine(Path.GetDirectoryName(path) ?? "", named)), $"{path} names {named}, which is not there.");
    }

    private static List<string> Settings(string folder) =>
        [.. Assert.IsType<JsonObject>(JsonNode.Parse(File.ReadAllText(Path.Combine(folder, ".vscode/settings.json")))?["yaml.schemas"]).Select(pair => pair.Key)];

    [GeneratedRegex(@"^# yaml-language-server: \$schema=(\S+)$")]
    private static partial Regex Line();
}
