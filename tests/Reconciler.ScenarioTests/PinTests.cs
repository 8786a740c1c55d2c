namespace Reconciler.ScenarioTests;

/// <summary>A name that stands for another object than the one that was approved: whoever can give it away could otherwise give the access away with it.</summary>
public sealed class PinTests : IDisposable
{
    private const string State = ".reconciler/dev/tenant.json";
    private const string OldGroup = "b0000000-0000-4000-8000-000000000001";
    private const string NewGroup = "b0000000-0000-4000-8000-000000000009";
    private const string OldUser = "a0000000-0000-4000-8000-000000000001";
    private const string NewUser = "a0000000-0000-4000-8000-000000000009";
    private const string GroupNote = $"the group \"Readers\" is no longer the one approved: it was {OldGroup} and is {NewGroup}";
    private const string UserNote = $"the user \"ada@pins.example\" is no longer the one approved: it was {OldUser} and is {NewUser}";

    private const string Policies = """
        kind: Catalog
        name: Finance
        resources: [ { group: Ledger } ]
        ---
        kind: AccessPackage
        name: Ledger
        catalog: Finance
        description: Reading
        resourceRoles: [ { group: Ledger } ]
        policies:
          - name: Staff
            requestors: { who: [ { group: Readers } ] }
            approval: { stages: [ { approvers: [ { user: ada@pins.example } ] } ] }
            expiration: { after: 60 days }
        """;

    private readonly TryFolder _folder = new();
    private readonly TestCli _cli;

    public PinTests()
    {
        _cli = new TestCli(_folder.Path);
        _folder.Put("reconciler.yaml", "version: 1\ntenants: { dev: { adapter: embedded, seed: directory.yaml } }\n");
        _folder.Put("directory.yaml", $$"""
            organization: { name: Pins, tenantId: 5c1d0000-0000-4000-8000-000000000001, domain: pins.example }
            users:
              - { id: {{OldUser}}, userPrincipalName: ada@pins.example, displayName: Ada }
            groups:
              - { id: {{OldGroup}}, displayName: Readers }
              - { displayName: Ledger }
            """);
        _folder.Put("policies/all.yaml", Policies);
    }

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData(OldGroup, NewGroup, "+ requestors.who: group \"Readers\" · widens, for future requests", GroupNote)]
    [InlineData(OldUser, NewUser, "+ approval.stage 1.approvers: user \"ada@pins.example\" · widens, for future requests", UserNote)]
    public async Task A_name_that_was_given_to_another_is_said_on_the_line_it_causes_and_once_applied_no_more(string before, string after, string line, string note)
    {
        await ApplyAsync();
        Repoint(before, after);

        var plan = (await _cli.RunAsync("plan")).Out;
        Assert.Contains($"    {line}\n      {note}\n", plan, StringComparison.Ordinal);
        Assert.Contains("Access: 1 change widens it", plan, StringComparison.Ordinal);
        Assert.Contains(note, (await _cli.RunAsync("plan", "--format", "markdown")).Out.Replace("\\", "", StringComparison.Ordinal).Replace("`", "", StringComparison.Ordinal), StringComparison.Ordinal);

        await ApplyAsync();
        Assert.Equal("No changes.\n", (await _cli.RunAsync("plan")).Out);
    }

    [Fact]
    public async Task Where_only_other_text_changes_nothing_is_said_of_names()
    {
        await ApplyAsync();
        _folder.Put("policies/all.yaml", Policies.Replace("description: Reading", "description: Reading it", StringComparison.Ordinal));

        Assert.DoesNotContain("no longer the one", (await _cli.RunAsync("plan")).Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_name_whose_new_object_the_tenant_uses_already_is_a_warning_until_it_is_applied()
    {
        await ApplyAsync();
        var state = Repoint(OldGroup, NewGroup);
        _folder.Put(State, state.Replace(OldGroup, NewGroup, StringComparison.Ordinal));

        var plan = await _cli.RunAsync("plan");
        Assert.StartsWith("No changes.\n", plan.Out, StringComparison.Ordinal);
        Assert.Contains($"warning RCN208: The group \"Readers\" is no longer the one that was applied ({OldGroup}): the name now stands for {NewGroup}, and no change of this plan shows it.", plan.Out, StringComparison.Ordinal);

        await ApplyAsync();
        Assert.Equal("No changes.\n", (await _cli.RunAsync("plan")).Out);
    }

    [Fact]
    public async Task An_apply_that_nobody_confirmed_approves_nothing()
    {
        await ApplyAsync();
        Repoint(OldGroup, NewGroup);

        Assert.Equal(5, (await _cli.RunAsync("apply")).ExitCode);

        Assert.Contains(GroupNote, (await _cli.RunAsync("plan")).Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_apply_that_was_stopped_says_it_again()
    {
        await ApplyAsync();
        Repoint(OldGroup, NewGroup);
        using var stop = new CancellationTokenSource();
        await stop.CancelAsync();

        Assert.NotEqual(0, (await new TestCli(_folder.Path) { Stop = stop.Token }.RunAsync("apply", "--yes")).ExitCode);

        Assert.Contains(GroupNote, (await _cli.RunAsync("plan")).Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_apply_that_was_refused_says_it_again()
    {
        await ApplyAsync();
        Repoint(OldGroup, NewGroup);

        _folder.Put("policies/all.yaml", Policies.Replace("expiration: { after: 60 days }", "expiration: { until: 2020-01-01 }\n    questions: [ { text: a, choices: [ { text: '', value: b } ] } ]", StringComparison.Ordinal));
        Assert.NotEqual(0, (await _cli.RunAsync("apply", "--yes")).ExitCode);
        _folder.Put("policies/all.yaml", Policies);

        Assert.Contains(GroupNote, (await _cli.RunAsync("plan")).Out, StringComparison.Ordinal);
    }

    private async Task ApplyAsync()
    {
        var apply = await _cli.RunAsync("apply", "--yes");
        Assert.True(apply.ExitCode == 0, apply.Out + apply.Error);
    }

    /// <summary>The object leaves the directory, and another takes its name there; whoever named the old one still does.</summary>
    private string Repoint(string before, string after)
    {
        var state = _folder.Read(State).Replace($"\"id\": \"{before}\"", $"\"id\": \"{after}\"", StringComparison.Ordinal);
        _folder.Put(State, state);
        return state;
    }
}
