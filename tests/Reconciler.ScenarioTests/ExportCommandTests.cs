using System.Text.Json;

namespace Reconciler.ScenarioTests;

/// <summary>A tenant that somebody made by hand comes under the tool.</summary>
public sealed class ExportCommandTests : IDisposable
{
    private const string Adopts = "is there already; apply records that it is managed from now on.";

    private readonly TryFolder _folder = new();
    private readonly TestCli _cli;

    public ExportCommandTests() => _cli = new TestCli(_folder.Path);

    private string State => _folder.Read(".reconciler/dev/tenant.json");

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task The_whole_tenant_comes_under_the_tool_and_nothing_of_it_changes()
    {
        await AnOldTenant();
        var before = State;

        var exported = await _cli.RunAsync("export");
        Assert.Equal(0, exported.ExitCode);
        Assert.Contains("Exported 26 of 26 from Woodgrove Bank into 14 files", InOneLine(exported), StringComparison.Ordinal);
        Assert.True(_folder.Has("policies/finance/payments-database.yaml"));

        var plan = await _cli.RunAsync("plan", "--detailed-exitcode");
        Assert.StartsWith("No changes.\n", plan.Out, StringComparison.Ordinal);
        Assert.Equal(23, plan.Out.Split("Adopted: ").Length - 1);
        Assert.Equal(0, plan.ExitCode);

        Assert.Equal(0, (await _cli.RunAsync("apply", "--yes")).ExitCode);
        Assert.Equal(before, State);
        Assert.True(_folder.Has(".reconciler/dev/bindings.json"));
        Assert.DoesNotContain(Adopts[..20], (await _cli.RunAsync("plan")).Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Exported_again_nothing_is_left()
    {
        await AnOldTenant();
        await _cli.RunAsync("export");
        var files = Files();

        var again = await _cli.RunAsync("export");

        Assert.Equal("Nothing to export: of 26 in Woodgrove Bank 26 are declared already.\n", again.Out);
        Assert.Equal(files, Files());
    }

    [Fact]
    public async Task One_catalog_after_the_other_comes_under_the_tool()
    {
        await AnOldTenant();

        Assert.Equal(0, (await _cli.RunAsync("export", "--catalog", "finance", "--catalog", "Sales")).ExitCode);
        Assert.Equal(["finance", "sales"], Directory.EnumerateDirectories(Path.Combine(_folder.Path, "policies")).Select(Path.GetFileName).Order());
        Assert.StartsWith("No changes.\n", (await _cli.RunAsync("plan")).Out, StringComparison.Ordinal);

        var rest = await _cli.RunAsync("export", "--format", "json");
        Assert.Equal(0, rest.ExitCode);
        Assert.StartsWith("No changes.\n", (await _cli.RunAsync("plan")).Out, StringComparison.Ordinal);
        var counts = JsonDocument.Parse(rest.Out).RootElement.GetProperty("export").GetProperty("counts").EnumerateArray().ToList();
        Assert.All(counts, count => Assert.Equal(count.GetProperty("there").GetInt32(), count.GetProperty("exported").GetInt32() + count.GetProperty("declared").GetInt32()));
    }

    [Fact]
    public async Task What_policies_have_in_common_becomes_a_template()
    {
        await AnOldTenant();

        var exported = await _cli.RunAsync("export", "--templates");

        Assert.EndsWith("with 1 template.", InOneLine(exported).Split(" All of it")[0].Trim(), StringComparison.Ordinal);
        Assert.Contains("parameters: [ who, expirationAfter ]", _folder.Read("policies/templates.yaml"), StringComparison.Ordinal);
        Assert.Contains("with: { who: [ { organization: Fabrikam } ], expirationAfter: 90 days }", _folder.Read("policies/partners/campaign-material.yaml"), StringComparison.Ordinal);
        Assert.StartsWith("No changes.\n", (await _cli.RunAsync("plan")).Out, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("RCN706", "The tenant has no catalog `Finanse`; did you mean `Finance`?", "--catalog", "Finanse")]
    [InlineData("RCN602", "no tenant \"prod\"", "--tenant", "prod")]
    public async Task What_can_not_be_exported_is_said_and_nothing_is_written(string code, string sentence, params string[] options)
    {
        await AnOldTenant();

        var run = await _cli.RunAsync(["export", .. options]);

        Assert.Equal(3, run.ExitCode);
        Assert.Contains(code, run.Out, StringComparison.Ordinal);
        Assert.Contains(sentence, InOneLine(run), StringComparison.Ordinal);
        Assert.False(_folder.Has("policies"));
    }

    [Fact]
    public async Task A_catalog_outside_of_the_scope_stays_there()
    {
        await AnOldTenant("scope: { catalogs: [ Sales ] }\n");

        Assert.Contains("RCN610", (await _cli.RunAsync("export", "--catalog", "Finance")).Out, StringComparison.Ordinal);
        Assert.Equal(0, (await _cli.RunAsync("export")).ExitCode);
        Assert.Equal(["policies/sales/catalog.yaml", "policies/sales/sales-basics.yaml"], Files().Keys);
    }

    [Fact]
    public async Task Files_go_where_the_workspace_looks_for_them()
    {
        await AnOldTenant("files: [ access/**/*.yaml ]\n");
        await _cli.RunAsync("export");
        Assert.True(_folder.Has("access/finance/catalog.yaml"));

        _folder.Put("reconciler.yaml", _folder.Read("reconciler.yaml").Replace("access/**/*.yaml", "access/*.yaml", StringComparison.Ordinal));
        var nowhere = await _cli.RunAsync("export");
        Assert.Equal(3, nowhere.ExitCode);
        Assert.Contains("RCN705", nowhere.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_policy_of_a_package_that_is_declared_is_named_and_not_written()
    {
        await AnOldTenant();
        _folder.Put("policies/mine.yaml", "kind: AccessPackage\nname: Sales basics\ncatalog: Sales\n");

        var run = await _cli.RunAsync("export", "--catalog", "Sales");

        Assert.Equal(0, run.ExitCode);
        Assert.Contains("RCN704", run.Out, StringComparison.Ordinal);
        Assert.Contains("`Sales / Sales basics / Sales people` is not exported", InOneLine(run), StringComparison.Ordinal);
        Assert.Contains("Exported 1 of 3 (1 declared already)", InOneLine(run), StringComparison.Ordinal);
        Assert.StartsWith("No changes.\n", (await _cli.RunAsync("plan")).Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Where_a_file_can_not_be_written_none_is_left()
    {
        await AnOldTenant();
        _folder.Put("policies/partners", "in the way of a folder");

        var run = await _cli.RunAsync("export");

        Assert.Equal(3, run.ExitCode);
        Assert.Contains("RCN611", run.Out, StringComparison.Ordinal);
        Assert.Empty(Files());
    }

    [Fact]
    public async Task An_old_tenant_starts_green_and_what_comes_later_is_shown()
    {
        await AnOldTenant();
        _folder.Put(".reconciler/dev/tenant.json", State
            .Replace("\"isApprovalRequiredForAdd\": true", "\"isApprovalRequiredForAdd\": false", StringComparison.Ordinal)
            .Replace("allConfiguredConnectedOrganizationUsers", "allExternalUsers", StringComparison.Ordinal));

        var exported = await _cli.RunAsync("export", "--catalog", "General");
        Assert.Equal(0, exported.ExitCode);
        Assert.Contains("in baseline.yaml: known, counted and not shown.", InOneLine(exported), StringComparison.Ordinal);
        var first = _folder.Read("baseline.yaml").Split('\n').Count(line => line.Contains("code: RCN", StringComparison.Ordinal));
        Assert.InRange(first, 1, 20);
        Assert.DoesNotContain("RCN1", (await _cli.RunAsync("validate")).Out, StringComparison.Ordinal);
        Assert.StartsWith("No changes.\n", (await _cli.RunAsync("plan")).Out, StringComparison.Ordinal);

        _folder.Put("baseline.yaml", _folder.Read("baseline.yaml") + "  # Looked at in March.\n");
        Assert.Equal(0, (await _cli.RunAsync("export")).ExitCode);
        Assert.Contains("# Looked at in March.", _folder.Read("baseline.yaml"), StringComparison.Ordinal);
        Assert.True(_folder.Read("baseline.yaml").Split('\n').Count(line => line.Contains("code: RCN", StringComparison.Ordinal)) > first);
        Assert.DoesNotContain("RCN1", (await _cli.RunAsync("validate")).Out, StringComparison.Ordinal);

        _folder.Put("policies/late.yaml", "kind: AccessPackage\nname: Late\ncatalog: Partners\npolicies:\n  - { name: Everybody, requestors: { who: anyExternalUser }, approval: none, expiration: never }\n");
        Assert.Contains("policies/late.yaml:5:", (await _cli.RunAsync("validate")).Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_comes_from_one_of_several_tenants_is_declared_for_that_one()
    {
        await AnOldTenant();
        _folder.Put("reconciler.yaml", "version: 1\ntimeZone: Europe/Oslo\ntenants:\n  dev: { adapter: embedded }\n  other: { adapter: embedded }\ndefaultTenant: dev\n");

        Assert.Equal(0, (await _cli.RunAsync("export")).ExitCode);

        Assert.Contains("only: [ dev ]", _folder.Read("policies/finance/ledger.yaml"), StringComparison.Ordinal);
        Assert.StartsWith("No changes.\n", (await _cli.RunAsync("plan")).Out, StringComparison.Ordinal);
        Assert.StartsWith("No changes.\n", (await _cli.RunAsync("plan", "--tenant", "other")).Out, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("version: 1\nfindings: []\n")]
    [InlineData("findings:\n- { code: RCN106, target: { settings: true } }\nversion: 1\n")]
    public async Task A_baseline_in_another_form_stays_as_it_is(string baseline)
    {
        await AnOldTenant();
        _folder.Put("baseline.yaml", baseline);
        _folder.Put(".reconciler/dev/tenant.json", State.Replace("\"isApprovalRequiredForAdd\": true", "\"isApprovalRequiredForAdd\": false", StringComparison.Ordinal));

        var run = await _cli.RunAsync("export");

        Assert.Equal(0, run.ExitCode);
        Assert.Contains("RCN613", run.Out, StringComparison.Ordinal);
        Assert.Equal(baseline, _folder.Read("baseline.yaml"));
        Assert.StartsWith("No changes.\n", (await _cli.RunAsync("plan")).Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_export_for_a_comment_names_its_files()
    {
        await AnOldTenant();

        var run = await _cli.RunAsync("export", "--catalog", "Sales", "--format", "markdown");

        Assert.Contains("Exported 3 of 3", run.Out, StringComparison.Ordinal);
        Assert.Contains("- `policies/sales/sales-basics.yaml`", run.Out, StringComparison.Ordinal);
    }

    /// <summary>The bank's tenant, in which another workspace made everything, and a workspace that knows nothing of it.</summary>
    private async Task AnOldTenant(string more = "")
    {
        using var maker = new TryFolder();
        Checkout.Copy("policies-example", maker.Path);
        Assert.Equal(0, (await new TestCli(maker.Path).RunAsync("apply", "--yes")).ExitCode);
        _folder.Put(".reconciler/dev/tenant.json", maker.Read(".reconciler/dev/tenant.json"));
        _folder.Put("reconciler.yaml", $"version: 1\ntimeZone: Europe/Oslo\n{more}tenants:\n  dev: {{ adapter: embedded }}\n");
    }

    private static string InOneLine(TestRun run) => string.Join(' ', run.Out.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    private SortedDictionary<string, string> Files() => new(
        Directory.EnumerateFiles(_folder.Path, "*.yaml*", SearchOption.AllDirectories).Select(path => Path.GetRelativePath(_folder.Path, path))
            .Where(path => path != "reconciler.yaml").ToDictionary(path => path, _folder.Read), StringComparer.Ordinal);
}
