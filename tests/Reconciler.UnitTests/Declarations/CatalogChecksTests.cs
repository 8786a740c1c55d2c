using Reconciler.Declarations;

namespace Reconciler.UnitTests.Declarations;

/// <summary>What has to hold between catalogs, extensions, organizations and assignments, each once broken at its place and once just not.</summary>
public sealed class CatalogChecksTests
{
    private const string Guid = "0f2b6e4c-5b77-4a9d-8b8a-31d2a1c7e901";

    [Theory]
    [InlineData("{ group: A, geo: https://x }", "3:31 RCN131 The group `A` is no site and has no `geo`.")]
    [InlineData("{ application: A, geo: https://x }", "3:37 RCN131 The application `A` is no site and has no `geo`.")]
    [InlineData("{ site: https://x.example/, geo: https://x }")]
    [InlineData("{ site: http://x.example }", "3:22 RCN147 `http://x.example` is no address that begins with `https://`.")]
    [InlineData("{ site: Marketing }", "3:22 RCN147 `Marketing` is no address that begins with `https://`.")]
    [InlineData("{ group: A, attributes: [ { name: a, question: { text: b, pattern: '[' } } ] }", "3:81 RCN149 `[` is no regular expression that we can read: Invalid pattern '[' at offset 1. Unterminated [] set.")]
    [InlineData("{ group: A, attributes: [ { name: a, question: { text: b, localizations: { de: { choices: [ c ], text: d } } } } ] }", "3:104 RCN133 The question has no choices, and 1 in `de`.")]
    public void Resources(string resource, params string[] expected) => Assert.Equal(expected, Told($"kind: Catalog\nname: C\nresources: [ {resource} ]\n"));

    [Theory]
    [InlineData("runs: onAssignment, waits: { within: 1 day }", "3:53 RCN135 Nothing waits for an extension that runs on assignments.")]
    [InlineData("runs: onAssignment, waits: none")]
    [InlineData("runs: onRequest, waits: { within: 1 day }")]
    [InlineData("waits: { within: 1 day }")]
    [InlineData("endpoint: http://x.example", "3:36 RCN147 `http://x.example` is no address that begins with `https://`.")]
    [InlineData("endpoint: https://x.example/hook")]
    [InlineData("logicApp: { subscription: dev, resourceGroup: a, workflow: b }", "3:52 RCN145 `dev` is no id.")]
    [InlineData("logicApp: { subscription: " + Guid + ", resourceGroup: a, workflow: b }")]
    public void Extensions(string extension, params string[] expected) => Assert.Equal(expected, Told($"kind: Catalog\nname: C\nextensions: [ {{ name: E, {extension} }} ]\n"));

    [Theory]
    [InlineData("requestCreated", "onRequest")]
    [InlineData("assignmentRemoved", "onRequest")]
    [InlineData("fourteenDaysBeforeExpiration", "onAssignment")]
    [InlineData("requestApproved", "onAssignment", "onRequest")]
    [InlineData("oneDayBeforeExpiration", "onRequest", "onAssignment")]
    public void An_extension_runs_at_stages_of_its_occasion(string stage, string runs, string? needed = null)
    {
        var result = Loading.Text($"{Loading.PolicyYaml($"callouts: [ {{ run: E, at: {stage} }} ]")}---\nkind: Catalog\nname: c\nextensions: [ {{ name: e, runs: {runs} }} ]\n");
        Assert.Empty(result.Told());

        Assert.Equal(
            needed is null ? [] : [$"6:24 RCN134 The extension `E` can't run at this stage.\nName one with `runs: {needed}`."],
            new LoadResult { Diagnostics = Checker.Check(result.Declared, result.Sources) }.Advised());
    }

    [Fact]
    public void Of_an_extension_that_is_not_declared_only_the_tenant_can_tell() =>
        Assert.Empty(Told(Loading.PolicyYaml("callouts: [ { run: E, at: requestCreated } ]") + "---\nkind: Catalog\nname: C\nextensions: [ { name: E } ]\n"));

    [Theory]
    [InlineData("{ tenant: fabrikam.com }", "3:30 RCN145 `fabrikam.com` is no id.")]
    [InlineData("{ cloud: usGov, tenant: x }", "3:44 RCN145 `x` is no id.")]
    [InlineData("{ tenant: " + Guid + " }")]
    [InlineData("{ domain: fabrikam }", "3:30 RCN146 `fabrikam` is no domain.")]
    [InlineData("{ domain: 'https://fabrikam.com' }", "3:30 RCN146 `https://fabrikam.com` is no domain.")]
    [InlineData("{ federation: a b.com, issuer: x }", "3:34 RCN146 `a b.com` is no domain.")]
    [InlineData("{ domain: fabrikam.co.uk }")]
    [InlineData("{ domain: bücher.example }")]
    [InlineData("{ social: facebook }")]
    public void Identity_sources(string source, params string[] expected) => Assert.Equal(expected, Told($"kind: ConnectedOrganization\nname: F\nidentitySources: [ {source} ]\n"));

    [Fact]
    public void One_identity_source_is_that_of_one_organization()
    {
        const string two = "kind: ConnectedOrganization\nname: A\nidentitySources: [ { domain: a.example } ]\n---\nkind: ConnectedOrganization\nname: B\n";

        Assert.Equal(
            ["7:43 RCN142 The organization `A` has this identity source too (at policies/a.yaml:3:18), and by it an organization is recognised."],
            Told(two + "identitySources: [ { domain: b.example }, { domain: A.Example } ]\n"));
        Assert.Empty(Told(two + "identitySources: [ { domain: b.example } ]\n"));
        Assert.Empty(Told(two + "ensure: absent\n"));
    }

    [Fact]
    public void A_package_does_not_exclude_itself()
    {
        Assert.Equal(
            ["4:72 RCN144 An access package can't be incompatible with itself."],
            Told("kind: AccessPackage\nname: P\ncatalog: C\nincompatibleWith: [ { package: P, catalog: D }, { catalog: c, package: p } ]\n"));
        Assert.Empty(Told("kind: AccessPackage\nname: P\ncatalog: C\nincompatibleWith: [ { package: P, catalog: D }, { group: P } ]\n"));
    }

    [Theory]
    [InlineData("approval: { stages: [ { approvers: [ { user: a } ] } ] }", "4:35 RCN148 Nobody can be assigned through the policy `q`: it asks for an approval.")]
    [InlineData("approval: none")]
    [InlineData("description: the tenant tells")]
    public void Nobody_is_assigned_through_an_approval(string policy, params string[] expected) =>
        Assert.Equal(expected, Told($"kind: AccessPackage\nname: P\ncatalog: C\nassignments: [ {{ user: a, policy: q }} ]\npolicies: [ {{ name: Q, {policy} }} ]\n"));

    [Fact]
    public void What_a_variable_that_nobody_defined_stands_for_is_not_called_wrong_too()
    {
        var result = Loading.Text("kind: Catalog\nname: C\nresources: [ { site: $(var.x) } ]\n");

        Assert.Equal(["3:22 RCN031 The variable `x` is not defined."], result.Told());
        Assert.Empty(Checker.Check(result.Declared, result.Sources));
    }

    private static string[] Told(string yaml)
    {
        var result = Loading.Text(yaml);
        Assert.Empty(result.Told());
        return new LoadResult { Diagnostics = Checker.Check(result.Declared, result.Sources) }.Told();
    }
}
