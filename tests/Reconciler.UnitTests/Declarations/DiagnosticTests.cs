namespace Reconciler.UnitTests.Declarations;

/// <summary>Every finding about what a policy file says, with its place and its words.</summary>
public sealed class DiagnosticTests
{
    [Theory]
    [InlineData("kind: Catalog\nname: 'A", "2:7 RCN020")]
    [InlineData("kind: Catalog\nname: \"\\ud800\"", "2:7 RCN020")]
    public void What_is_no_YAML_is_one_finding(string yaml, string expected) =>
        Assert.StartsWith(expected, Assert.Single(Loading.Text(yaml).Told()), StringComparison.Ordinal);

    [Theory]
    [InlineData("kind: Catalog\nname: A\nname: B", "3:1 RCN025 The key `name` stands here a second time; the first is at policies/a.yaml:2:1.")]
    [InlineData("kind: Catalog\nname: A\n? [ x ]\n: y", "3:3 RCN026 A key must be plain text, not a list, a mapping, an alias or nothing.")]
    [InlineData("kind: Catalog\nname: !secret A", "2:7 RCN027 The tag `!secret` can't stand here.")]
    [InlineData("kind: Catalog\nname: !!map A", "2:7 RCN027 The tag `!!map` can't stand here.")]
    [InlineData("kind: Catalog\nname: A\n<<: B", "3:5 RCN028 Only a mapping, or a list of mappings, can be merged with `<<`.")]
    public void Structure_that_YAML_allows_and_the_language_does_not(string yaml, string expected) => Assert.Equal([expected], Loading.Text(yaml).Told());

    [Theory]
    [InlineData("kind: Catalog\nname: A\nEnabled: true", "3:1 RCN040 Unknown key `Enabled`; did you mean `enabled`?")]
    [InlineData("kind: Catalog\nname: A\nxyzzy: true", "3:1 RCN040 Unknown key `xyzzy`.")]
    [InlineData("kind: Catalog\nname: A\ndelegates: x", "3:12 RCN044 Here stands `x`, where a mapping with `owners`, `readers`, `accessPackageManagers` and `assignmentManagers` is expected.")]
    [InlineData("kind: Catalog\nname: A\nresources: [ { package: X } ]", "3:16 RCN040 Unknown key `package`.")]
    [InlineData("kind: Catalog\nname:", "2:6 RCN042 There is no value for `name`.")]
    [InlineData("kind: Catalog\nname: A\ndescription: ~", "3:14 RCN042 There is no value for `description`.")]
    [InlineData("kind: Catalog\nname: A\nresources: [ null ]", "3:14 RCN042 There is no value for this resource.")]
    [InlineData("kind: Catalog\nname: A\nresources: [ { group: } ]", "3:23 RCN042 There is no value for `group`.")]
    [InlineData("kind: Catalog\ndescription: A", "1:1 RCN043 The key `name` is missing in this catalog.")]
    [InlineData("kind: AccessPackage\nname: A", "1:1 RCN043 The key `catalog` is missing in this access package.")]
    [InlineData("kind: Catalog\nname: A\nresources: x", "3:12 RCN044 Here stands `x`, where a list of resources is expected.")]
    [InlineData("kind: Catalog\nname: [ A ]", "2:7 RCN044 Here stands a list, where text is expected.")]
    [InlineData("kind: Catalog\nname: A\nresources: [ Finance ]", "3:14 RCN044 Here stands `Finance`, where `{ group: … }`, `{ application: … }` or `{ site: … }` is expected.")]
    [InlineData("kind: Catalog\nname: A\nensure: absnt", "3:9 RCN045 Unknown word `absnt`; did you mean `absent`?")]
    [InlineData("kind: Catalog\nname: A\nenabled: yes", "3:10 RCN046 `yes` is neither `true` nor `false`.")]
    [InlineData("kind: Catalog\nname: A\nenabled: 'true'", "3:10 RCN046 The text `true` is neither `true` nor `false`.")]
    [InlineData("kind: Catalog\nname: A\nresources: [ { group: X }, { group: x } ]", "3:28 RCN053 This resource stands here a second time; the first is at policies/a.yaml:3:14.")]
    [InlineData("kind: Catalog\nname: A\npreviously: [ b, B ]", "3:18 RCN053 This name stands here a second time; the first is at policies/a.yaml:3:15.")]
    [InlineData("kind: Catalog\nname: ''", "2:7 RCN057 The text is empty, which it can't be here.")]
    [InlineData("kind: Catalog\nname: ' A'", "2:7 RCN058 The name ` A` begins or ends with a space.")]
    [InlineData("kind: Catalog\nname: \"A\\tB\"", "2:7 RCN052 The text holds the character U+0009, which nobody can see, behind `A`.")]
    [InlineData("kind: Catalog\nname: \"A\\u202eB\"", "2:7 RCN052 The text holds the character U+202E, which nobody can see, behind `A`.")]
    [InlineData("kind: Catalog\nname: A\ndescription: \"\\e[31m\"", "3:14 RCN052 The text holds the character U+001B, which nobody can see, at its beginning.")]
    [InlineData("kind: Catalog\nname: A\ndescription: \"\\x85\"", "3:14 RCN052 The text holds the character U+0085, which nobody can see, at its beginning.")]
    public void Keys_and_values_of_a_catalog(string yaml, string expected) => Assert.Equal([expected], Loading.Text(yaml).Told());

    [Theory]
    [InlineData("approval: nome", "6:15 RCN045 Unknown word `nome`; did you mean `none`?")]
    [InlineData("approval: [ x ]", "6:15 RCN044 Here stands a list, where `none` or a mapping with `stages` is expected.")]
    [InlineData("approval: {}", "6:15 RCN044 Here stands an empty mapping, where `none` or a mapping with `stages` is expected.")]
    [InlineData("approval: { stages: [] }", "6:25 RCN054 This list needs at least 1 stage.")]
    [InlineData("approval: { stages: [ 1, 2, 3, 4 ] }", "6:25 RCN055 This list has 4 stages; at most 3 can stand in it.")]
    [InlineData("approval: { forExtension: true }", "6:15 RCN043 The key `stages` is missing in this approval.")]
    [InlineData("approval: { stages: [ { approvers: [ { manager: one } ] } ] }", "6:53 RCN047 `one` is not a whole number.")]
    [InlineData("approval: { stages: [ { approvers: [ { manager: 3 } ] } ] }", "6:53 RCN048 `3` is not between 1 and 2.")]
    [InlineData("approval: { stages: [ { approvers: [ { usr: a } ] } ] }", "6:44 RCN040 Unknown key `usr`; did you mean `user`?")]
    [InlineData("approval: { stages: [ { approvers: [ { user: a, manager: 1 } ] } ] }", "6:53 RCN056 The key `manager` can't stand beside `user`.")]
    [InlineData("approval: { stages: [ { approvers: [ { user: a, group: b } ] } ] }", "6:42 RCN056 The key `group` can't stand beside `user`.")]
    [InlineData("approval: { stages: [ { aprovers: [ { user: a } ] } ] }", "6:29 RCN040 Unknown key `aprovers`; did you mean `approvers`?")]
    [InlineData("approval: { stages: [ { approvers: [ { user: a } ], escalation: x } ] }", "6:69 RCN045 Unknown word `x`.")]
    [InlineData("approval: { stages: [ { approvers: [ { user: a } ], decideWithin: 20 days } ] }", "6:71 RCN048 `20 days` is not between 1 day and 14 days.")]
    [InlineData("expiration: { after: 14 }", "6:26 RCN049 `14` is not a length of time; did you mean `14 days`?")]
    [InlineData("expiration: { after: P1M }", "6:26 RCN049 `P1M` is not a length of time.")]
    [InlineData("expiration: { until: 2027-02-29 }", "6:26 RCN050 `2027-02-29` is not a date.")]
    [InlineData("expiration: { until: 2027-03-31T12:00 }", "6:26 RCN050 `2027-03-31T12:00` is not a date.")]
    [InlineData("expiration: { after: 1 day, until: 2027-03-31 }", "6:33 RCN056 The key `until` can't stand beside `after`.")]
    [InlineData("requestors: { who: anyExternalUsr }", "6:24 RCN045 Unknown word `anyExternalUsr`; did you mean `anyExternalUser`?")]
    [InlineData("requestors: { who: anyConfiguredOrganisation }", "6:24 RCN045 Unknown word `anyConfiguredOrganisation`; did you mean `anyConfiguredOrganization`?")]
    [InlineData("requestors: { who: [ { organisation: Fabrikam } ] }", "6:28 RCN040 Unknown key `organisation`; did you mean `organization`?")]
    [InlineData("requestors: { who: [] }", "6:24 RCN054 This list needs at least 1 requestor.")]
    [InlineData("requestors: { who: { group: A } }", "6:24 RCN044 Here stands a mapping, where `nobody`, `anyMember`, `anyUser`, `anyExternalUser`, `anyConfiguredOrganization`, `anyServicePrincipal`, `anyAgentIdentity` or a list of requestors is expected.")]
    public void Settings_of_a_policy(string keys, string expected) => Assert.Equal([expected], Loading.Text(Loading.PolicyYaml(keys)).Told());

    [Fact]
    public void Text_has_a_longest()
    {
        Assert.Equal(
            ["2:7 RCN051 This text has 257 characters; at most 256 can stand here."],
            Loading.Text($"kind: Catalog\nname: {new string('x', 257)}").Told());
        Assert.Empty(Loading.Text($"kind: Catalog\nname: {new string('x', 256)}").Told());
    }

    [Theory]
    [InlineData("- A", "1:1 RCN070 This is no declaration: a declaration is a mapping with a `kind`.")]
    [InlineData("name: A", "1:1 RCN071 This declaration has no `kind`.")]
    [InlineData("kind: Katalog\nname: A", "1:7 RCN072 Unknown kind `Katalog`; did you mean `Catalog`?")]
    [InlineData("kind: AssignmentPolicy\nname: A", "1:7 RCN073 `AssignmentPolicy` is not declared by itself.")]
    [InlineData("kind: Scenario\nname: A", "1:7 RCN041 This build does not support the kind `Scenario` yet.")]
    [InlineData("kind: ~\nname: A", "1:7 RCN042 There is no value for `kind`.")]
    [InlineData("kind: [ A ]\nname: A", "1:7 RCN044 Here stands a list, where `Settings`, `TenantRoles`, `ConnectedOrganization`, `Catalog`, `AccessPackage`, `AssignmentPolicyTemplate`, `Ignore` or `Waiver` is expected.")]
    [InlineData("kind: Catalog\nname: A\n---\nkind: Catalog\nname: A", "5:7 RCN074 The catalog `A` is declared a second time; the first is at policies/a.yaml:2:7.")]
    [InlineData(
        "kind: Catalog\nname: ÅA\n---\nkind: Catalog\nname: åa",
        "5:7 RCN074 The catalog `åa` is declared a second time; the first is at policies/a.yaml:2:7, as `ÅA`: names that differ only in case or in how accents are composed are the same.")]
    [InlineData("kind: Settings\n---\nkind: Settings", "3:1 RCN074 The settings `Settings` is declared a second time; the first is at policies/a.yaml:1:1.")]
    [InlineData("kind: Catalog\nname: A\nensure: absent\nenabled: true", "4:1 RCN075 The key `enabled` can't stand beside `ensure: absent`.")]
    [InlineData("kind: AccessPackage\nname: A\ncatalog: C\nensure: unmanaged\npolicies: [ { name: Q } ]", "5:1 RCN075 The key `policies` can't stand beside `ensure: unmanaged`.")]
    [InlineData("kind: Catalog\nname: gEnErAl\nensure: absent", "2:7 RCN076 The built-in catalog `General` can't be deleted.")]
    [InlineData("kind: AccessPackage\nname: A\ncatalog: C\npolicies: []", "4:11 RCN077 `policies: []` says nothing.")]
    [InlineData("kind: AccessPackage\nname: A\ncatalog: C\npolicies:", "4:10 RCN042 There is no value for `policies`.")]
    [InlineData("kind: AccessPackage\nname: A\ncatalog: C\npolicies: [ x ]", "4:13 RCN044 Here stands `x`, where a mapping with `name` is expected.")]
    [InlineData("kind: AccessPackage\nname: A\ncatalog: C\npolicies: { name: x }", "4:11 RCN044 Here stands a mapping, where a list of policies is expected.")]
    [InlineData("kind: Catalog\nname: A\npreviously: [ B ]\n---\nkind: Catalog\nname: b", "3:15 RCN078 The previous name `B` is the name of what is declared at policies/a.yaml:6:7.")]
    [InlineData("kind: Catalog\nname: A\npreviously: [ C ]\n---\nkind: Catalog\nname: B\npreviously: [ c ]", "7:15 RCN079 The previous name `c` is claimed a second time; the first is at policies/a.yaml:3:15.")]
    [InlineData("kind: Settings\nensure: absent", "2:1 RCN081 `Settings` takes no `ensure`: there is one, and it always exists.")]
    public void Declarations_as_a_whole(string yaml, string expected) => Assert.Equal([expected], Loading.Text(yaml).Told());

    [Theory]
    [InlineData("\n")]
    [InlineData("---\n---\n")]
    [InlineData("# nothing\n")]
    public void A_workspace_in_which_nothing_is_declared(string yaml)
    {
        var told = Assert.Single(Loading.Text(yaml).Diagnostics);

        Assert.Equal("RCN008 reconciler.yaml:1:1 Nothing is declared in this workspace: its one policy file holds no declaration.", $"{told.Code} {told.Where} {told.Message}");
    }

    [Fact]
    public void Duplicates_across_files_are_told_at_the_later_file()
    {
        var told = Assert.Single(Loading.Files(("policies/b.yaml", "kind: Catalog\nname: A"), ("policies/a.yaml", "kind: Catalog\nname: A")).Diagnostics);

        Assert.Equal("policies/b.yaml:2:7", told.Where?.ToString());
    }
}
