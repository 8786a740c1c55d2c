using System.Net;

namespace Reconciler.UnitTests.Emulator;

/// <summary>What policies may say. How they are written and read is told in <see cref="PolicyRoutesTests"/>.</summary>
public sealed class PolicyRulesTests : IAsyncLifetime, IDisposable
{
    private const string Megan = "{ \"@odata.type\": \"#microsoft.graph.singleUser\", \"userId\": \"" + Given.Megan + "\" }";
    private const string Admins = "{ \"@odata.type\": \"#microsoft.graph.groupMembers\", \"groupId\": \"" + Given.Admins + "\" }";
    private const string Bot = "{ \"@odata.type\": \"#microsoft.graph.singleServicePrincipal\", \"servicePrincipalId\": \"" + Given.Bot + "\" }";
    private const string Rule = "{ \"@odata.type\": \"#microsoft.graph.attributeRuleMembers\", \"membershipRule\": \"(user.department -eq \\\"Sales\\\")\" }";
    private const string Manager = "{ \"@odata.type\": \"#microsoft.graph.requestorManager\", \"managerLevel\": 1 }";

    private readonly GraphClient _graph = new();
    private string _package = "";
    private string _organization = "";

    private string Organization => $$"""{ "@odata.type": "#microsoft.graph.connectedOrganizationMembers", "connectedOrganizationId": "{{_organization}}" }""";

    public async Task InitializeAsync()
    {
        _package = await _graph.Package(await _graph.Catalog());
        _organization = await _graph.Created("~/connectedOrganizations", Given.Organization());
    }

    public Task DisposeAsync() => Task.CompletedTask;

    public void Dispose() => _graph.Dispose();

    [Theory]
    [InlineData("specificDirectoryUsers", Megan + "," + Admins, true)]
    [InlineData("specificDirectoryUsers", Megan + "," + Bot, false)]
    [InlineData("specificDirectoryUsers", Megan + ",ORGANIZATION", false)]
    [InlineData("specificDirectoryUsers", Manager, false)]
    [InlineData("specificDirectoryUsers", "", false)]
    [InlineData("specificConnectedOrganizationUsers", "ORGANIZATION", true)]
    [InlineData("specificConnectedOrganizationUsers", "ORGANIZATION," + Admins, false)]
    [InlineData("specificDirectoryServicePrincipals", Bot, true)]
    [InlineData("specificDirectoryServicePrincipals", Megan, false)]
    [InlineData("allMemberUsers", "", true)]
    [InlineData("allMemberUsers", Megan, false)]
    [InlineData("notSpecified", Admins, false)]
    [InlineData("allConfiguredConnectedOrganizationUsers", "ORGANIZATION", false)]
    public async Task Who_is_named_fits_the_scope(string scope, string targets, bool fits) =>
        await Expect(fits, $$""" "allowedTargetScope": "{{scope}}", "specificAllowedTargets": [ {{targets.Replace("ORGANIZATION", Organization, StringComparison.Ordinal)}} ] """);

    [Theory]
    [InlineData("specificDirectoryUsers", "singleUser", "userId", Given.Nobody)]
    [InlineData("specificDirectoryUsers", "singleUser", "userId", Given.Admins)]
    [InlineData("specificDirectoryUsers", "groupMembers", "groupId", Given.Megan)]
    [InlineData("specificDirectoryUsers", "groupMembers", "description", "nobody")]
    [InlineData("specificConnectedOrganizationUsers", "connectedOrganizationMembers", "connectedOrganizationId", Given.Nobody)]
    [InlineData("specificDirectoryServicePrincipals", "singleServicePrincipal", "servicePrincipalId", Given.SalesforceAppId)]
    public async Task Who_is_named_is_there(string scope, string type, string member, string id) =>
        await Expect(false, $$""" "allowedTargetScope": "{{scope}}", "specificAllowedTargets": [ { "@odata.type": "#microsoft.graph.{{type}}", "{{member}}": "{{id}}" } ] """);

    [Fact]
    public async Task Whoever_decides_is_there_too() =>
        await Expect(false, Stage($$""" "primaryApprovers": [ { "@odata.type": "#microsoft.graph.singleUser", "userId": "{{Given.Nobody}}" } ] """));

    [Fact]
    public async Task Who_has_left_the_directory_may_stay_in_a_policy_but_not_enter_one()
    {
        var state = Given.StateWithAssignment();
        var policy = state["catalogs"]?[0]?["accessPackages"]?[0]?["assignmentPolicies"]?[0]?.AsObject() ?? [];
        policy["allowedTargetScope"] = "specificDirectoryUsers";
        policy["specificAllowedTargets"] = Given.Json($$"""{ "targets": [ { "@odata.type": "#microsoft.graph.groupMembers", "groupId": "{{Given.Nobody}}", "description": "was here" } ] }""")["targets"]?.DeepClone();
        using var graph = new GraphClient(state: state);
        var read = await graph.Get($"~/assignmentPolicies/{Given.StatePolicy}?$expand=accessPackage");

        var again = await graph.Put($"~/assignmentPolicies/{Given.StatePolicy}", read.Body?.ToJsonString() ?? "");

        Assert.Equal(HttpStatusCode.OK, again.Status);
        Assert.Equal("was here", again.Body?["specificAllowedTargets"]?[0]?["description"]?.GetValue<string>());
        (await graph.Post("~/assignmentPolicies", read.Body?.ToJsonString() ?? "")).IsRefused(HttpStatusCode.BadRequest, "InvalidModel");
    }

    [Theory]
    [InlineData("specificDirectoryUsers", Megan, 500, 501)]
    [InlineData("specificConnectedOrganizationUsers", "ORGANIZATION", 1000, 1001)]
    public async Task There_is_an_end_to_naming(string scope, string target, int most, int tooMany)
    {
        string Members(int count) => $$"""
            "allowedTargetScope": "{{scope}}",
            "specificAllowedTargets": [ {{string.Join(',', Enumerable.Repeat(target.Replace("ORGANIZATION", Organization, StringComparison.Ordinal), count))}} ]
            """;

        await Expect(true, Members(most));
        await Expect(false, Members(tooMany));
    }

    [Theory]
    [InlineData("specificDirectoryUsers", Rule, "true", true)]
    [InlineData("specificDirectoryUsers", Rule, "false", false)]
    [InlineData("specificDirectoryUsers", Rule + "," + Rule, "true", false)]
    [InlineData("specificDirectoryUsers", Rule + "," + Megan, "true", false)]
    [InlineData("specificDirectoryUsers", Megan, "true", false)]
    [InlineData("specificDirectoryUsers", "{ \"@odata.type\": \"#microsoft.graph.attributeRuleMembers\" }", "true", false)]
    [InlineData("allMemberUsers", "", "true", false)]
    public async Task An_automatic_policy_is_one_rule(string scope, string targets, string isAutomatic, bool fits) =>
        await Expect(fits, Automatic(scope, targets, isAutomatic));

    [Fact]
    public async Task A_package_has_one_automatic_policy()
    {
        var id = await _graph.Created("~/assignmentPolicies", Body(Automatic("specificDirectoryUsers", Rule, "true")));

        await Expect(false, Automatic("specificDirectoryUsers", Rule, "true"));
        Assert.Equal(HttpStatusCode.OK, (await _graph.Put($"~/assignmentPolicies/{id}", Body(Automatic("specificDirectoryUsers", Rule, "true")))).Status);
        _package = await _graph.Package(await _graph.Catalog("Sales"));
        await Expect(true, Automatic("specificDirectoryUsers", Rule, "true"));
    }

    [Theory]
    [InlineData("\"type\": \"weekly\", \"interval\": 1, \"daysOfWeek\": [ \"monday\" ]", "\"type\": \"noEnd\"", true)]
    [InlineData("\"type\": \"absoluteMonthly\", \"interval\": 3, \"dayOfMonth\": 5, \"month\": 0", "\"type\": \"noEnd\", \"numberOfOccurrences\": 0", true)]
    [InlineData("\"type\": \"absoluteYearly\", \"interval\": 1, \"month\": 4, \"dayOfMonth\": 1", "\"type\": \"endDate\", \"endDate\": \"2027-01-01\"", true)]
    [InlineData("\"type\": \"absoluteMonthly\", \"interval\": 6", "\"type\": \"numbered\", \"numberOfOccurrences\": 4", true)]
    [InlineData("\"type\": \"daily\", \"interval\": 1", "\"type\": \"noEnd\"", false)]
    [InlineData("\"type\": \"relativeMonthly\", \"interval\": 1, \"index\": \"first\"", "\"type\": \"noEnd\"", false)]
    [InlineData("\"type\": \"absoluteMonthly\", \"interval\": 2", "\"type\": \"noEnd\"", false)]
    [InlineData("\"type\": \"absoluteMonthly\", \"interval\": 1, \"daysOfWeek\": [ \"monday\" ]", "\"type\": \"noEnd\"", false)]
    [InlineData("\"type\": \"weekly\", \"interval\": 1, \"dayOfMonth\": 3", "\"type\": \"noEnd\"", false)]
    [InlineData("\"type\": \"absoluteMonthly\", \"interval\": 1", "\"type\": \"numbered\"", false)]
    [InlineData("\"type\": \"absoluteMonthly\", \"interval\": 1", "\"type\": \"noEnd\", \"endDate\": \"2027-01-01\"", false)]
    [InlineData("\"type\": \"absoluteMonthly\", \"interval\": 1", "\"startDate\": \"2027-01-01\"", false)]
    public async Task A_review_recurs_as_reviews_do(string pattern, string range, bool fits) =>
        await Expect(fits, Review($$""" "isSelfReview": true, """, pattern, range));

    [Fact]
    public async Task Managers_who_review_need_somebody_to_stand_in_for_them()
    {
        const string Monthly = "\"type\": \"absoluteMonthly\", \"interval\": 1";

        await Expect(false, Review($$""" "primaryReviewers": [ {{Manager}} ], """, Monthly, "\"type\": \"noEnd\""));
        await Expect(true, Review($$""" "primaryReviewers": [ {{Manager}} ], "fallbackReviewers": [ {{Megan}} ], """, Monthly, "\"type\": \"noEnd\""));
        await Expect(false, Review($$""" "primaryReviewers": [ {{Bot}} ], """, Monthly, "\"type\": \"noEnd\""));
        await Expect(false, "\"reviewSettings\": { \"isEnabled\": true }");
        await Expect(true, "\"reviewSettings\": { \"isEnabled\": false }");
    }

    [Theory]
    [InlineData("\"primaryApprovers\": [ " + Bot + " ]")]
    [InlineData("\"fallbackPrimaryApprovers\": [ " + Rule + " ]")]
    [InlineData("\"isEscalationEnabled\": true, \"durationBeforeEscalation\": \"PT23H\", \"durationBeforeAutomaticDenial\": \"P14D\"")]
    [InlineData("\"isEscalationEnabled\": true, \"durationBeforeEscalation\": \"P2D\", \"durationBeforeAutomaticDenial\": \"PT95H\"")]
    public async Task A_stage_is_decided_by_whoever_can_and_in_time(string member) => await Expect(false, Stage(member));

    [Theory]
    [InlineData("{ \"@odata.type\": \"#microsoft.graph.targetManager\", \"managerLevel\": 4 }", true)]
    [InlineData("{ \"@odata.type\": \"#microsoft.graph.targetManager\", \"managerLevel\": 0 }", false)]
    [InlineData(Manager, false)]
    [InlineData(Bot, false)]
    public async Task Only_some_may_request_for_others(string requestor, bool fits) =>
        await Expect(fits, $$""" "requestorSettings": { "enableOnBehalfRequestorsToAddAccess": true, "onBehalfRequestors": [ {{requestor}} ] } """);

    private static string Automatic(string scope, string targets, string isAutomatic) => $$"""
        "allowedTargetScope": "{{scope}}", "specificAllowedTargets": [ {{targets}} ],
        "automaticRequestSettings": { "requestAccessForAllowedTargets": {{isAutomatic}}, "removeAccessWhenTargetLeavesAllowedTargets": true, "gracePeriodBeforeAccessRemoval": "P7D" }
        """;

    private static string Stage(string members) =>
        $$""" "requestApprovalSettings": { "isApprovalRequiredForAdd": true, "stages": [ { {{members}} } ] } """;

    private static string Review(string members, string pattern, string range) => $$"""
        "reviewSettings": { "isEnabled": true, "expirationBehavior": "keepAccess", {{members}} "schedule": {
          "startDateTime": "2026-04-01T00:00:00Z", "expiration": { "type": "afterDuration", "duration": "P14D" },
          "recurrence": { "pattern": { {{pattern}} }, "range": { {{range}} } } } }
        """;

    private string Body(string members) => $$"""{ "displayName": "Employees", {{members}}, "accessPackage": { "id": "{{_package}}" } }""";

    private async Task Expect(bool fits, string members)
    {
        var answer = await _graph.Post("~/assignmentPolicies", Body(members));
        Assert.True((fits ? (HttpStatusCode.Created, null) : (HttpStatusCode.BadRequest, "InvalidModel")) == (answer.Status, answer.Code), $"{members}: {answer.Message}");
    }
}
