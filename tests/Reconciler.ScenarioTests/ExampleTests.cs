namespace Reconciler.ScenarioTests;

public sealed class ExampleTests : IDisposable
{
    /// <summary>What every plan of the example says beside its changes.</summary>
    internal const string Ignored = "Ignored: description of Partners / Campaign material until 2027-06-30: Edited by the help desk.";

    private const string Exceptions = "policies/exceptions.yaml";

    private const string Package = "policies/general/external-user-package.yaml";

    private readonly TryFolder _folder = new();
    private readonly TestCli _cli;

    public ExampleTests()
    {
        Checkout.Copy("policies-example", _folder.Path);
        _cli = new TestCli(_folder.Path);
    }

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Applied_to_an_empty_tenant_it_has_nothing_left_to_change()
    {
        Assert.Equal(0, (await _cli.RunAsync("apply", "--yes")).ExitCode);

        var again = await _cli.RunAsync("plan", "--detailed-exitcode");
        Assert.Equal($"No changes.\n\n{Ignored}\n\nNo changes.\n", again.Out);
        Assert.Equal(0, again.ExitCode);
    }

    [Fact]
    public async Task It_is_the_tutorial_of_the_seed_to_the_letter()
    {
        var plan = (await _cli.RunAsync("plan")).Out;

        string[] lines =
        [
            "+ add access package General / External user package", "description: \"Access for external users pending approval\"",
            "resourceRoles: group \"External collaboration\" (role: member)", "requestors.who: anyExternalUser", "approval.requestorJustification: true",
            "approval.stage 1.approvers: sponsors: internal", "approval.stage 1.decideWithin: 14 days", "approval.stage 1.approverJustification: true", "expiration.after: 60 days",
        ];
        Assert.All(lines, line => Assert.Contains(line, plan, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("60 days", "30 days", "expiration.after: 60 days → 30 days · narrows, for future requests")]
    [InlineData("decideWithin: 14 days", "decideWithin: 7 days", "approval.stage 1.decideWithin: 14 days → 7 days")]
    [InlineData("who: anyExternalUser", "who: anyMember", "requestors.who: anyExternalUser → anyMember · widens and narrows, for future requests")]
    [InlineData("pending approval", "after approval", "description: \"Access for external users pending approval\" → \"Access for external users after approval\"")]
    [InlineData("role: member", "role: owner", "+ resourceRoles: group \"External collaboration\" (role: owner) · widens, for those who hold it now")]
    public async Task One_edited_line_is_one_changed_line_of_the_plan(string written, string edited, string expected)
    {
        await _cli.RunAsync("apply", "--yes");
        _folder.Put(Package, _folder.Read(Package).Replace(written, edited, StringComparison.Ordinal));

        var plan = await _cli.RunAsync("plan", "--detailed-exitcode");

        Assert.Equal(2, plan.ExitCode);
        Assert.StartsWith("Plan: 1 to change\n", plan.Out, StringComparison.Ordinal);
        var lines = plan.Out.Split('\n').Where(line => line.StartsWith("    ", StringComparison.Ordinal) && !line.Contains(" | ", StringComparison.Ordinal) && !line.Contains("unchanged", StringComparison.Ordinal)).Select(line => line.Trim()).ToList();
        Assert.Contains(expected, lines);

        // A role that is exchanged is one that comes and one that goes.
        Assert.Equal(edited.StartsWith("role", StringComparison.Ordinal) ? 2 : 1, lines.Count);
    }

    [Fact]
    public async Task A_rename_keeps_the_id()
    {
        await _cli.RunAsync("apply", "--yes");
        var before = Id("External user package");
        _folder.Put(Package, _folder.Read(Package).Replace("name: External user package\n", "name: Partner package\npreviously: [ External user package ]\n", StringComparison.Ordinal));
        _folder.Put(Exceptions, _folder.Read(Exceptions).Replace("package: External user package", "package: Partner package", StringComparison.Ordinal));

        var apply = await _cli.RunAsync("apply", "--yes");

        Assert.Equal(0, apply.ExitCode);
        Assert.StartsWith("Plan: 1 to rename\n", apply.Out, StringComparison.Ordinal);
        Assert.Equal(before, Id("Partner package"));
    }

    [Fact]
    public async Task A_package_that_is_no_longer_declared_is_deleted_within_the_budget()
    {
        await _cli.RunAsync("apply", "--yes");
        File.Delete(Path.Combine(_folder.Path, Package));
        File.Delete(Path.Combine(_folder.Path, Exceptions));

        var apply = await _cli.RunAsync("apply", "--yes");

        Assert.Equal(0, apply.ExitCode);
        Assert.Contains("- delete access package General / External user package · narrows", apply.Out, StringComparison.Ordinal);
        Assert.DoesNotContain("External user package", _folder.Read(".reconciler/dev/tenant.json"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_has_assignments_is_not_deleted_and_the_refusal_says_how_many()
    {
        await _cli.RunAsync("apply", "--yes");
        var state = _folder.Read(".reconciler/dev/tenant.json");
        var ana = Field(state, "\"displayName\": \"Ana Bowman\"");
        _folder.Put(".reconciler/dev/tenant.json", state.Replace("\"assignments\": [", $$"""
            "assignments": [ { "id": "90000000-0000-4000-8000-000000000001", "state": "delivered", "accessPackageId": "{{Id("External user package")}}", "targetId": "{{ana}}" },
            """, StringComparison.Ordinal));
        var before = _folder.Read(".reconciler/dev/tenant.json");
        File.Delete(Path.Combine(_folder.Path, Package));
        File.Delete(Path.Combine(_folder.Path, Exceptions));

        var apply = await _cli.RunAsync("apply", "--yes");

        Assert.Equal(5, apply.ExitCode);
        Assert.Contains("it has 1 assignment (Ana Bowman)", apply.Out, StringComparison.Ordinal);
        Assert.Equal(before, _folder.Read(".reconciler/dev/tenant.json"));
    }

    [Fact]
    public async Task Files_may_be_split_and_joined_as_one_likes()
    {
        await _cli.RunAsync("apply", "--yes");
        var all = string.Join("---\n", Directory.EnumerateFiles(Path.Combine(_folder.Path, "policies"), "*.yaml", SearchOption.AllDirectories).OrderDescending(StringComparer.Ordinal).Select(File.ReadAllText));
        Directory.Delete(Path.Combine(_folder.Path, "policies"), recursive: true);
        _folder.Put("policies/all.yml", all);

        Assert.StartsWith("No changes.\n", (await _cli.RunAsync("plan")).Out, StringComparison.Ordinal);
    }

    private string Id(string displayName) => Field(_folder.Read(".reconciler/dev/tenant.json"), $"\"displayName\": \"{displayName}\"");

    /// <summary>The id of the object that holds a member; ids stand before names in the file.</summary>
    private static string Field(string state, string member)
    {
        var at = state.IndexOf(member, StringComparison.Ordinal);
        Assert.True(at > 0, member);
        var id = state.LastIndexOf("\"id\": \"", at, StringComparison.Ordinal) + 7;
        return state[id..state.IndexOf('"', id)];
    }
}
