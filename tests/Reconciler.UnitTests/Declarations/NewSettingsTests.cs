namespace Reconciler.UnitTests.Declarations;

/// <summary>What is wrong in the setting groups of a policy: each with its place, its words and its advice.</summary>
public sealed class NewSettingsTests
{
    private const string EveryCadence = "Write `week`, `month`, `quarter`, `halfYear` or `year`.";

    [Theory]
    [InlineData("automatic: none", "6:16 RCN044 Here stands `none`, where a mapping with `membershipRule` is expected.\nWrite a mapping with `membershipRule`.")]
    [InlineData("automatic: { rule: x }", "6:18 RCN040 Unknown key `rule`.\nHere can stand `membershipRule`, `removeWhenNoLonger` and `grace`.")]
    [InlineData("requestors: { who: nobody }\nautomatic: { membershipRule: x }", "7:5 RCN056 The key `automatic` can't stand beside `requestors`.\nKeep one of them.")]
    [InlineData("requestors: { who: anyMember, onBehalf: x }", "6:45 RCN045 Unknown word `x`.\nWrite `none` or a mapping with `by`.")]
    [InlineData("requestors: { who: anyMember, onBehalf: { by: [] } }", "6:51 RCN054 This list needs at least 1 requestor.\nWrite one, as in `[ { manager: 1 } ]`.")]
    [InlineData("requestors: { who: anyMember, onBehalf: { by: [ { manager: 5 } ] } }", "6:64 RCN048 `5` is not between 1 and 4.\nWrite a value from 1 to 4.")]
    [InlineData("notifications: yes", "6:20 RCN046 `yes` is neither `true` nor `false`.\nWrite `true`, in small letters and without quotes.")]
    public void Who_asks(string yaml, string expected) => Assert.Equal([expected], Loading.Text(Loading.PolicyYaml(yaml)).Advised());

    [Theory]
    [InlineData("x", "6:69 RCN045 Unknown word `x`.\nWrite `none` or a mapping with `after` and `to`.")]
    [InlineData("{ none: true }", "6:71 RCN040 Unknown key `none`.\n`none` is written by itself: `escalation: none`.")]
    [InlineData("{ to: [ { user: a } ] }", "6:69 RCN043 The key `after` is missing in this escalation.\nWrite `after: …` here.")]
    [InlineData("{ after: 15 days, to: [ { user: a } ] }", "6:78 RCN048 `15 days` is not between 1 day and 14 days.\nWrite a value from 1 day to 14 days.")]
    public void Escalations(string yaml, string expected) =>
        Assert.Equal([expected], Loading.Text(Loading.PolicyYaml($"approval: {{ stages: [ {{ approvers: [ {{ user: a }} ], escalation: {yaml} }} ] }}")).Advised());

    [Fact]
    public void Who_approves_is_not_oneself() =>
        Assert.Equal(
            ["6:42 RCN044 Here stands `self`, where `{ user: … }`, `{ group: … }`, `{ manager: … }` or `{ sponsors: … }` is expected.\nWrite `{ user: … }`, `{ group: … }`, `{ manager: … }` or `{ sponsors: … }`."],
            Loading.Text(Loading.PolicyYaml("approval: { stages: [ { approvers: [ self ] } ] }")).Advised());

    [Theory]
    [InlineData("every: month", "every: monthly", "6:22 RCN045 Unknown word `monthly`; did you mean `month`?\n" + EveryCadence)]
    [InlineData("2027-01-15", "2027-01-15T00:00:00Z", "6:39 RCN059 `2027-01-15T00:00:00Z` is not a day.\nWrite a date such as `2027-03-31`, without a time.")]
    [InlineData("2027-01-15", "[ a ]", "6:39 RCN059 A list is not a day.\nWrite a date such as `2027-03-31`, without a time.")]
    [InlineData("2027-01-15", "2027-02-29", "6:39 RCN059 `2027-02-29` is not a day.\nWrite a date such as `2027-03-31`, without a time.")]
    [InlineData("[ self ]", "self", "6:79 RCN044 Here stands `self`, where a list of reviewers is expected.\nWrite a list such as `[ { manager: 1 } ]`.")]
    [InlineData("[ self ]", "[ selff ]", "6:81 RCN045 Unknown word `selff`; did you mean `self`?\nWrite `{ user: … }`, `{ group: … }`, `{ manager: … }` or `self`.")]
    [InlineData("[ self ]", "[ { sponsors: internal } ]", "6:83 RCN040 Unknown key `sponsors`.\nHere can stand `user`, `group`, `id` and `manager`.")]
    [InlineData("keepAccess", "deny", "6:103 RCN045 Unknown word `deny`.\nWrite `keepAccess`, `removeAccess` or `acceptRecommendation`.")]
    [InlineData(", onNoResponse: keepAccess", "", "6:13 RCN043 The key `onNoResponse` is missing in this review.\nWrite `onNoResponse: …` here.")]
    public void Reviews(string right, string wrong, string expected) =>
        Assert.Equal(
            [expected],
            Loading.Text(Loading.PolicyYaml("review: { every: month, starting: 2027-01-15, openFor: 3 days, reviewers: [ self ], onNoResponse: keepAccess }".Replace(right, wrong, StringComparison.Ordinal))).Advised());

    [Theory]
    [InlineData("{ text: a, choices: [ x ], pattern: y }", "6:29 RCN056 The key `choices` can't stand beside `pattern`.\nKeep one of them.")]
    [InlineData("{ text: a, longText: true, several: true }", "6:45 RCN056 The key `several` can't stand beside `longText`.\nKeep one of them.")]
    [InlineData("{ choices: [ a ] }", "6:18 RCN043 The key `text` is missing in this question.\nWrite `text: …` here.")]
    [InlineData("{ text: a, several: true }", "6:18 RCN043 The key `choices` is missing in this question.\nWrite `choices: …` here.")]
    [InlineData("{ text: a, choices: [] }", "6:38 RCN054 This list needs at least 1 choice.\nWrite one, as in `[ { text: Some text, value: Some text } ]`.")]
    [InlineData("{ text: a, choices: [ { text: x } ] }", "6:40 RCN043 The key `value` is missing in this choice.\nWrite `value: …` here.")]
    [InlineData("{ text: a, localizations: { nb: { text: A }, NB: { text: B } } }", "6:63 RCN053 This localization stands here a second time; the first is at policies/a.yaml:6:46.\nKeep one of them.")]
    [InlineData("{ text: a, localizations: { nb_no: { text: A } } }", "6:46 RCN060 `nb_no` is no language such as `nb-no`; did you mean `nb-no`?\nWrite a language such as `nb-no`.")]
    [InlineData("{ text: a, localizations: { nb: A } }", "6:50 RCN044 Here stands `A`, where a mapping with `text` is expected.\nWrite a mapping with `text`.")]
    [InlineData("{ text: a, localizations: { nb: } }", "6:50 RCN042 There is no value for this localization.\nWrite a value.")]
    [InlineData("{ text: a, localizations: [ x ] }", "6:44 RCN044 Here stands a list, where a mapping of a language such as `nb-no` to a localization is expected.\nWrite a mapping such as `{ nb-no: { text: Some text } }`.")]
    [InlineData("{ text: a, localizations: { nb: { txt: A } } }", "6:52 RCN040 Unknown key `txt`; did you mean `text`?\nWrite `text`, or take the key out.")]
    public void Questions(string yaml, string expected) => Assert.Equal([expected], Loading.Text(Loading.PolicyYaml($"questions: [ {yaml} ]")).Advised());

    [Theory]
    [InlineData("{ at: requestCreatd, run: X }", "6:23 RCN045 Unknown word `requestCreatd`; did you mean `requestCreated`?")]
    [InlineData("{ at: requestCreated }", "6:17 RCN043 The key `run` is missing in this callout.")]
    [InlineData("{ at: requestCreated, run: { extension: X } }", "6:44 RCN044 Here stands a mapping, where the name of the custom extension is expected.")]
    [InlineData("{ at: requestCreated, run: X }, { at: requestCreated, run: x }", "6:49 RCN053 This callout stands here a second time; the first is at policies/a.yaml:6:17.")]
    public void Callouts(string yaml, string expected) => Assert.Equal([expected], Loading.Text(Loading.PolicyYaml($"callouts: [ {yaml} ]")).Told());
}
