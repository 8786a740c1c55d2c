using Reconciler.Declarations;
using Reconciler.Entitlements;

namespace Reconciler.UnitTests.Declarations;

/// <summary>What has to hold within a policy, each once broken at its place and once just not.</summary>
public sealed class PolicyChecksTests
{
    private const string Review = "review: { every: month, starting: 2027-01-15, openFor: 28 days, reviewers: [ self ], onNoResponse: keepAccess }";

    private const string Approval = "approval: { stages: [ { approvers: [ { user: a } ] } ] }";

    [Theory]
    [InlineData("[ { user: a }, { organization: F } ]", "6:55 RCN130 The connected organization `F` can't stand beside the user `a`: one policy is for users and groups, for organizations, or for service principals.")]
    [InlineData("[ { servicePrincipal: a }, { servicePrincipal: b }, { group: c } ]", "6:85 RCN130 The group `c` can't stand beside the service principal `a`: one policy is for users and groups, for organizations, or for service principals.")]
    public void Requestors_are_of_one_sort(string who, string expected) => Assert.Equal([expected], Told($"requestors: {{ who: {who} }}"));

    [Theory]
    [InlineData("[ { user: a }, { group: F } ]")]
    [InlineData("[ { servicePrincipal: a }, { servicePrincipal: b } ]")]
    [InlineData("[ { organization: a }, { organization: b } ]")]
    public void Users_and_groups_are_one_sort(string who) => Assert.Empty(Told($"requestors: {{ who: {who} }}"));

    [Theory]
    [InlineData(500)]
    [InlineData(501, "6:24 RCN140 A policy can name 500 users and groups; this one names 501.")]
    public void A_policy_names_so_many_people(int count, params string[] expected) =>
        Assert.Equal(expected, Told($"requestors: {{ who: [ {string.Join(", ", Enumerable.Range(1, count).Select(i => $"{{ user: u{i} }}"))} ] }}"));

    [Fact]
    public void Of_organizations_it_can_name_more() =>
        Assert.Empty(Told($"requestors: {{ who: [ {string.Join(", ", Enumerable.Range(1, 501).Select(i => $"{{ organization: o{i} }}"))} ] }}"));

    [Theory]
    [InlineData("[ self, { user: a } ]", "6:80 RCN132 `self` can't stand beside other reviewers.")]
    [InlineData("[ { manager: 1 } ]", "6:80 RCN141 This review has no `fallback` for those whose manager can't be found.")]
    [InlineData("[ { manager: 1 } ], fallback: [ { user: a } ]")]
    [InlineData("[ { user: a }, { group: b } ]")]
    [InlineData("[ self ]")]
    public void Reviewers_fit_together(string reviewers, params string[] expected) =>
        Assert.Equal(expected, Told(Review.Replace("[ self ]", reviewers, StringComparison.Ordinal)));

    [Theory]
    [InlineData("week", 7, 8)]
    [InlineData("month", 31, 32)]
    [InlineData("quarter", 92, 93)]
    [InlineData("halfYear", 184, 185)]
    public void A_review_ends_before_the_next(string every, int just, int more)
    {
        string Yaml(int days) => $"review: {{ openFor: {days} days, every: {every}, starting: 2027-01-15, reviewers: [ self ], onNoResponse: keepAccess }}";

        Assert.Empty(Told(Yaml(just)));
        Assert.Equal([$"6:24 RCN137 A review that is open for {more} days is not over when the next begins, {just} days after it."], Told(Yaml(more)));
    }

    [Theory]
    [InlineData("choices: [ x, y ], localizations: { de: { text: b, choices: [ z ] } }", "6:89 RCN133 The question has 2 choices, and 1 in `de`.")]
    [InlineData("localizations: { de: { choices: [ z ], text: b } }", "6:61 RCN133 The question has no choices, and 1 in `de`.")]
    [InlineData("choices: [ x, y ], localizations: { de: { text: b, choices: [ z, \"\" ] }, pt: { text: c } }")]
    [InlineData("pattern: \"[\"", "6:38 RCN149 `[` is no regular expression that we can read: Invalid pattern '[' at offset 1. Unterminated [] set.")]
    [InlineData("pattern: \"(?=a)b\"")]
    [InlineData("pattern: \"\"")]
    public void Questions_can_be_asked_in_every_language_and_answered(string question, params string[] expected) =>
        Assert.Equal(expected, Told($"questions: [ {{ text: a, {question} }} ]"));

    [Theory]
    [InlineData(14, 14, "6:101 RCN138 Nobody can be asked after 14 days where a request is denied by itself after 14 days.")]
    [InlineData(5, 5, "6:100 RCN138 Nobody can be asked after 5 days where a request is denied by itself after 5 days.")]
    [InlineData(3, 1, "6:71 RCN138 A stage that is decided within 3 days has no time for an escalation.")]
    [InlineData(4, 3)]
    [InlineData(14, 13)]
    public void An_escalation_comes_in_time(int within, int after, params string[] expected) =>
        Assert.Equal(expected, Told($"approval: {{ stages: [ {{ approvers: [ {{ user: a }} ], decideWithin: {within} days, escalation: {{ after: {after} days, to: [ {{ user: b }} ] }} }} ] }}"));

    [Theory]
    [InlineData("automatic: { membershipRule: r }\n" + Approval, "7:15 RCN136 Nobody is asked for an approval: the policy assigns automatically.")]
    [InlineData("automatic: { membershipRule: r }\napproval: { stages: [ { approvers: [ { manager: 1 } ] } ] }", "7:15 RCN136 Nobody is asked for an approval: the policy assigns automatically.")]
    [InlineData("automatic: { membershipRule: r }\napproval: none")]
    [InlineData("requestors: { who: anyMember }\n" + Approval)]
    public void What_is_assigned_automatically_is_approved_by_nobody(string keys, params string[] expected) => Assert.Equal(expected, Told(keys));

    [Theory]
    [InlineData("[ { name: A, automatic: { membershipRule: r } }, { name: B, automatic: { membershipRule: s } } ]", "4:82 RCN139 The access package has an automatic policy already: `A`.")]
    [InlineData("[ { name: A, automatic: { membershipRule: r }, ensure: present }, { name: B, requestors: { who: nobody } }, { name: C, ensure: absent } ]")]
    public void A_package_has_one_automatic_policy(string policies, params string[] expected) =>
        Assert.Equal(expected, Checked($"kind: AccessPackage\nname: P\ncatalog: C\npolicies: {policies}\n"));

    // The portal lets a policy for connected organizations be without an approval; only for those whom nobody knows it does not.
    [Theory]
    [InlineData("who: anyConfiguredOrganization")]
    [InlineData("who: [ { organization: F } ]")]
    public void Organizations_may_come_in_without_an_approval_and_their_sponsors_may_be_asked(string who)
    {
        Assert.Empty(Told($"requestors: {{ {who} }}\napproval: none"));
        Assert.Empty(Told($"requestors: {{ {who} }}\napproval: {{ stages: [ {{ approvers: [ {{ sponsors: internal }} ], fallback: [ {{ user: a }} ] }} ] }}"));
        Assert.Equal(
            ["6:24 RCN104 Nobody from outside can use this policy: the catalog `C` is not enabled for external users."],
            Checked(Loading.PolicyYaml($"requestors: {{ {who} }}") + "---\nkind: Catalog\nname: C\nenabledForExternalUsers: false\n"));
        Assert.Empty(Checked(Loading.PolicyYaml($"requestors: {{ {who} }}") + "---\nkind: Catalog\nname: C\nenabledForExternalUsers: true\n"));
        Assert.Empty(Checked(Loading.PolicyYaml($"requestors: {{ {who} }}") + "---\nkind: Catalog\nname: C\n"));
    }

    [Theory]
    [InlineData("RCN130", "requestors: { who: [ { user: a }, { organization: F } ] }", Severity.Error)]
    [InlineData("RCN136", "automatic: { membershipRule: r }\n" + Approval, Severity.Warning)]
    [InlineData("RCN141", "review: { every: month, starting: 2027-01-15, openFor: 8 days, reviewers: [ { manager: 1 } ], onNoResponse: keepAccess }", Severity.Error)]
    [InlineData("RCN149", "questions: [ { text: a, pattern: '[' } ]", Severity.Warning)]
    public void Only_what_the_service_refuses_is_an_error(string code, string keys, Severity severity)
    {
        var result = Loading.Text(Loading.PolicyYaml(keys));

        Assert.Equal([(code, severity)], Checker.Check(result.Declared, result.Sources).Select(d => (d.Code, d.Severity)));
    }

    private static string[] Told(string keys) => Checked(Loading.PolicyYaml(keys));

    private static string[] Checked(string yaml)
    {
        var result = Loading.Text(yaml);
        Assert.Empty(result.Told());
        return new LoadResult { Diagnostics = Checker.Check(result.Declared, result.Sources) }.Told();
    }
}
