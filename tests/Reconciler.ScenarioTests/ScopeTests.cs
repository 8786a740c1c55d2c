namespace Reconciler.ScenarioTests;

/// <summary>Two teams with a workspace each over one tenant: what is the one's is nothing to the other.</summary>
public sealed class ScopeTests : IDisposable
{
    private readonly Team _red = new("Red", "Blue");
    private readonly Team _blue = new("Blue", "Red");

    public void Dispose()
    {
        _red.Dispose();
        _blue.Dispose();
    }

    [Fact]
    public async Task Neither_plan_has_anything_of_the_other_s()
    {
        await BothApplyAsync();

        await IsSilentAsync(_red);
        await IsSilentAsync(_blue);
    }

    [Fact]
    public async Task What_the_other_renames_or_deletes_by_hand_is_not_noticed()
    {
        await BothApplyAsync();
        _blue.EditTenant(state => state.Replace("\"displayName\": \"Blue", "\"displayName\": \"Renamed Blue", StringComparison.Ordinal));
        _red.Tenant = _blue.Tenant;

        await IsSilentAsync(_red);
        Assert.Contains("> rename catalog Blue", (await _blue.RunAsync("plan")).Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_catalog_that_is_pruned_takes_nothing_of_another_s()
    {
        await BothApplyAsync();
        _red.EditPolicies(text => text.Replace("prune: false", "prune: true", StringComparison.Ordinal));
        await IsSilentAsync(_red);

        await _red.RunAsync("apply", "--yes");
        _blue.Tenant = _red.Tenant;
        await IsSilentAsync(_blue);
    }

    [Fact]
    public async Task A_team_that_declares_nothing_any_more_deletes_its_own_alone()
    {
        await BothApplyAsync();
        _red.EditPolicies(text => text[..text.IndexOf("---", StringComparison.Ordinal)]);

        var plan = await _red.RunAsync("plan");
        Assert.Contains("- delete connected organization Red organization", plan.Out, StringComparison.Ordinal);
        Assert.Contains("- delete access package Red / Red package", plan.Out, StringComparison.Ordinal);
        Assert.DoesNotContain("Blue", plan.Out, StringComparison.Ordinal);

        Assert.Equal(0, (await _red.RunAsync("apply", "--yes")).ExitCode);
        _blue.Tenant = _red.Tenant;
        await IsSilentAsync(_blue);
    }

    [Fact]
    public async Task Without_its_memory_a_team_adopts_its_own_and_nothing_else()
    {
        await BothApplyAsync();
        _red.Forget();

        var plan = await _red.RunAsync("plan");
        Assert.StartsWith("No changes.\n", plan.Out, StringComparison.Ordinal);
        Assert.Contains("Adopted: the catalog Red is there already", plan.Out, StringComparison.Ordinal);
        Assert.DoesNotContain("Blue", plan.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_package_of_the_other_can_be_named_and_stays_the_other_s()
    {
        await BothApplyAsync();
        _red.EditPolicies(text => text.Replace("incompatibleWith: []", "incompatibleWith: [ { package: Blue package, catalog: Blue } ]", StringComparison.Ordinal));

        var plan = await _red.RunAsync("plan");
        Assert.Contains("+ incompatibleWith: access package \"Blue package\" of the catalog \"Blue\"", plan.Out, StringComparison.Ordinal);
        Assert.StartsWith("Plan: 1 to change\n", plan.Out, StringComparison.Ordinal);

        Assert.Equal(0, (await _red.RunAsync("apply", "--yes")).ExitCode);
        await IsSilentAsync(_red);
        _blue.Tenant = _red.Tenant;
        await IsSilentAsync(_blue);
    }

    [Fact]
    public async Task What_is_declared_outside_of_the_scope_is_not_touched()
    {
        await BothApplyAsync();
        _red.Put("policies/foreign.yaml", "{ kind: Catalog, name: Blue, description: Taken over }\n---\n{ kind: Catalog, name: Green }\n---\n{ kind: TenantRoles, catalogCreators: [] }\n");

        var plan = await _red.RunAsync("plan", "--detailed-exitcode");
        Assert.StartsWith("No changes.\n\nOutside of scope: 3 declarations are neither compared nor applied (TenantRoles, Blue, Green).\n", plan.Out, StringComparison.Ordinal);
        Assert.Equal(0, plan.ExitCode);
    }

    private async Task BothApplyAsync()
    {
        await ApplyAsync(_red);
        _blue.Tenant = _red.Tenant;
        await ApplyAsync(_blue);
        _red.Tenant = _blue.Tenant;
    }

    private static async Task ApplyAsync(Team team)
    {
        var apply = await team.RunAsync("apply", "--yes");
        Assert.True(apply.ExitCode == 0, apply.Out + apply.Error);
        Assert.DoesNotContain(team.Other, apply.Out, StringComparison.Ordinal);
    }

    private static async Task IsSilentAsync(Team team)
    {
        var plan = await team.RunAsync("plan", "--detailed-exitcode");
        Assert.Equal("No changes.\n", plan.Out);
        Assert.Equal(0, plan.ExitCode);
    }

    /// <summary>A workspace with everything that a team can have.</summary>
    private sealed class Team : IDisposable
    {
        private const string State = ".reconciler/dev/tenant.json";

        private readonly TryFolder _folder = new();
        private readonly TestCli _cli;

        public Team(string name, string other)
        {
            Other = other;
            _cli = new TestCli(_folder.Path) { IdsAfter = name.Length * 1000 };
            _folder.Put("reconciler.yaml", $$"""
                version: 1
                scope: { catalogs: [ {{name}} ], organizations: [ {{name}} organization ] }
                tenants: { dev: { adapter: embedded, seed: directory.yaml } }
                """);
            _folder.Put("directory.yaml", """
                organization: { name: Teams, tenantId: 5c1d0000-0000-4000-8000-000000000001, domain: teams.example }
                users: [ { userPrincipalName: ada@teams.example, displayName: Ada } ]
                groups: [ { displayName: Everybody } ]
                """);
            _folder.Put("policies/all.yaml", Policies(name));
        }

        public string Other { get; }

        public string Tenant
        {
            get => _folder.Read(State);
            set => _folder.Put(State, value);
        }

        public Task<TestRun> RunAsync(params string[] arguments) => _cli.RunAsync(arguments);

        public void Put(string path, string text) => _folder.Put(path, text);

        public void EditTenant(Func<string, string> edit) => Tenant = edit(Tenant);

        public void EditPolicies(Func<string, string> edit) => _folder.Put("policies/all.yaml", edit(_folder.Read("policies/all.yaml")));

        public void Forget() => File.Delete(Path.Combine(_folder.Path, ".reconciler/dev/bindings.json"));

        public void Dispose() => _folder.Dispose();

        private static string Policies(string name) => $$"""
            kind: Catalog
            name: {{name}}
            prune: false
            resources: [ { group: Everybody } ]
            delegates: { owners: [ { user: ada@teams.example } ] }
            ---
            kind: ConnectedOrganization
            name: {{name}} organization
            identitySources: [ { domain: {{name.ToLowerInvariant()}}.example } ]
            ---
            kind: AccessPackage
            name: {{name}} package
            catalog: {{name}}
            resourceRoles: [ { group: Everybody } ]
            incompatibleWith: []
            policies:
              - name: {{name}} policy
                requestors: { who: anyMember }
                approval: none
                expiration: never
            """;
    }
}
