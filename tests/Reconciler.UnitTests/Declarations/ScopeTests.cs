using Reconciler.Declarations;
using Reconciler.Entitlements;
using Reconciler.Entitlements.Fields;

namespace Reconciler.UnitTests.Declarations;

public sealed class ScopeTests
{
    private const string Yaml = "kind: Settings\nexternalUserLifecycle: { whenLastAssignmentEnds: none }\n---\nkind: Catalog\nname: HR\nprotect: true\nenabled: true\n---\nkind: Catalog\nname: finance\n---\nkind: AccessPackage\nname: P\ncatalog: HR\npolicies: [ { name: Q, approval: none } ]\n";

    [Fact]
    public void What_is_declared_outside_of_it_is_left_to_others_and_named()
    {
        var result = In("scope: { catalogs: [ Finance ] }");

        Assert.Empty(result.Told());
        Assert.Equal(["Settings", "HR", "HR / P", "HR / P / Q"], result.OutOfScope.Select(key => $"{key}"));
        Assert.Equal(["finance"], result.Declared.Declarations.Where(d => d.Ensure == Ensure.Present).Select(d => $"{d.Key}"));
        Assert.Equal(Ensure.Elsewhere, result.Declared.Find(EntityKey.Catalog("HR"))?.Ensure);
    }

    [Fact]
    public void Without_one_it_is_the_whole_tenant()
    {
        var result = In("");

        Assert.Equal(Scope.Whole, result.Workspace?.Scope);
        Assert.Empty(result.OutOfScope);
    }

    [Fact]
    public void It_has_all_its_keys() =>
        Assert.Equal(
            new Scope { Catalogs = ["A"], Organizations = ["B"], Settings = true, TenantRoles = true },
            In("scope: { catalogs: [ A ], organizations: [ B ], settings: true, tenantRoles: true }").Workspace?.Scope);

    [Theory]
    [InlineData("scope: {}", "2:8 RCN099 Nothing is in this scope.")]
    [InlineData("scope: { settings: false }", "2:8 RCN099 Nothing is in this scope.")]
    [InlineData("scope: { catalogs: [] }", "2:20 RCN054 This list needs at least 1 catalog.")]
    [InlineData("scope: { organizations: [] }", "2:25 RCN054 This list needs at least 1 organization.")]
    [InlineData("scope: { catalog: [ A ] }", "2:10 RCN040 Unknown key `catalog`; did you mean `catalogs`?")]
    [InlineData("scope:", "2:7 RCN042 There is no value for `scope`.")]
    [InlineData("scope: all", "2:8 RCN044 Here stands `all`, where a mapping with `catalogs`, `organizations`, `settings` and `tenantRoles` is expected.")]
    public void What_is_wrong_with_it(string scope, string expected) => Assert.Equal([expected], In(scope).Told());

    [Fact]
    public void A_tenant_of_Graph_is_in_a_cloud()
    {
        var tenants = Loading.Workspace("version: 1\ntenants:\n  a: { adapter: graph, tenantId: 7f3c0000-0000-4000-8000-000000000001 }\n  b: { adapter: graph, tenantId: 7f3c0000-0000-4000-8000-000000000001, cloud: usGovDod }\ndefaultTenant: a\n").Workspace?.Tenants;

        Assert.Equal([TenantCloud.Public, TenantCloud.UsGovDod], tenants?.Select(tenant => tenant.Cloud));
        Assert.Equal(
            ["2:88 RCN045 Unknown word `usGove`; did you mean `usGov`?"],
            Loading.Workspace("version: 1\ntenants: { a: { adapter: graph, tenantId: 7f3c0000-0000-4000-8000-000000000001, cloud: usGove } }").Told());
    }

    private static LoadResult In(string scope) => DeclarationLoader.Load($"version: 1\n{scope}\n", [(Loading.File, System.Text.Encoding.UTF8.GetBytes(Yaml))]);
}
