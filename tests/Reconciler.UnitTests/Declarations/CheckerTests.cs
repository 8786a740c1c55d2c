using System.Reflection;
using Reconciler.Declarations;
using Reconciler.Declarations.Rules;
using Reconciler.Entitlements;

namespace Reconciler.UnitTests.Declarations;

public sealed class CheckerTests
{
    private const string Outsiders = "requestors: { who: anyExternalUser }\n";

    private const string Insiders = "requestors: { who: anyMember }\n";

    [Fact]
    public void A_check_that_nobody_runs_is_none()
    {
        var there = typeof(Checker).Assembly.GetTypes().Where(type => type.IsClass && typeof(ICheck).IsAssignableFrom(type));
        var run = typeof(Checker).GetFields(BindingFlags.NonPublic | BindingFlags.Static).SelectMany(field => field.GetValue(null) as ICheck[] ?? []);

        Assert.Equal(there.Select(type => type.Name).Order(), run.Select(check => check.GetType().Name).Distinct().Order());
    }

    [Fact]
    public void A_package_is_in_a_catalog_that_stays() =>
        Assert.Equal(
            ["7:10 RCN100 The access package `P` is in the catalog `C`, which is declared `ensure: absent` at policies/a.yaml:3:9."],
            Told("kind: Catalog\nname: C\nensure: absent\n---\nkind: AccessPackage\nname: P\ncatalog: C\n"));

    [Fact]
    public void A_resource_is_in_its_catalog() =>
        Assert.Equal(
            ["8:28 RCN101 The group `Colaboration` is not among the resources of the catalog `C` (at policies/a.yaml:3:12); did you mean `Collaboration`?"],
            Told("kind: Catalog\nname: C\nresources: [ { group: Collaboration }, { group: B, id: '1' } ]\n---\nkind: AccessPackage\nname: P\ncatalog: c\n"
                + "resourceRoles: [  { group: Colaboration }, { group: b } ]\n"));

    [Fact]
    public void A_catalog_that_lists_nothing_is_asked_of_the_tenant() =>
        Assert.Empty(Told("kind: Catalog\nname: C\n---\nkind: AccessPackage\nname: P\ncatalog: C\nresourceRoles: [ { group: X } ]\n"));

    [Theory]
    [InlineData(Insiders + "approval: { stages: [ { approvers: [ { manager: 1 } ] } ] }", "7:36 RCN102 This stage has no `fallback` for requests where the manager can't be found.")]
    [InlineData(Insiders + "approval: { stages: [ { approvers: [ { sponsors: ofUser } ] } ] }", "7:36 RCN102 This stage has no `fallback` for requests where the sponsors can't be found.")]
    [InlineData(
        Insiders + "approval: { stages: [ { approvers: [ { sponsors: internal } ], fallback: [ { user: a } ] } ] }",
        "7:38 RCN103 This stage asks sponsors of a connected organization, but the policy is not open to users from outside.")]
    [InlineData("requestors: { who: nobody, mayRequest: true }", "6:44 RCN105 `mayRequest: true` has no effect: `who` is `nobody`.")]
    [InlineData(Outsiders + "approval: none", "7:15 RCN106 Anybody from outside who requests this access package gets it without an approval.")]
    public void A_policy_that_can_not_do_what_it_says_is_a_warning(string keys, string expected)
    {
        Assert.Equal([expected.Replace("7:36", "7:40", StringComparison.Ordinal).Replace("7:38", "7:42", StringComparison.Ordinal)], Told(Loading.PolicyYaml(keys)));
        Assert.All(Check(Loading.PolicyYaml(keys)), d => Assert.Equal(Severity.Warning, d.Severity));
    }

    [Fact]
    public void Users_from_outside_can_use_the_catalog() =>
        Assert.Equal(
            ["6:24 RCN104 Nobody from outside can use this policy: the catalog `C` is not enabled for external users."],
            Told(Loading.PolicyYaml(Outsiders) + "---\nkind: Catalog\nname: C\nenabledForExternalUsers: false\n"));

    [Theory]
    [InlineData(Outsiders + "approval: { stages: [ { approvers: [ { sponsors: internal } ], fallback: [ { user: a } ] } ] }")]
    [InlineData(Insiders + "approval: { stages: [ { approvers: [ { user: a } ] } ] }")]
    [InlineData(Insiders + "approval: none")]
    [InlineData("requestors: { who: nobody }")]
    [InlineData("ensure: absent")]
    public void A_policy_that_can_is_not_remarked_upon(string keys) => Assert.Empty(Told(Loading.PolicyYaml(keys)));

    private static EquatableArray<Diagnostic> Check(string yaml)
    {
        var result = Loading.Text(yaml);
        Assert.Empty(result.Diagnostics);
        return Checker.Check(result.Declared, result.Sources);
    }

    private static string[] Told(string yaml) => (new LoadResult { Diagnostics = Check(yaml) }).Told();
}
