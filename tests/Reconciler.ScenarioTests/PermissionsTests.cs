using System.Text.Json;

namespace Reconciler.ScenarioTests;

/// <summary><c>permissions</c>, and the look before the first write, on a server that holds its callers to their grants.</summary>
public sealed class PermissionsTests : IDisposable
{
    private const string Variables = """
        variables:
              marketingSite: https://woodgrove.sharepoint.example/sites/Marketing
              contractors: [ { group: Contractors NO } ]
              ticketing: { subscription: 2f6b4c1e-0f5e-4c55-9f0b-7f2d6b1c8a10, resourceGroup: identity-dev, workflow: notify-ticketing }
        """;

    private readonly TryFolder _folder = new();

    public PermissionsTests() => Checkout.Copy("policies-example", _folder.Path);

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task With_exactly_the_grants_that_are_printed_the_example_is_planned_applied_and_planned_again()
    {
        var (plan, apply) = await PrintedAsync();
        var tenant = GuardedTenant.Seeded(_folder);
        await using var reading = await GuardedTenant.StartAsync(_folder, plan, tenant);
        await using var writing = await GuardedTenant.StartAsync(_folder, apply, tenant);

        var before = await Cli(reading).RunAsync("plan");
        var permissions = await Cli(writing).RunAsync("permissions");
        var applied = await Cli(writing).RunAsync("apply", "--yes");
        var after = await Cli(reading).RunAsync("plan");
        var known = await Cli(writing).RunAsync("permissions");

        Assert.Equal((0, 0, 0, 0, 0), (before.ExitCode, permissions.ExitCode, applied.ExitCode, after.ExitCode, known.ExitCode));
        Assert.DoesNotContain("RCN64", before.Out, StringComparison.Ordinal);
        Assert.StartsWith("No changes.\n", after.Out, StringComparison.Ordinal);
        Assert.EndsWith("Nothing is missing.\n", permissions.Out, StringComparison.Ordinal);
        Assert.EndsWith("Nothing is missing.\n", known.Out, StringComparison.Ordinal);
        Assert.NotEmpty(writing.Writes);
        Assert.Empty(reading.Writes);
    }

    [Fact]
    public async Task Several_grants_that_are_missing_are_one_refusal_that_names_them_all()
    {
        var (_, apply) = await PrintedAsync();
        string[] taken = ["Group.ReadWrite.All", "Application.ReadWrite.All", "Sites.FullControl.All"];
        await using var tenant = await GuardedTenant.StartAsync(_folder, [.. apply.Except(taken), "GroupMember.Read.All", "Application.Read.All", "Sites.Read.All"]);

        var run = await Cli(tenant).RunAsync("apply", "--yes");

        Assert.Equal((7, 1), (run.ExitCode, run.Out.Split("RCN641").Length - 1));
        Assert.Contains("RCN641: The application lacks 3 application permissions of Microsoft Graph: ", run.Out, StringComparison.Ordinal);
        Assert.All(taken, grant => Assert.Contains($"{grant} (the plan adds the ", run.Out, StringComparison.Ordinal));
        Assert.Empty(tenant.Writes);
    }

    [Theory]
    [InlineData("EntitlementManagement.ReadWrite.All", "EntitlementManagement.Read.All")]
    [InlineData("Group.ReadWrite.All", "GroupMember.Read.All")]
    [InlineData("Application.ReadWrite.All", "Application.Read.All")]
    [InlineData("Sites.FullControl.All", "Sites.Read.All")]
    public async Task A_grant_to_write_that_is_missing_is_named_and_nothing_is_written(string grant, string inItsPlace)
    {
        var (_, apply) = await PrintedAsync();
        await using var tenant = await GuardedTenant.StartAsync(_folder, apply.Select(one => one == grant ? inItsPlace : one));

        var plan = await Cli(tenant).RunAsync("plan");
        var run = await Cli(tenant).RunAsync("apply", "--yes");
        var permissions = await Cli(tenant).RunAsync("permissions", "--for", "apply");

        Assert.Equal((0, 7, 7), (plan.ExitCode, run.ExitCode, permissions.ExitCode));
        Assert.Equal(!grant.StartsWith("Entitlement", StringComparison.Ordinal), plan.Out.Contains($"warning RCN642: Whoever plans could not apply this: the application lacks {grant}.", StringComparison.Ordinal));
        Assert.Contains($"error RCN641: The application lacks {grant}, an application permission of Microsoft Graph: the plan ", run.Out, StringComparison.Ordinal);
        Assert.Equal(1, run.Out.Split("RCN641").Length - 1);
        Assert.Contains("Nothing of this plan will be applied.", run.Out, StringComparison.Ordinal);
        Assert.Contains($"\n  missing         {grant}\n", permissions.Out, StringComparison.Ordinal);
        Assert.EndsWith("\n1 permission is missing.\n", permissions.Out, StringComparison.Ordinal);
        Assert.Empty(tenant.Writes);
    }

    [Theory]
    [InlineData("EntitlementManagement.Read.All")]
    [InlineData("User.ReadBasic.All")]
    [InlineData("GroupMember.Read.All")]
    [InlineData("Application.Read.All")]
    [InlineData("Sites.Read.All")]
    public async Task Without_any_one_of_the_grants_to_read_there_is_no_plan_and_it_is_named(string grant)
    {
        var (plan, _) = await PrintedAsync();
        Assert.Contains(grant, plan);
        await using var tenant = await GuardedTenant.StartAsync(_folder, plan.Where(one => one != grant));

        var run = await Cli(tenant).RunAsync("plan");
        var permissions = await Cli(tenant).RunAsync("permissions", "--for", "plan");

        Assert.Equal((7, 7), (run.ExitCode, permissions.ExitCode));
        Assert.Contains(grant, run.Out, StringComparison.Ordinal);
        Assert.Contains($"\n  missing         {grant}\n", permissions.Out, StringComparison.Ordinal);
        Assert.EndsWith("\n1 permission is missing.\n", permissions.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Files_that_name_nobody_need_no_grant_over_the_directory()
    {
        Directory.Delete(Path.Combine(_folder.Path, "policies"), recursive: true);
        _folder.Put("policies/finance.yaml", "kind: Catalog\nname: Finance\n");
        var (plan, apply) = await PrintedAsync();
        await using var whole = await GuardedTenant.StartAsync(_folder, apply);
        await using var less = await GuardedTenant.StartAsync(_folder, apply.Skip(1));

        var applied = await Cli(whole).RunAsync("apply", "--yes");
        var refused = await Cli(less).RunAsync("permissions");

        Assert.Equal(["Organization.Read.All", "EntitlementManagement.Read.All"], plan);
        Assert.Equal(["Organization.Read.All", "EntitlementManagement.ReadWrite.All"], apply);
        Assert.Equal((0, 7), (applied.ExitCode, refused.ExitCode));
        Assert.Contains("\n  missing         Organization.Read.All\n", refused.Out, StringComparison.Ordinal);
        Assert.Contains("EntitlementManagement.ReadWrite.All", refused.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_name_of_the_tenant_s_own_asks_for_a_grant_that_the_files_do_not()
    {
        var tenant = GuardedTenant.Seeded(_folder);
        var (_, apply) = await PrintedAsync();
        await using (var all = await GuardedTenant.StartAsync(_folder, apply, tenant))
        {
            Assert.Equal(0, (await Cli(all).RunAsync("apply", "--yes")).ExitCode);
        }

        Directory.Delete(Path.Combine(_folder.Path, "policies"), recursive: true);
        Directory.Delete(Path.Combine(_folder.Path, ".reconciler"), recursive: true);
        _folder.Put("policies/finance.yaml", "kind: Catalog\nname: Finance\n");
        await using var guarded = await GuardedTenant.StartAsync(_folder, ["Organization.Read.All", "EntitlementManagement.Read.All"], tenant);

        var run = await Cli(guarded).RunAsync("permissions", "--for", "plan");

        Assert.Equal(7, run.ExitCode);
        Assert.Contains("\n  missing         GroupMember.Read.All\n                  reads the name of the group ", run.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_application_that_owns_the_catalog_needs_no_grant_for_all_of_them()
    {
        Directory.Delete(Path.Combine(_folder.Path, "policies"), recursive: true);
        _folder.Put("policies/finance.yaml", "kind: Catalog\nname: Finance\ndescription: Old\n");
        _folder.Put("directory.yaml", _folder.Read("directory.yaml") + $"\nservicePrincipals: [ {{ displayName: reconciler, appId: {GuardedTenant.ClientId} }} ]\n");
        var tenant = GuardedTenant.Seeded(_folder);
        await using (var all = await GuardedTenant.StartAsync(_folder, ["Organization.Read.All", "EntitlementManagement.ReadWrite.All", "Application.Read.All"], tenant))
        {
            _folder.Put("policies/finance.yaml", "kind: Catalog\nname: Finance\ndescription: Old\ndelegates: { owners: [ { servicePrincipal: reconciler } ] }\n");
            Assert.Equal(0, (await Cli(all).RunAsync("apply", "--yes")).ExitCode);
        }

        _folder.Put("policies/finance.yaml", "kind: Catalog\nname: Finance\ndescription: New\n");
        await using var owner = await GuardedTenant.StartAsync(_folder, ["Organization.Read.All", "Application.Read.All"], tenant);
        var cli = owner.Cli(keys: "scope: { catalogs: [ Finance ] }");

        var permissions = await cli.RunAsync("permissions");
        var apply = await cli.RunAsync("apply", "--yes");

        Assert.Equal((0, 0), (permissions.ExitCode, apply.ExitCode));
        Assert.Contains("held            EntitlementManagement.ReadWrite.All", permissions.Out, StringComparison.Ordinal);
        Assert.Contains("the workspace is about the catalog \"Finance\" alone.", permissions.Out, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("servicePrincipal: reconciler", "readers", 7)]
    [InlineData("group: Auditors", "owners", 9)]
    [InlineData("user: isaiah@woodgrove.example", "owners", 7)]
    public async Task Who_only_reads_the_catalog_is_refused_beforehand_unless_a_group_that_they_may_be_in_owns_it(string who, string role, int exitCode)
    {
        Directory.Delete(Path.Combine(_folder.Path, "policies"), recursive: true);
        _folder.Put("policies/finance.yaml", $"kind: Catalog\nname: Finance\ndescription: Old\ndelegates: {{ {role}: [ {{ {who} }} ] }}\n");
        _folder.Put("directory.yaml", _folder.Read("directory.yaml") + $"\nservicePrincipals: [ {{ displayName: reconciler, appId: {GuardedTenant.ClientId} }} ]\n");
        var tenant = GuardedTenant.Seeded(_folder);
        string[] reading = ["Organization.Read.All", "EntitlementManagement.Read.All", "User.ReadBasic.All", "GroupMember.Read.All", "Application.Read.All"];
        await using (var all = await GuardedTenant.StartAsync(_folder, [.. reading, "EntitlementManagement.ReadWrite.All"], tenant))
        {
            Assert.Equal(0, (await Cli(all).RunAsync("apply", "--yes")).ExitCode);
        }

        // The new name is not the tenant's yet.
        _folder.Put("policies/finance.yaml", "kind: Catalog\nname: Money\npreviously: [ Finance ]\n");
        await using var reader = await GuardedTenant.StartAsync(_folder, reading, tenant);

        var apply = await Cli(reader).RunAsync("apply", "--yes");

        Assert.Equal(exitCode, apply.ExitCode);
        Assert.Equal(exitCode == 7, apply.Out.Contains("RCN641", StringComparison.Ordinal));
        Assert.Equal(exitCode == 9, reader.Writes.Count > 0);
    }

    [Fact]
    public async Task Whoever_can_not_sign_in_is_told_the_needs_all_the_same()
    {
        await using var tenant = await GuardedTenant.StartAsync(_folder, []);
        var cli = Cli(tenant);

        var run = await cli.RunAsync("permissions", "--credential", "workload");
        var markdown = await cli.RunAsync("permissions", "--credential", "workload", "--format", "markdown");
        var offline = await cli.RunAsync("permissions", "--offline");

        Assert.Equal((7, 7, 0), (run.ExitCode, markdown.ExitCode, offline.ExitCode));
        Assert.Contains("adds the application \"Salesforce\" to the catalog \"Sales\" (policies/sales.yaml:6)", run.Out, StringComparison.Ordinal);
        Assert.Contains("Which of them are there can't be told: Signing in to the tenant", run.Out, StringComparison.Ordinal);
        Assert.Contains("| `Group.ReadWrite.All` | not asked | adds the group", markdown.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_embedded_tenant_allows_everything_and_says_so()
    {
        var run = await new TestCli(_folder.Path).RunAsync("permissions");

        Assert.Equal(0, run.ExitCode);
        Assert.Contains("dev is an embedded tenant: it holds nobody to grants", run.Out, StringComparison.Ordinal);
        Assert.False(_folder.Has(".reconciler/dev/bindings.json"));
    }

    private static TestCli Cli(GuardedTenant tenant) => tenant.Cli(Variables);

    private async Task<(List<string> Plan, List<string> Apply)> PrintedAsync()
    {
        var run = await new TestCli(_folder.Path).RunAsync("permissions", "--offline", "--format", "json");
        using var report = JsonDocument.Parse(run.Out);
        var lists = report.RootElement.GetProperty("permissions").GetProperty("commands").EnumerateArray()
            .Select(command => command.GetProperty("application").EnumerateArray().Select(row => row.GetProperty("grant").GetString() ?? "").ToList())
            .ToList();
        return (lists[0], lists[1]);
    }
}
