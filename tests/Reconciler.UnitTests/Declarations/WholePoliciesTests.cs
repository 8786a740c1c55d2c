using Reconciler.Entitlements;

namespace Reconciler.UnitTests.Declarations;

/// <summary>The setting groups of a policy in all their forms, and what is meant by each.</summary>
public sealed class WholePoliciesTests
{
    private static readonly Subject Ana = new Subject.Principal(new Reference(ReferenceKind.User, "ana@a.example"));

    [Fact]
    public void Requests_for_others_are_made_by_managers_and_others()
    {
        var requestors = Loading.Policy("requestors: { who: [ { organization: Fabrikam } ], onBehalf: { by: [ { manager: 4 }, { user: ana@a.example } ], mayExtend: false } }").Requestors.Value;

        Assert.Equal(new RequestorScope.Listed([new Reference(ReferenceKind.Organization, "Fabrikam")]), requestors.Who);
        Assert.Equal(new OnBehalf.By([new Subject.Manager(4), Ana]) { MayExtend = false }, requestors.OnBehalf);
        Assert.Equal(new OnBehalf.None(), Loading.Policy("requestors: { who: anyMember, onBehalf: none }").Requestors.Value.OnBehalf);
    }

    [Theory]
    [InlineData("anyConfiguredOrganization", Population.AnyConfiguredOrganization)]
    [InlineData("anyServicePrincipal", Population.AnyServicePrincipal)]
    [InlineData("anyAgentIdentity", Population.AnyAgentIdentity)]
    public void Every_population_has_a_word(string word, Population population) =>
        Assert.Equal(new Requestors { Who = new RequestorScope.Everyone(population) }, Loading.Policy($"requestors: {{ who: {word} }}").Requestors.Value);

    [Fact]
    public void An_automatic_policy_has_a_rule()
    {
        Assert.Equal(new Automatic.ByRule("r"), Loading.Policy("automatic: { membershipRule: r }").Automatic.Value);
        Assert.Equal(
            new Automatic.ByRule("r") { RemoveWhenNoLonger = false, Grace = Duration.OfDays(7) },
            Loading.Policy("automatic: { membershipRule: r, removeWhenNoLonger: false, grace: 7 days }").Automatic.Value);
    }

    [Theory]
    [InlineData("", false)]
    [InlineData(", escalation: none", false)]
    [InlineData(", escalation: { after: 4 days, to: [ { user: ana@a.example } ], fallback: [ { manager: 2 } ] }", true)]
    public void A_stage_escalates_or_not(string written, bool escalates)
    {
        var approval = Assert.IsType<Approval.Required>(Loading.Policy($"approval: {{ stages: [ {{ approvers: [ {{ sponsors: external }} ]{written} }} ] }}").Approval.Value);

        Assert.Equal(
            escalates ? new Escalation.After(Duration.OfDays(4)) { To = [Ana], Fallback = [new Subject.Manager(2)] } : new Escalation.None(),
            Assert.Single(approval.Stages).Escalation);
    }

    [Fact]
    public void A_review_has_all_its_keys()
    {
        Assert.Equal(
            new Review.Recurring(Cadence.HalfYear)
            {
                Starting = new DateOnly(2027, 1, 15),
                OpenFor = Duration.OfDays(14),
                Reviewers = [new Subject.Manager(1), Ana],
                Fallback = [Ana],
                OnNoResponse = NoResponse.AcceptRecommendation,
                Recommendations = false,
                ReviewerJustification = false,
            },
            Loading.Policy("""
                review:
                  every: halfYear
                  starting: 2027-01-15
                  openFor: 14 days
                  reviewers: [ { manager: 1 }, { user: ana@a.example } ]
                  fallback: [ { user: ana@a.example } ]
                  onNoResponse: acceptRecommendation
                  recommendations: false
                  reviewerJustification: false
                """).Review.Value);
        Assert.Equal(new Review.None(), Loading.Policy("review: none").Review.Value);
    }

    [Fact]
    public void People_review_their_own_access() =>
        Assert.Equal(
            [new Subject.Self()],
            Assert.IsType<Review.Recurring>(Loading.Policy("review: { every: week, starting: 2027-01-15, openFor: 3 days, reviewers: [ self ], onNoResponse: keepAccess }").Review.Value).Reviewers);

    [Fact]
    public void Questions_are_answered_in_words_or_by_picking()
    {
        var questions = Loading.Policy("""
            questions:
              - { text: Order, required: true, editable: false, pattern: '^PO[0-9]{6}$', longText: true }
              - text: Site
                several: true
                choices: [ Oslo, { text: Lisbon, value: LIS } ]
                localizations: { pt: { text: Local }, "nb-no": { text: Sted, choices: [ Oslo, Lisboa ] } }
              - { text: Why }
            """).Questions.Value;

        Assert.Equal(
            [
                new Question { Text = "Order", Required = true, Editable = false, Answer = new Answer.Written("^PO[0-9]{6}$", LongText: true) },
                new Question
                {
                    Text = "Site",
                    Answer = new Answer.Picked([new Choice("Oslo", "Oslo"), new Choice("Lisbon", "LIS")], Several: true),
                    Localizations = [new Localization { Language = "nb-no", Text = "Sted", Choices = ["Oslo", "Lisboa"] }, new Localization { Language = "pt", Text = "Local" }],
                },
                new Question { Text = "Why", Answer = new Answer.Written("", LongText: false) },
            ],
            questions);
    }

    [Fact]
    public void Callouts_and_mail_are_settings_of_their_own()
    {
        var policy = Loading.Policy("notifications: false\ncallouts: [ { at: oneDayBeforeExpiration, run: Notify }, { at: requestCreated, run: Notify } ]");

        Assert.False(policy.Notifications.Value);
        Assert.Equal(
            [
                new Callout(CalloutStage.OneDayBeforeExpiration, new Reference(ReferenceKind.Extension, "Notify")),
                new Callout(CalloutStage.RequestCreated, new Reference(ReferenceKind.Extension, "Notify")),
            ],
            policy.Callouts.Value);
    }

    // Oslo has one hour twice on 2027-10-31, and none on 2027-03-28 from two o'clock; Havana's clocks change at midnight.
    [Theory]
    [InlineData("Europe/Oslo", "2027-03-28", "2027-03-28T00:00:00+01:00", "2027-03-28T23:59:59+02:00")]
    [InlineData("Europe/Oslo", "2027-10-31", "2027-10-31T00:00:00+02:00", "2027-10-31T23:59:59+01:00")]
    [InlineData("America/Havana", "2025-03-09", "2025-03-09T01:00:00-04:00", "2025-03-09T23:59:59-04:00")]
    [InlineData("America/Havana", "2025-11-02", "2025-11-02T00:00:00-04:00", "2025-11-02T23:59:59-05:00")]
    [InlineData("UTC", "2028-02-29", "2028-02-29T00:00:00+00:00", "2028-02-29T23:59:59+00:00")]
    public void A_day_begins_with_its_first_second_and_ends_with_its_last_where_the_workspace_is(string zone, string day, string begins, string ends)
    {
        var result = Reconciler.Declarations.DeclarationLoader.Load(
            $"version: 1\ntimeZone: {zone}\n",
            [(Loading.File, System.Text.Encoding.UTF8.GetBytes($"kind: AccessPackage\nname: P\ncatalog: C\nassignments: [ {{ user: a, from: {day}, until: {day} }} ]\n"))]);

        Assert.Empty(result.Told());
        var assignment = Assert.Single(result.Declared.Declarations.Select(d => d.Entity).OfType<DirectAssignment>());
        Assert.Equal((DateTimeOffset.Parse(begins, null), DateTimeOffset.Parse(ends, null)), (assignment.From.Value, assignment.Until.Value));
    }
}
