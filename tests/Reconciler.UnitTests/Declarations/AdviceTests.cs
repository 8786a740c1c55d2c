namespace Reconciler.UnitTests.Declarations;

/// <summary>What is advised lets a newcomer mend the mistake at the first try: each is told with its place, its words and its advice.</summary>
public sealed class AdviceTests
{
    private const string ItemOfAList = "Make it the item of a list: write `- ` before its first key, or `[` and `]` around it.";

    [Theory]
    [InlineData("kind: Catalog\ndisplayName: A", "displayName", "name")]
    [InlineData("kind: Catalog\nname: A\nis_externally_visible: true", "is_externally_visible", "enabledForExternalUsers")]
    [InlineData("kind: Catalog\nname: A\nenabled-for-external-users: true", "enabled-for-external-users", "enabledForExternalUsers")]
    [InlineData("kind: Catalog\nname: A\nresource: []", "resource", "resources")]
    [InlineData("kind: AccessPackage\nname: A\naccessPackageCatalog: C", "accessPackageCatalog", "catalog")]
    [InlineData("kind: AccessPackage\nname: A\ncatalog: C\nresource_roles: []", "resource_roles", "resourceRoles")]
    [InlineData("kind: AccessPackage\nname: A\ncatalog: C\nisHidden: true", "isHidden", "hidden")]
    public void A_key_as_Graph_or_another_tool_writes_it_is_told_ours(string yaml, string written, string ours) =>
        Assert.EndsWith(
            $" RCN040 Unknown key `{written}`; did you mean `{ours}`?\nWrite `{ours}`, or take the key out.",
            Assert.Single(Loading.Text(yaml).Advised()),
            StringComparison.Ordinal);

    [Theory]
    [InlineData("Package", "AccessPackage")]
    [InlineData("Policy", "AssignmentPolicy")]
    [InlineData("catalog", "Catalog")]
    [InlineData("connected_organization", "ConnectedOrganization")]
    public void A_kind_by_half_its_name_is_told_the_whole(string written, string ours) =>
        Assert.Equal([$"1:7 RCN072 Unknown kind `{written}`; did you mean `{ours}`?"], Loading.Text($"kind: {written}\nname: A").Told());

    [Theory]
    [InlineData("60", "60 days")]
    [InlineData("60d", "60 days")]
    [InlineData("1h", "1 hour")]
    [InlineData("30min", "30 minutes")]
    public void A_length_as_others_write_it_is_told_ours(string written, string ours) =>
        Assert.Equal([$"6:26 RCN049 `{written}` is not a length of time; did you mean `{ours}`?"], Loading.Text(Loading.PolicyYaml($"expiration: {{ after: {written} }}")).Told());

    [Theory]
    [InlineData("31.03.2027", "; did you mean `2027-03-31`?")]
    [InlineData("2027/3/31", "; did you mean `2027-03-31`?")]
    [InlineData("01/02/2027", ".")]
    public void A_day_as_others_write_it_is_told_ours_where_it_can_be_one_only(string written, string ours) =>
        Assert.Equal([$"6:26 RCN050 `{written}` is not a date{ours}"], Loading.Text(Loading.PolicyYaml($"expiration: {{ until: {written} }}")).Told());

    private const string Catalog = "kind: Catalog\nname: A\n";

    private const string Package = "kind: AccessPackage\nname: A\ncatalog: C\n";

    private const string Policies = "List the policies. One that was applied before and is no longer listed is deleted; one that nobody declared is left alone.";

    [Theory]
    [InlineData("stages: [ { approvers: [ { manager: 1 } ] } ]", "`stages` belongs inside `approval`: indent it below that.")]
    [InlineData("who: anyMember", "`who` belongs inside `requestors`: indent it below that.")]
    [InlineData("after: 14 days", "`after` belongs inside `expiration`: indent it below that.")]
    [InlineData("decideWithin: 3 days", "`decideWithin` belongs inside an item of `stages` in `approval`: indent it below that.")]
    public void A_key_at_the_wrong_level_of_a_policy(string key, string advice) =>
        Assert.Equal([$"6:5 RCN040 Unknown key `{key.Split(':')[0]}`.\n{advice}"], Loading.Text(Loading.PolicyYaml(key)).Advised());

    [Theory]
    [InlineData(Package + "approval: none", "4:1 RCN040 Unknown key `approval`.\n`approval` belongs inside an item of `policies`: indent it below that.")]
    [InlineData(Package + "role: owner", "4:1 RCN040 Unknown key `role`.\n`role` belongs inside an item of `resourceRoles`: indent it below that.")]
    [InlineData("kind: Settings\ndeleteAfter: 3 days", "2:1 RCN040 Unknown key `deleteAfter`.\n`deleteAfter` belongs inside `externalUserLifecycle`: indent it below that.")]
    [InlineData(Catalog + "stages: x", "3:1 RCN040 Unknown key `stages`.\nHere can stand `kind`, `name`, `alias`, `ensure`, `id`, `protect`, `only`, `previously`, `prune`, `labels`, `description`, `enabled`, `enabledForExternalUsers`, `resources`, `delegates` and `extensions`.")]
    public void A_key_at_the_wrong_level_elsewhere(string yaml, string expected) => Assert.Equal([expected], Loading.Text(yaml).Advised());

    [Fact]
    public void A_key_at_the_wrong_level_within_a_setting() =>
        Assert.Equal(
            ["6:17 RCN040 Unknown key `approvers`.\n`approvers` belongs inside an item of `stages`: indent it below that."],
            Loading.Text(Loading.PolicyYaml("approval: { approvers: [ { manager: 1 } ] }")).Advised());

    [Theory]
    [InlineData("expiration: { never: true }", "6:19 RCN040 Unknown key `never`.\n`never` is written by itself: `expiration: never`.")]
    [InlineData("approval: { none: true }", "6:17 RCN040 Unknown key `none`.\n`none` is written by itself: `approval: none`.")]
    [InlineData("requestors: { who: { anyMember: true } }", "6:26 RCN040 Unknown key `anyMember`.\n`anyMember` is written by itself: `who: anyMember`.")]
    public void A_word_as_a_key(string key, string expected) => Assert.Equal([expected], Loading.Text(Loading.PolicyYaml(key)).Advised());

    [Theory]
    [InlineData("kind: Catalog\nname:", "2:6", "`name`", "Write a value.")]
    [InlineData("kind:\nname: A", "1:6", "`kind`", "Write `Settings`, `TenantRoles`, `ConnectedOrganization`, `Catalog`, `AccessPackage`, `AssignmentPolicyTemplate`, `Ignore` or `Waiver`.")]
    [InlineData(Catalog + "previously:", "3:12", "`previously`", "Write a value, or take the key out.")]
    [InlineData(Catalog + "description:", "3:13", "`description`", "Write a value, or take the key out: an absent key is left as it is in the tenant.")]
    [InlineData(Catalog + "resources: [ { group: } ]", "3:23", "`group`", "Write the group's name.")]
    [InlineData(Catalog + "resources: [ { group: X, id: } ]", "3:30", "`id`", "Write a value, or take the key out.")]
    [InlineData(Catalog + "resources:\n  -", "4:4", "this resource", "Write a value.")]
    [InlineData(Package + "policies:", "4:10", "`policies`", Policies)]
    [InlineData(Package + "policies: [ null ]", "4:13", "this assignment policy", "Write a value.")]
    public void Nothing_where_a_value_is_needed(string yaml, string where, string what, string advice) =>
        Assert.Equal([$"{where} RCN042 There is no value for {what}.\n{advice}"], Loading.Text(yaml).Advised());

    [Theory]
    [InlineData("requestors: { who: }", "6:24", "`who`", "Write a value.")]
    [InlineData("requestors: { who: [ { user: } ] }", "6:34", "`user`", "Write the user's name.")]
    [InlineData("approval: { stages: [ { approvers: [ { user: a } ], fallback: } ] }", "6:67", "`fallback`", "Write a value, or take the key out: its default is taken then.")]
    public void Nothing_within_a_setting(string key, string where, string what, string advice) =>
        Assert.Equal([$"{where} RCN042 There is no value for {what}.\n{advice}"], Loading.Text(Loading.PolicyYaml(key)).Advised());

    [Theory]
    [InlineData("version:", "1:9", "Write a value.")]
    [InlineData("version: 1\ntimeZone:", "2:10", "Write a value, or take the key out.")]
    public void Nothing_in_the_workspaces_file(string yaml, string where, string advice) =>
        Assert.EndsWith(
            $"\n{advice}",
            Assert.Single(Loading.Workspace(yaml).Advised(), told => told.StartsWith($"{where} RCN042 ", StringComparison.Ordinal)),
            StringComparison.Ordinal);

    [Theory]
    [InlineData(Package + "policies: []", "4:11 RCN077 `policies: []` says nothing.\n" + Policies)]
    [InlineData(Package + "assignments: []", "4:14 RCN077 `assignments: []` says nothing.\nList the assignments. One that is no longer listed is left alone.")]
    [InlineData(
        Catalog + "extensions: []",
        "3:13 RCN077 `extensions: []` says nothing.\nList the extensions. One that was applied before and is no longer listed is deleted; one that nobody declared is left alone.")]
    public void An_empty_list_of_entities_says_what_becomes_of_those_that_were_in_it(string yaml, string expected) => Assert.Equal([expected], Loading.Text(yaml).Advised());

    [Theory]
    [InlineData(Catalog + "resources: x", "3:12", "`x`", "resources", "Write a list such as `[ { group: … } ]`.")]
    [InlineData(Catalog + "resources: { group: x }", "3:12", "a mapping", "resources", ItemOfAList)]
    [InlineData(Catalog + "resources: none", "3:12", "`none`", "resources", "Write a list such as `[ { group: … } ]`. `[]` clears it.")]
    [InlineData(Catalog + "previously: Ledger reader", "3:13", "`Ledger reader`", "names", "Write a list: `[ Ledger reader ]`.")]
    [InlineData(Catalog + "previously: 'A, \"B\"'", "3:13", "the text `A, \"B\"`", "names", "Write a list: `[ \"A, \\\"B\\\"\" ]`.")]
    [InlineData(Catalog + "previously: { a: b }", "3:13", "a mapping", "names", ItemOfAList)]
    [InlineData(Package + "resourceRoles: x", "4:16", "`x`", "resource roles", "Write a list such as `[ { group: …, role: member } ]`.")]
    [InlineData(Package + "resourceRoles: none", "4:16", "`none`", "resource roles", "Write a list such as `[ { group: …, role: member } ]`. `[]` clears it.")]
    [InlineData(Package + "policies: x", "4:11", "`x`", "policies", "Write a list such as `[ { name: … } ]`.")]
    [InlineData(Package + "assignments: x", "4:14", "`x`", "assignments", "Write a list such as `[ { user: … } ]`.")]
    [InlineData(Catalog + "extensions: x", "3:13", "`x`", "extensions", "Write a list such as `[ { name: … } ]`.")]
    [InlineData(Catalog + "delegates: { owners: x }", "3:22", "`x`", "holders", "Write a list such as `[ { user: … } ]`.")]
    public void A_list_is_shown_as_it_is_written(string yaml, string where, string found, string nouns, string advice) =>
        Assert.Equal([$"{where} RCN044 Here stands {found}, where a list of {nouns} is expected.\n{advice}"], Loading.Text(yaml).Advised());

    [Theory]
    [InlineData("approval: { stages: [ { approvers: manager } ] }", "6:40 RCN044 Here stands `manager`, where a list of approvers is expected.\nWrite a list such as `[ { manager: 1 } ]`.")]
    [InlineData("approval: { stages: none }", "6:25 RCN044 Here stands `none`, where a list of stages is expected.\nWrite a list such as `[ { approvers: [ { manager: 1 } ] } ]`.")]
    [InlineData(
        "requestors: { who: nobdy }",
        "6:24 RCN045 Unknown word `nobdy`; did you mean `nobody`?\nWrite `nobody`, `anyMember`, `anyUser`, `anyExternalUser`, `anyConfiguredOrganization`, `anyServicePrincipal`, `anyAgentIdentity` or a list such as `[ { user: … } ]`.")]
    public void A_list_within_a_policy_is_shown_as_well(string key, string expected) => Assert.Equal([expected], Loading.Text(Loading.PolicyYaml(key)).Advised());
}
