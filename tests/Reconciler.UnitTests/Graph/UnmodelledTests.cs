using System.Text.Json.Nodes;
using Reconciler.Entitlements;
using Reconciler.Graph;

namespace Reconciler.UnitTests.Graph;

public sealed class UnmodelledTests
{
    [Theory]
    [InlineData("""{ "allowedTargetScope": "NotSpecified" }""", Population.Nobody)]
    [InlineData("{}", Population.Nobody)]
    [InlineData("""{ "allowedTargetScope": "allMemberUsers" }""", Population.AnyMember)]
    [InlineData("""{ "allowedTargetScope": "AllDirectoryUsers" }""", Population.AnyUser)]
    [InlineData("""{ "allowedTargetScope": "allExternalUsers" }""", Population.AnyExternalUser)]
    [InlineData("""{ "allowedTargetScope": "allConfiguredConnectedOrganizationUsers" }""", Population.AnyConfiguredOrganization)]
    [InlineData("""{ "allowedTargetScope": "allDirectoryServicePrincipals" }""", Population.AnyServicePrincipal)]
    [InlineData("""{ "allowedTargetScope": "allDirectoryAgentIdentities" }""", Population.AnyAgentIdentity)]
    public async Task A_population_is_known_however_it_is_spelled(string policy, Population population) =>
        Assert.Equal(new RequestorScope.Everyone(population), (await Read(policy)).Requestors.Value.Who);

    [Theory]
    [InlineData("specificConnectedOrganizationUsers", """[ { "@odata.type": "#microsoft.graph.connectedOrganizationMembers" } ]""", "1 listed organization")]
    [InlineData("specificDirectoryServicePrincipals", "[ {}, {} ]", "2 listed service principals")]
    [InlineData("somethingNew", "[]", "the scope somethingNew")]
    [InlineData("specificDirectoryUsers", """[ { "@odata.type": "#microsoft.graph.attributeRuleMembers", "membershipRule": "(user.department -eq \"Sales\")" } ]""", "everybody for whom (user.department -eq \"Sales\")")]
    [InlineData("specificDirectoryUsers", """[ { "@odata.type": "microsoft.graph.singleUser", "userId": "u1", "description": "Megan" }, { "@odata.type": "#microsoft.graph.targetManager" } ]""", "listed: Megan, targetManager")]
    public async Task A_scope_without_a_word_is_described(string scope, string targets, string words)
    {
        var policy = await Read($$"""{ "allowedTargetScope": "{{scope}}", "specificAllowedTargets": {{targets}} }""");

        Assert.Equal(new RequestorScope.Unmodelled(words), policy.Requestors.Value.Who);
    }

    [Theory]
    [InlineData("null", "not specified")]
    [InlineData("""{ "type": "notSpecified" }""", "not specified")]
    [InlineData("""{ "type": "afterDuration", "duration": "P1Y" }""", "after P1Y")]
    [InlineData("""{ "type": "afterDateTime" }""", "at an unknown time")]
    [InlineData("""{ "type": "atDawn" }""", "atDawn")]
    public async Task An_expiration_without_a_word_is_described(string expiration, string words) =>
        Assert.Equal(new Expiration.Unmodelled(words), (await Read($$"""{ "expiration": {{expiration}} }""")).Expiration.Value);

    [Fact]
    public async Task An_end_is_read_whatever_digits_it_has()
    {
        var policy = await Read("""{ "expiration": { "type": "AfterDateTime", "endDateTime": "2027-01-31T22:59:59.9134953Z" } }""");

        Assert.Equal(new Expiration.Until(new DateTimeOffset(2027, 1, 31, 22, 59, 59, TimeSpan.Zero)), policy.Expiration.Value);
    }

    [Theory]
    [InlineData("""{ "isApprovalRequiredForUpdate": true }""", "approval of extensions only")]
    [InlineData("""{ "isApprovalRequiredForAdd": true, "stages": [ { "@odata.type": "#microsoft.graph.accessPackageDynamicApprovalStage" } ] }""", "approvers that a custom extension names")]
    [InlineData("""{ "isApprovalRequiredForAdd": true, "stages": [ { "durationBeforeAutomaticDenial": "P1M" } ] }""", "a decision within P1M")]
    [InlineData("""{ "isApprovalRequiredForAdd": true, "stages": [ { "isEscalationEnabled": true, "durationBeforeEscalation": "P1M" } ] }""", "escalation after P1M")]
    public async Task An_approval_without_a_word_is_described(string settings, string words) =>
        Assert.Equal(new Approval.Unmodelled(words), (await Read($$"""{ "requestApprovalSettings": {{settings}} }""")).Approval.Value);

    [Theory]
    [InlineData("""{ "@odata.type": "#microsoft.graph.singleServicePrincipal", "servicePrincipalId": "s1" }""", "the service principal s1")]
    [InlineData("""{ "@odata.type": "#microsoft.graph.targetManager", "managerLevel": 3 }""", "the target's manager, level 3")]
    [InlineData("""{ "@odata.type": "#microsoft.graph.targetApplicationOwners" }""", "the owners of the target application")]
    [InlineData("""{ "@odata.type": "#microsoft.graph.brandNew" }""", "subjects of type brandNew")]
    [InlineData("{}", "a subject without a type")]
    public async Task An_approver_without_a_word_is_described(string subject, string words)
    {
        var policy = await Read($$"""{ "requestApprovalSettings": { "isApprovalRequiredForAdd": true, "stages": [ { "primaryApprovers": [ {{subject}} ] } ] } }""");

        var stage = Assert.Single(Assert.IsType<Approval.Required>(policy.Approval.Value).Stages);
        Assert.Equal([new Subject.Unmodelled(words)], stage.Approvers);
    }

    [Theory]
    [InlineData("""{ "pattern": { "type": "relativeMonthly", "interval": 2 } }""", "a review recurring relativeMonthly, interval 2")]
    [InlineData("""{ "pattern": { "type": "weekly", "interval": 1 }, "range": { "type": "endDate", "endDate": "2027-01-01" } }""", "a review recurring until 2027-01-01")]
    [InlineData("""{ "pattern": { "type": "weekly" }, "range": { "type": "numbered", "numberOfOccurrences": 3 } }""", "a review recurring until it took place 3 times")]
    [InlineData("null", "a review recurring at unknown times, interval 1")]
    public async Task A_review_without_a_word_is_described(string recurrence, string words)
    {
        var schedule = $$"""{ "startDateTime": "2026-01-01T00:00:00Z", "expiration": { "type": "afterDuration", "duration": "P14D" }, "recurrence": {{recurrence}} }""";
        var policy = await Read($$"""{ "reviewSettings": { "isEnabled": true, "expirationBehavior": "keepAccess", "schedule": {{schedule}} } }""");

        Assert.Equal(new Review.Unmodelled(words), policy.Review.Value);
    }

    [Theory]
    [InlineData("""{ "type": "absoluteMonthly", "interval": 12 }""", Cadence.Year)]
    [InlineData("""{ "type": "AbsoluteYearly", "interval": 1, "month": 7, "dayOfMonth": 2 }""", Cadence.Year)]
    [InlineData("""{ "type": "absoluteMonthly", "interval": 6 }""", Cadence.HalfYear)]
    public async Task A_cadence_is_known_however_it_is_spelled(string pattern, Cadence cadence)
    {
        var schedule = $$"""{ "startDateTime": "2026-07-02T06:59:59.998Z", "expiration": { "type": "afterDuration", "duration": "P14D" }, "recurrence": { "pattern": {{pattern}} } }""";
        var policy = await Read($$"""{ "reviewSettings": { "isEnabled": true, "expirationBehavior": "acceptAccessRecommendation", "isSelfReview": true, "schedule": {{schedule}} } }""");

        var review = Assert.IsType<Review.Recurring>(policy.Review.Value);
        Assert.Equal((cadence, new DateOnly(2026, 7, 2), NoResponse.AcceptRecommendation), (review.Every, review.Starting, review.OnNoResponse));
        Assert.Equal([new Subject.Self()], review.Reviewers);
    }

    [Fact]
    public async Task A_review_that_is_off_is_none() =>
        Assert.Equal(new Review.None(), (await Read("""{ "reviewSettings": { "isEnabled": false, "schedule": {} } }""")).Review.Value);

    [Fact]
    public async Task A_policy_that_assigns_by_itself_is_read_as_its_rule()
    {
        var policy = await Read("""
            { "allowedTargetScope": "specificDirectoryUsers", "specificAllowedTargets": [ { "@odata.type": "#microsoft.graph.attributeRuleMembers", "membershipRule": " a " } ],
              "automaticRequestSettings": { "requestAccessForAllowedTargets": true, "gracePeriodBeforeAccessRemoval": "PT168H" } }
            """);

        Assert.Equal(new Automatic.ByRule("a") { RemoveWhenNoLonger = false, Grace = Duration.OfDays(7) }, policy.Automatic.Value);
        Assert.Equal(new RequestorScope.Unmodelled("automatic: a"), policy.Requestors.Value.Who);
    }

    [Fact]
    public async Task A_question_of_a_new_type_is_described()
    {
        var policy = await Read("""{ "questions": [ { "@odata.type": "#microsoft.graph.accessPackageDrawingQuestion", "text": "Draw." } ] }""");

        Assert.Equal(new Answer.Unmodelled("an answer to a accessPackageDrawingQuestion"), Assert.Single(policy.Questions.Value).Answer);
    }

    [Fact]
    public async Task Questions_are_read_in_their_order_and_languages_from_wherever_they_stand()
    {
        var policy = await Read("""
            { "questions": [
              { "@odata.type": "#microsoft.graph.accessPackageTextInputQuestion", "sequence": 2, "text": "Second", "isSingleLineQuestion": true },
              { "@odata.type": "#microsoft.graph.accessPackageMultipleChoiceQuestion", "sequence": 1, "text": "First",
                "localizations": [ { "languageCode": "nb-no", "text": "Første" } ],
                "choices": [ { "text": "A", "localizations": [ { "languageCode": "de-de", "text": "Ä" } ] }, { "actualValue": "b", "text": "B", "localizations": [ { "languageCode": "NB-NO", "text": "Å" } ] } ] } ] }
            """);

        Assert.Equal(["First", "Second"], policy.Questions.Value.Select(question => question.Text));
        Assert.Equal(new Answer.Written("", LongText: false), policy.Questions.Value[1].Answer);
        Assert.Equal(new Answer.Picked([new Choice("A", "A"), new Choice("B", "b")], Several: false), policy.Questions.Value[0].Answer);
        Assert.Equal(
            [new Localization { Language = "de-de", Text = "", Choices = ["Ä", ""] }, new Localization { Language = "nb-no", Text = "Første", Choices = ["", "Å"] }],
            policy.Questions.Value[0].Localizations);
    }

    [Fact]
    public async Task Resources_and_roles_of_other_systems_are_named_and_never_listed()
    {
        var graph = StubGraph.Tenant()
            .On("/catalogs/c1/resources", """{ "value": [ { "id": "r1", "originSystem": "DirectoryRole", "originId": "d1", "displayName": "Reader" }, { "id": "r2", "originSystem": "aadApplication", "originId": "a1" } ] }""")
            .On("roleAssignments?$filter=appScopeId", """{ "value": [ { "id": "x1", "principalId": "u1", "roleDefinitionId": "new" } ] }""")
            .On("/accessPackages?", """
                { "value": [ { "id": "p1", "incompatibleAccessPackages": [], "incompatibleGroups": [], "assignmentPolicies": [], "resourceRoleScopes": [
                  { "id": "s1", "role": { "originId": "Eligible", "displayName": "Eligible Member" }, "scope": { "originId": "d1", "originSystem": "DirectoryRole" } },
                  { "id": "s2", "role": { "originId": "MEMBER_G1", "originSystem": "aadGroup" }, "scope": { "originId": "g1", "originSystem": "aadGroup" } },
                  { "id": "s3", "role": { "originId": "odd", "displayName": "Eligible owner" }, "scope": { "originId": "g1", "originSystem": "aadGroup" } } ] } ] }
                """);

        var snapshot = await new GraphTenant(graph.Client, new ImpatientTime()).ReadAsync(TenantPart.Whole, CancellationToken.None);

        var catalog = snapshot.Entities.Single(actual => actual.Entity is Catalog);
        Assert.Equal("a1", Assert.Single(((Catalog)catalog.Entity).Resources.Value).Resource.Id);
        Assert.Equal(["a resource of DirectoryRole: Reader", "1 assignment of another role"], catalog.Unmodelled);
        var package = snapshot.Entities.Single(actual => actual.Entity is AccessPackage);
        Assert.Equal(
            [new Role.OfGroup(GroupRole.Member), new Role.OfGroup(GroupRole.EligibleOwner)],
            ((AccessPackage)package.Entity).ResourceRoles.Value.Select(role => role.Role));
        Assert.Equal(["the role Eligible Member of DirectoryRole"], package.Unmodelled);
    }

    private static async Task<AssignmentPolicy> Read(string policy)
    {
        var json = JsonNode.Parse(policy) as JsonObject ?? [];
        json["id"] = "q1";
        json["questions"] ??= new JsonArray();
        var package = new JsonObject
        {
            ["id"] = "p1",
            ["assignmentPolicies"] = new JsonArray(json),
            ["resourceRoleScopes"] = new JsonArray(),
            ["incompatibleAccessPackages"] = new JsonArray(),
            ["incompatibleGroups"] = new JsonArray(),
        };
        var graph = StubGraph.Tenant().On("/accessPackages?", new JsonObject { ["value"] = new JsonArray(package) }.ToJsonString());
        var snapshot = await new GraphTenant(graph.Client, new ImpatientTime()).ReadAsync(TenantPart.Whole, CancellationToken.None);
        Assert.Empty(snapshot.Gaps);
        return snapshot.Entities.Select(actual => actual.Entity).OfType<AssignmentPolicy>().Single();
    }
}
