using Reconciler.Declarations;
using Reconciler.Entitlements;

namespace Reconciler.UnitTests.Declarations;

public sealed class WorkspaceTests
{
    [Fact]
    public void A_workspace_has_all_its_keys()
    {
        var result = Loading.Workspace("""
            version: 1
            timeZone: Europe/Oslo
            files: [ "finance/**/*.yaml", hr.yml ]
            tenants:
              demo: { adapter: embedded, seed: seeds/directory.yaml }
              contoso:
                adapter: graph
                tenantId: 7f3c0000-0000-4000-8000-000000000001
            defaultTenant: demo
            budgets: { deletes: { count: 0 }, removals: { count: 25 } }
            """);

        Assert.Empty(result.Told());
        var workspace = Assert.IsType<Workspace>(result.Workspace);
        Assert.Equal("Europe/Oslo", workspace.TimeZone.Id);
        Assert.Equal(["finance/**/*.yaml", "hr.yml"], workspace.Files);
        Assert.Equal("demo", workspace.DefaultTenant);
        Assert.Equal(new BudgetLimits(0, 25), workspace.Budgets);
        Assert.Equal(
            [
                new TenantSettings { Name = "demo", Adapter = "embedded", Seed = "seeds/directory.yaml", SeedWhere = new SourceSpan("reconciler.yaml", 5, 36, 20), Where = new SourceSpan("reconciler.yaml", 5, 3, 4) },
                new TenantSettings { Name = "contoso", Adapter = "graph", TenantId = "7f3c0000-0000-4000-8000-000000000001", Where = new SourceSpan("reconciler.yaml", 6, 3, 7) },
            ],
            workspace.Tenants);
    }

    [Fact]
    public void What_is_left_out_has_a_default()
    {
        var workspace = Loading.Workspace("version: 1").Workspace;

        Assert.Equal(new Workspace { Folder = "" }, workspace);
        Assert.Equal(TimeZoneInfo.Utc, workspace?.TimeZone);
        Assert.Equal(["policies/**/*.yaml", "policies/**/*.yml"], workspace?.Files);
    }

    [Theory]
    [InlineData("timeZone: UTC", "1:1 RCN043 The key `version` is missing in this workspace.")]
    [InlineData("version: 2", "1:10 RCN048 `2` is not 1.")]
    [InlineData("version: 1\nrules: {}", "2:1 RCN041 This build does not support the key `rules` yet.")]
    [InlineData("version: 1\nfile: [ a ]", "2:1 RCN040 Unknown key `file`; did you mean `files`?")]
    [InlineData("version: 1\ntimeZone: Europe/Olso", "2:11 RCN090 Unknown time zone `Europe/Olso`; did you mean `Europe/Oslo`?")]
    [InlineData("version: 1\ntimeZone: ../../etc/passwd", "2:11 RCN090 Unknown time zone `../../etc/passwd`.")]
    [InlineData("version: 1\ntimeZone: Europe", "2:11 RCN090 Unknown time zone `Europe`.")]
    [InlineData("version: 1\ntimeZone:", "2:10 RCN042 There is no value for `timeZone`.")]
    [InlineData("version: 1\nfiles: []", "2:8 RCN054 This list needs at least 1 pattern.")]
    [InlineData("version: 1\nfiles: [ ../x.yaml ]", "2:10 RCN095 The pattern `../x.yaml` leaves the workspace.")]
    [InlineData("version: 1\nfiles: [ /etc/*.yaml ]", "2:10 RCN095 The pattern `/etc/*.yaml` leaves the workspace.")]
    [InlineData("version: 1\nfiles: [ 'a[bc].yaml' ]", "2:10 RCN095 The pattern `a[bc].yaml` holds `[`, which means nothing in it.")]
    [InlineData("version: 1\nfiles: [ a**.yaml ]", "2:10 RCN095 The pattern `a**.yaml` has `**` beside other letters.")]
    [InlineData("version: 1\ntenants:", "2:9 RCN042 There is no value for `tenants`.")]
    [InlineData("version: 1\ntenants: [ a ]", "2:10 RCN044 Here stands a list, where a mapping of names to tenants is expected.")]
    [InlineData("version: 1\ntenants: { ../a: { adapter: embedded } }", "2:12 RCN091 `../a` can't be the name of a tenant.")]
    [InlineData("version: 1\ntenants: { .a: { adapter: embedded } }", "2:12 RCN091 `.a` can't be the name of a tenant.")]
    [InlineData("version: 1\ntenants: { a: { adapter: embedded }, A: { adapter: embedded } }", "2:38 RCN092 The tenant `A` differs only in case from the one at reconciler.yaml:2:12.")]
    [InlineData(
        "version: 1\ntenants: { a: { adapter: graph, tenantId: 7f3c0000-0000-4000-8000-000000000001, endpoint: http://graph.example/v1.0/, authority: https://login.example/ } }",
        "2:91 RCN150 `http://graph.example/v1.0/` can't be an address that secrets and tokens are sent to.")]
    [InlineData("version: 1\ntenants: { a: { adapter: graph, tenantId: contoso.com } }", "2:43 RCN151 `contoso.com` is no id of a tenant.")]
    [InlineData("version: 1\ntenants: { a: { adapter: graph, tenantId: 7f3c } }", "2:43 RCN151 `7f3c` is no id of a tenant.")]
    [InlineData("version: 1\ntenants: { a: }", "2:15 RCN042 There is no value for the tenant `a`.")]
    [InlineData("version: 1\ntenants: { a: b }", "2:15 RCN044 Here stands `b`, where a mapping with `adapter` is expected.")]
    [InlineData("version: 1\ntenants: { a: { seed: x } }", "2:15 RCN043 The key `adapter` is missing in this tenant.")]
    [InlineData("version: 1\ntenants: { a: { adapter: embeded } }", "2:26 RCN045 Unknown word `embeded`; did you mean `embedded`?")]
    [InlineData("version: 1\ntenants: { a: { adapter: embedded, seed: ../x.yaml } }", "2:42 RCN094 The path `../x.yaml` leaves the workspace.")]
    [InlineData("version: 1\ntenants: { a: { adapter: embedded, tenantId: x } }", "2:36 RCN096 The key `tenantId` can't stand beside `adapter: embedded`.")]
    [InlineData("version: 1\ntenants: { a: { adapter: graph } }", "2:15 RCN043 The key `tenantId` is missing in this tenant.")]
    [InlineData("version: 1\ntenants: { a: { adapter: embedded, cloud: public } }", "2:36 RCN096 The key `cloud` can't stand beside `adapter: embedded`.")]
    [InlineData("version: 1\ntenants: { demo: { adapter: embedded } }\ndefaultTenant: dmo", "3:16 RCN093 Unknown tenant `dmo`; did you mean `demo`?")]
    [InlineData("version: 1\nbudgets: { peopleLosingAccess: 10 }", "2:12 RCN041 This build does not support the key `peopleLosingAccess` yet.")]
    [InlineData("version: 1\nbudgets: { deletes: 5 }", "2:21 RCN044 Here stands `5`, where `{ count: … }` is expected.")]
    [InlineData("version: 1\nbudgets: { deletes: {} }", "2:21 RCN043 The key `count` is missing in this budget.")]
    [InlineData("version: 1\nbudgets: { deletes: { count: -1 } }", "2:30 RCN048 `-1` is not between 0 and 1000000.")]
    [InlineData("version: 1\nbudgets:", "2:9 RCN042 There is no value for `budgets`.")]
    [InlineData("- x", "1:1 RCN044 Here stands a list, where one document, a mapping with `version` and `tenants` is expected.")]
    [InlineData("", "1:1 RCN044 Here stands nothing, where one document, a mapping with `version` and `tenants` is expected.")]
    public void What_is_wrong_in_a_workspace(string yaml, string expected) => Assert.Equal([expected], Loading.Workspace(yaml).Told());

    [Fact]
    public void Policy_files_are_looked_at_even_where_the_workspace_is_no_YAML()
    {
        var result = DeclarationLoader.Load("version: [", [("a.yaml", "kind: Catalog\nnam: A"u8.ToArray())]);

        Assert.Null(result.Workspace);
        Assert.Equal(["RCN040", "RCN020"], result.Diagnostics.Select(d => d.Code));
    }
}
