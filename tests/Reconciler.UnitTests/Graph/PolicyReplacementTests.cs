using System.Net;
using System.Text.Json.Nodes;
using Reconciler.Entitlements;
using Reconciler.Graph;

namespace Reconciler.UnitTests.Graph;

public sealed class PolicyReplacementTests
{
    private static readonly Handle Employees = new(EntityKey.Policy("Finance", "Subject", "Employees"), "q1");

    private readonly StubGraph _graph = StubGraph.Tenant();

    [Fact]
    public async Task What_is_only_for_reading_is_not_sent_and_all_the_rest_is()
    {
        var sent = await Send("""
            { "@odata.context": "https://graph.example/$metadata", "@odata.etag": "W/1", "id": "q1", "displayName": "Employees", "description": "Old.",
              "createdDateTime": "2026-01-01T00:00:00Z", "modifiedDateTime": "2026-01-01T00:00:00Z", "catalog": { "id": "c1" },
              "accessPackage": { "@odata.etag": "W/2", "id": "p1", "displayName": "Subject", "createdDateTime": "2026-01-01T00:00:00Z" },
              "reviewSettings": null, "specificAllowedTargets": null, "expiration": { "type": "afterDuration", "duration": "PT4320H" },
              "questions@odata.context": "x", "questions": [ { "@odata.type": "#microsoft.graph.accessPackageTextInputQuestion", "id": "n1", "text": "Why?" } ],
              "customExtensionStageSettings": [ { "id": "n2", "stage": "assignmentRequestCreated", "customExtension": {
                "@odata.type": "#microsoft.graph.accessPackageAssignmentRequestWorkflowExtension", "id": "x1", "displayName": "Callout", "clientConfiguration": {} } } ] }
            """);

        Assert.Equal("""
            {"displayName":"Employees","description":"New.","accessPackage":{"id":"p1"},"reviewSettings":null,"specificAllowedTargets":[],
            "expiration":{"type":"afterDuration","duration":"PT4320H"},
            "questions":[{"@odata.type":"#microsoft.graph.accessPackageTextInputQuestion","id":"n1","text":"Why?"}],
            "customExtensionStageSettings":[{"id":"n2","stage":"assignmentRequestCreated","customExtension":{
            "@odata.type":"#microsoft.graph.accessPackageAssignmentRequestWorkflowExtension","id":"x1"}}]}
            """.ReplaceLineEndings(""), sent);
    }

    [Fact]
    public async Task An_equal_expiration_keeps_its_spelling()
    {
        const string Policy = """{ "questions": [], "customExtensionStageSettings": [], "accessPackage": { "id": "p1" }, "expiration": { "type": "AfterDuration", "duration": "PT4320H" } }""";

        var same = await Send(Policy, policy => policy with { Expiration = new Expiration.After(Duration.OfDays(180)) });
        var other = await Send(Policy, policy => policy with { Expiration = new Expiration.Until(new DateTimeOffset(2027, 1, 31, 23, 59, 59, TimeSpan.FromHours(1))) });

        Assert.Contains("PT4320H", same, StringComparison.Ordinal);
        Assert.Contains("""{"type":"afterDateTime","duration":null,"endDateTime":"2027-01-31T22:59:59Z"}""", other, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Questions_that_are_not_inline_are_asked_for()
    {
        _graph.HoldsMore().On("$expand=questions", """{ "questions": [ { "id": "n1" } ] }""");

        Assert.Contains("""
            "questions":[{"id":"n1"}]
            """.Trim(), await Send("""{ "customExtensionStageSettings": [], "accessPackage": { "id": "p1" } }"""), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Callouts_that_were_cut_are_completed()
    {
        _graph.HoldsMore().On("/more", """{ "value": [ { "id": "n2" } ] }""");

        var sent = await Send("""
            { "customExtensionStageSettings": [ { "id": "n1" } ], "customExtensionStageSettings@odata.nextLink": "https://graph.example/v1.0/more",
              "questions": [], "accessPackage": { "id": "p1" } }
            """);

        Assert.Contains("""[{"id":"n1"},{"id":"n2"}]""", sent, StringComparison.Ordinal);
        Assert.DoesNotContain("nextLink", sent, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{ "questions": [], "accessPackage": { "id": "p1" } }""")]
    [InlineData("""{ "customExtensionStageSettings": [], "accessPackage": { "id": "p1" } }""")]
    [InlineData("""{ "questions": [], "customExtensionStageSettings": [] }""")]
    [InlineData("""{ "questions": [], "customExtensionStageSettings": [], "accessPackage": { "id": "p1" }, "allowedTargetScope": "unknownFutureValue" }""")]
    [InlineData("""{ "questions": [ { "choices@odata.nextLink": "x" } ], "customExtensionStageSettings": [], "accessPackage": { "id": "p1" } }""")]
    public async Task A_policy_that_a_write_would_damage_is_not_written(string policy)
    {
        _graph.On("$expand=questions", "{}");

        var refusal = await Assert.ThrowsAsync<TenantException>(() => Send(policy));

        Assert.Equal(TenantProblem.Refused, refusal.Problem);
        Assert.StartsWith("Updating the assignment policy \"Employees\" in \"Finance / Subject\" failed: ", refusal.Message, StringComparison.Ordinal);
        Assert.DoesNotContain(_graph.Asked, asked => asked.StartsWith("PUT", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_review_that_was_deleted_elsewhere_is_named_with_its_cure()
    {
        const string Policy = """{ "questions": [], "customExtensionStageSettings": [], "accessPackage": { "id": "p1" }, "reviewSettings": { "isEnabled": true } }""";
        _graph.On("/assignmentPolicies/q1?$expand=accessPackage", Policy).On("PUT", StubGraph.Error("", "BusinessFlow not found for id 1"), HttpStatusCode.NotFound);
        var write = new TenantWrite.Update(Employees, new AssignmentPolicy { Catalog = "Finance", Package = "Subject", Name = "Staff" }, Renames: true);

        var refusal = await Assert.ThrowsAsync<TenantException>(() => new GraphTenant(_graph.Client, new ImpatientTime()).WriteAsync(write, CancellationToken.None));

        Assert.Equal((TenantProblem.Refused, 404), (refusal.Problem, refusal.Status));
        Assert.Contains("declare `review: none`, apply, and then declare the review again", refusal.Message, StringComparison.Ordinal);

        Assert.Contains("""
            "reviewSettings":{"isEnabled":false}
            """.Trim(), await Send(Policy, policy => policy with { Review = new Review.None() }), StringComparison.Ordinal);
        Assert.Contains("""
            "reviewSettings":null
            """.Trim(), await Send(Policy.Replace("{ \"isEnabled\": true }", "null", StringComparison.Ordinal), policy => policy with { Review = new Review.None() }), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(Cadence.Week, """{"type":"weekly","interval":1,"month":0,"dayOfMonth":0,"daysOfWeek":["thursday"]}""")]
    [InlineData(Cadence.Month, """{"type":"absoluteMonthly","interval":1,"month":0,"dayOfMonth":0,"daysOfWeek":[]}""")]
    [InlineData(Cadence.Quarter, """{"type":"absoluteMonthly","interval":3,"month":0,"dayOfMonth":0,"daysOfWeek":[]}""")]
    [InlineData(Cadence.HalfYear, """{"type":"absoluteMonthly","interval":6,"month":0,"dayOfMonth":0,"daysOfWeek":[]}""")]
    [InlineData(Cadence.Year, """{"type":"absoluteYearly","interval":1,"month":1,"dayOfMonth":31,"daysOfWeek":[]}""")]
    public async Task A_cadence_is_written_as_a_pattern(Cadence every, string pattern)
    {
        var review = new Review.Recurring(every) { Starting = new DateOnly(2030, 1, 31), OpenFor = Duration.OfDays(14), Reviewers = [new Subject.Self()], OnNoResponse = NoResponse.RemoveAccess };

        var sent = await Send("""{ "questions": [], "customExtensionStageSettings": [], "accessPackage": { "id": "p1" } }""", policy => policy with { Review = review });

        Assert.Contains("""
            "reviewSettings":{"isEnabled":true,"expirationBehavior":"removeAccess","isRecommendationEnabled":true,"isReviewerJustificationRequired":true,"isSelfReview":true,
            "primaryReviewers":[],"fallbackReviewers":[],"schedule":{"expiration":{"type":"afterDuration","duration":"P14D"},"startDateTime":"2030-01-31T00:00:00Z",
            "recurrence":{"pattern":PATTERN,"range":{"type":"noEnd","startDate":"2030-01-31","numberOfOccurrences":0}}}}
            """.ReplaceLineEndings("").Replace("PATTERN", pattern, StringComparison.Ordinal), sent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_translation_stands_with_its_text_and_one_that_is_not_there_is_not_sent()
    {
        var question = new Question
        {
            Text = "Where?",
            Answer = new Answer.Picked([new Choice("A", "a"), new Choice("B", "B")], Several: true),
            Localizations = EquatableArray.Create([new Localization { Language = "nb-no", Text = "Hvor?", Choices = ["", "Å"] }]),
        };

        var sent = await Send(
            """{ "questions": [], "customExtensionStageSettings": [], "accessPackage": { "id": "p1" } }""", policy => policy with { Questions = EquatableArray.Create([question]) });

        Assert.Contains("""
            "questions":[{"@odata.type":"#microsoft.graph.accessPackageMultipleChoiceQuestion","text":"Where?","sequence":0,"isRequired":false,"isAnswerEditable":true,
            "isMultipleSelectionAllowed":true,"choices":[{"actualValue":"a","text":"A","localizations":[]},
            {"actualValue":"B","text":"B","localizations":[{"languageCode":"nb-no","text":"\u00C5"}]}],"localizations":[{"languageCode":"nb-no","text":"Hvor?"}]}]
            """.ReplaceLineEndings(""), sent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_callout_names_the_type_that_can_run_at_its_stage_and_others_stay()
    {
        var extension = new Reference(ReferenceKind.Extension, "Remind", "x2");
        var sent = await Send(
            """
            { "questions": [], "accessPackage": { "id": "p1" }, "customExtensionStageSettings": [ { "id": "n1", "stage": "somethingNew", "customExtension": { "id": "x1" } },
              { "id": "n2", "stage": "assignmentRequestCreated", "customExtension": { "id": "x1" } } ] }
            """,
            policy => policy with { Callouts = EquatableArray.Create([new Callout(CalloutStage.OneDayBeforeExpiration, extension)]) });

        Assert.Contains("""
            "customExtensionStageSettings":[{"stage":"assignmentOneDayBeforeExpiration","customExtension":{"@odata.type":"#microsoft.graph.accessPackageAssignmentWorkflowExtension","id":"x2"}},
            {"id":"n1","stage":"somethingNew","customExtension":{"id":"x1"}}]
            """.ReplaceLineEndings(""), sent, StringComparison.Ordinal);
    }

    private async Task<string> Send(string policy, Func<AssignmentPolicy, AssignmentPolicy>? changes = null)
    {
        _graph.HoldsMore().On("/assignmentPolicies/q1?$expand=accessPackage", policy).On("PUT", "{}", HttpStatusCode.OK);
        var blank = new AssignmentPolicy { Catalog = "Finance", Package = "Subject", Name = "Employees" };
        var write = new TenantWrite.Update(Employees, changes is null ? blank with { Description = "New." } : changes(blank), Renames: false);
        await new GraphTenant(_graph.Client, new ImpatientTime()).WriteAsync(write, CancellationToken.None);
        return JsonNode.Parse(_graph.Bodies[^1])?.ToJsonString() ?? "";
    }
}
