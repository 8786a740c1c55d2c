using Reconciler.Entitlements;

namespace Reconciler.UnitTests.Declarations;

public sealed class WholeWorkspaceTests
{
    private const string Seed = """
        kind: Settings
        externalUserLifecycle: { whenLastAssignmentEnds: blockSignInAndDelete, deleteAfter: 30 days }
        ---
        kind: Catalog
        name: General
        description: Built-in catalog
        enabled: true
        enabledForExternalUsers: true
        resources:
          - { group: External collaboration }
        ---
        kind: AccessPackage
        name: External user package
        catalog: General
        description: Access for external users pending approval
        hidden: false
        resourceRoles:
          - { group: External collaboration, role: member }
        policies:
          - name: External users
            description: All users from outside, approved by an internal sponsor
            requestors: { who: anyExternalUser }
            approval:
              stages:
                - approvers: [ { sponsors: internal } ]
                  fallback: [ { group: Governance team } ]
            expiration: { after: 60 days }
        """;

    [Fact]
    public void A_workspace_without_faults_loads_without_findings()
    {
        var result = Loading.Text(Seed);

        Assert.Empty(result.Told());
        Assert.Equal(1, result.FileCount);
        Assert.Equal(
            ["Settings", "General", "General / External user package", "General / External user package / External users"],
            result.Declared.Declarations.Select(d => d.Key.ToString()));
    }

    [Fact]
    public void Every_value_knows_where_it_was_written()
    {
        var sources = Loading.Text(Seed).Sources;
        var policy = EntityKey.Policy("General", "External user package", "External users");

        Assert.Equal("policies/a.yaml:4:1", sources.Find(EntityKey.Catalog("general"), "")?.ToString());
        Assert.Equal("policies/a.yaml:10:14", sources.Find(EntityKey.Catalog("General"), "resources[0]")?.ToString());
        Assert.Equal("policies/a.yaml:20:5", sources.Find(policy, "")?.ToString());
        Assert.Equal("policies/a.yaml:25:24", sources.Find(policy, "approval.stages[0].approvers[0]")?.ToString());
        Assert.Equal("policies/a.yaml:18:14", sources.Find(policy.Parent ?? policy, "resourceRoles[0].resource")?.ToString());
    }

    [Fact]
    public void An_unknown_key_is_told_with_the_one_that_was_meant()
    {
        var result = Loading.Text(Loading.PolicyYaml("aproval: none"));

        Assert.Equal(["6:5 RCN040 Unknown key `aproval`; did you mean `approval`?"], result.Told());
    }

    [Fact]
    public void A_block_whose_values_are_commented_out_is_an_error()
    {
        var result = Loading.Text(Loading.PolicyYaml("approval:\n#  stages: []"));

        Assert.Equal(["6:14 RCN042 There is no value for `approval`."], result.Told());
    }

    [Fact]
    public void What_is_wrong_with_a_reference_is_shown_at_its_name()
    {
        var result = Loading.Text("""
            kind: AccessPackage
            name: P
            catalog: C
            resourceRoles:
              - { role: owner, group: Some group }
            policies:
              - name: Q
                requestors: { who: [ { user: a }, &b { group: b } ] }
                approval: { stages: [ { approvers: [ { user: u }, { manager: 1 } ], fallback: [ *b ] } ] }
            """);
        var policy = EntityKey.Policy("C", "P", "Q");

        Assert.Empty(result.Told());
        Assert.Equal(new SourceSpan(Loading.File, 5, 27, 10), result.Sources.Find(EntityKey.Package("C", "P"), "resourceRoles[0].resource"));
        Assert.Equal(new SourceSpan(Loading.File, 5, 27, 10), result.Sources.Find(EntityKey.Package("C", "P"), "resourceRoles[0]"));
        Assert.Equal(new SourceSpan(Loading.File, 8, 34), result.Sources.Find(policy, "requestors.who[0]"));
        Assert.Equal("policies/a.yaml:8:51", $"{result.Sources.Find(policy, "requestors.who[1]")}");
        Assert.Equal("policies/a.yaml:9:50", $"{result.Sources.Find(policy, "approval.stages[0].approvers[0]")}");
        Assert.Equal("policies/a.yaml:9:55", $"{result.Sources.Find(policy, "approval.stages[0].approvers[1]")}");
        Assert.Equal("policies/a.yaml:9:85", $"{result.Sources.Find(policy, "approval.stages[0].fallback[0]")}");
    }
}
