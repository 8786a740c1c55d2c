using System.Net;

namespace Reconciler.UnitTests.Emulator;

public sealed class PolicyRoutesTests : IAsyncLifetime, IDisposable
{
    private readonly GraphClient _graph = new();
    private string _package = "";
    private string _extension = "";

    public async Task InitializeAsync()
    {
        var catalog = await _graph.Catalog();
        _package = await _graph.Package(catalog);
        _extension = await _graph.Extension(catalog);
    }

    public Task DisposeAsync() => Task.CompletedTask;

    public void Dispose() => _graph.Dispose();

    [Fact]
    public async Task A_policy_of_three_members_is_filled_with_the_services_defaults()
    {
        var created = await _graph.Post("~/assignmentPolicies", Body(""));

        Assert.Equal(HttpStatusCode.Created, created.Status);
        Assert.Equal("notSpecified", created.Body?["allowedTargetScope"]?.GetValue<string>());
        Assert.Equal("noExpiration", created.Body?["expiration"]?["type"]?.GetValue<string>());
        Assert.False(created.Body?["requestorSettings"]?["enableTargetsToSelfAddAccess"]?.GetValue<bool>());
        Assert.Empty(created.Body?["requestApprovalSettings"]?["stages"]?.AsArray() ?? [null]);
        Assert.Empty(created.Body?["questions"]?.AsArray() ?? [null]);
        Assert.True(created.Body?.AsObject().ContainsKey("reviewSettings"));
        Assert.Null(created.Body?["reviewSettings"]);
        Assert.False(created.Body?.AsObject().ContainsKey("accessPackage"));
    }

    [Fact]
    public async Task A_policy_needs_a_package_that_exists()
    {
        (await _graph.Post("~/assignmentPolicies", """{ "displayName": "x" }""")).IsRefused(HttpStatusCode.BadRequest, "InvalidModel");
        (await _graph.Post("~/assignmentPolicies", $$"""{ "displayName": "x", "accessPackage": { "id": "{{Given.Nobody}}" } }"""))
            .IsRefused(HttpStatusCode.NotFound, "AccessPackageNotFound");
    }

    [Fact]
    public async Task What_is_left_out_of_a_put_is_gone()
    {
        var id = await _graph.Created("~/assignmentPolicies", Body($$"""
            "description": "d", "allowedTargetScope": "specificDirectoryUsers",
            "specificAllowedTargets": [ { "@odata.type": "#microsoft.graph.groupMembers", "groupId": "{{Given.Collaboration}}" } ],
            "expiration": { "type": "afterDuration", "duration": "P180D" },
            "questions": [ { "@odata.type": "#microsoft.graph.accessPackageTextInputQuestion", "text": "Why?", "sequence": 0 } ],
            "notificationSettings": { "isAssignmentNotificationDisabled": true },
            """ + StageSettings + ","));
        _graph.Time.Advance(TimeSpan.FromHours(1));

        var replaced = await _graph.Put($"~/assignmentPolicies/{id}", Body(""));

        Assert.Equal(HttpStatusCode.OK, replaced.Status);
        var policy = (await _graph.Get($"~/assignmentPolicies/{id}?$expand=customExtensionStageSettings")).Body;
        Assert.Null(policy?["description"]);
        Assert.Equal("notSpecified", policy?["allowedTargetScope"]?.GetValue<string>());
        Assert.Empty(policy?["specificAllowedTargets"]?.AsArray() ?? [null]);
        Assert.Equal("noExpiration", policy?["expiration"]?["type"]?.GetValue<string>());
        Assert.Empty(policy?["questions"]?.AsArray() ?? [null]);
        Assert.False(policy?["notificationSettings"]?["isAssignmentNotificationDisabled"]?.GetValue<bool>());
        Assert.Empty(policy?["customExtensionStageSettings"]?.AsArray() ?? [null]);
        Assert.Equal("2026-03-01T09:30:00Z", policy?["createdDateTime"]?.GetValue<string>());
        Assert.Equal("2026-03-01T10:30:00Z", policy?["modifiedDateTime"]?.GetValue<string>());
    }

    [Fact]
    public async Task Stage_settings_show_only_when_asked_for_and_an_empty_list_clears_them()
    {
        var id = await _graph.Created("~/assignmentPolicies", Body(StageSettings + ","));

        Assert.False((await _graph.Get($"~/assignmentPolicies/{id}")).Body?.AsObject().ContainsKey("customExtensionStageSettings"));
        var read = (await _graph.Get($"~/assignmentPolicies/{id}?$expand=accessPackage,customExtensionStageSettings($expand=customExtension)")).Body;
        Assert.Equal(_package, read?["accessPackage"]?["id"]?.GetValue<string>());
        Assert.Equal("assignmentRequestCreated", read?["customExtensionStageSettings"]?[0]?["stage"]?.GetValue<string>());
        Assert.Equal(_extension, read?["customExtensionStageSettings"]?[0]?["customExtension"]?["id"]?.GetValue<string>());

        await _graph.Put($"~/assignmentPolicies/{id}", Body("\"customExtensionStageSettings\": [],"));
        read = (await _graph.Get($"~/assignmentPolicies/{id}?$expand=customExtensionStageSettings")).Body;
        Assert.Empty(read?["customExtensionStageSettings"]?.AsArray() ?? [null]);
    }

    [Fact]
    public async Task A_policy_read_can_be_put_back_unchanged()
    {
        var id = await _graph.Created("~/assignmentPolicies", Body(Elaborate + StageSettings + ","));
        var read = $"~/assignmentPolicies/{id}?$expand=accessPackage,customExtensionStageSettings($expand=customExtension)";
        var before = (await _graph.Get(read)).Body ?? throw new InvalidOperationException();

        Assert.Equal(HttpStatusCode.OK, (await _graph.Put($"~/assignmentPolicies/{id}", before.ToJsonString())).Status);

        Assert.Equal(before.ToJsonString(), (await _graph.Get(read)).Body?.ToJsonString());
    }

    [Fact]
    public async Task A_known_question_keeps_its_id_and_an_unknown_one_gets_a_new_one()
    {
        var created = await _graph.Post("~/assignmentPolicies", Body(Question("") + ","));
        var questionId = created.Body?["questions"]?[0]?["id"]?.GetValue<string>();

        var kept = await _graph.Put($"~/assignmentPolicies/{created.Id}", Body(Question($"\"id\": \"{questionId}\",") + ","));
        var renewed = await _graph.Put($"~/assignmentPolicies/{created.Id}", Body(Question($"\"id\": \"{Given.Nobody}\",") + ","));

        Assert.Equal("#microsoft.graph.accessPackageTextInputQuestion", kept.Body?["questions"]?[0]?["@odata.type"]?.GetValue<string>());
        Assert.Equal(questionId, kept.Body?["questions"]?[0]?["id"]?.GetValue<string>());
        Assert.NotEqual(Given.Nobody, renewed.Body?["questions"]?[0]?["id"]?.GetValue<string>());
    }

    [Fact]
    public async Task Subject_sets_are_described_by_the_service()
    {
        var created = await _graph.Post("~/assignmentPolicies", Body($$"""
            "allowedTargetScope": "specificDirectoryUsers",
            "specificAllowedTargets": [ { "@odata.type": "microsoft.graph.singleUser", "userId": "{{Given.Megan}}", "description": "stale" } ],
            """));

        var target = created.Body?["specificAllowedTargets"]?[0];
        Assert.Equal("Megan Bowen", target?["description"]?.GetValue<string>());
        Assert.Equal("#microsoft.graph.singleUser", target?["@odata.type"]?.GetValue<string>());
    }

    [Theory]
    [InlineData("\"requestApprovalSettings\": { \"isApprovalRequiredForAdd\": true, \"stages\": [] },")]
    [InlineData("\"requestApprovalSettings\": { \"isApprovalRequiredForAdd\": false, \"stages\": [ {} ] },")]
    [InlineData("\"requestApprovalSettings\": { \"isApprovalRequiredForAdd\": true, \"stages\": [ {}, {}, {}, {} ] },")]
    [InlineData("\"requestApprovalSettings\": { \"isApprovalRequiredForAdd\": true, \"stages\": [ { \"isEscalationEnabled\": true, \"durationBeforeEscalation\": \"P1D\", \"durationBeforeAutomaticDenial\": \"P3D\" } ] },")]
    [InlineData("\"requestApprovalSettings\": { \"isApprovalRequiredForAdd\": true, \"stages\": [ { \"primaryApprovers\": [ { \"@odata.type\": \"#microsoft.graph.requestorManager\", \"managerLevel\": 3 } ] } ] },")]
    [InlineData("\"requestorSettings\": { \"onBehalfRequestors\": [ { \"@odata.type\": \"#microsoft.graph.targetManager\", \"managerLevel\": 5 } ] },")]
    [InlineData("\"expiration\": { \"type\": \"afterDuration\" },")]
    [InlineData("\"expiration\": { \"type\": \"afterDateTime\", \"duration\": \"P1D\" },")]
    public async Task Policies_that_make_no_sense_are_refused(string member)
    {
        (await _graph.Post("~/assignmentPolicies", Body(member))).IsRefused(HttpStatusCode.BadRequest, "InvalidModel");
        var id = await _graph.Policy(_package);
        (await _graph.Put($"~/assignmentPolicies/{id}", Body(member))).IsRefused(HttpStatusCode.BadRequest, "InvalidModel");
    }

    [Fact]
    public async Task A_policy_is_neither_moved_nor_patched()
    {
        var id = await _graph.Policy(_package);
        var other = await _graph.Package(await _graph.Catalog("Sales"));

        (await _graph.Put($"~/assignmentPolicies/{id}", $$"""{ "displayName": "x", "accessPackage": { "id": "{{other}}" } }""")).IsRefused(HttpStatusCode.BadRequest, "InvalidModel");
        (await _graph.Put($"~/assignmentPolicies/{id}", """{ "displayName": "x" }""")).IsRefused(HttpStatusCode.BadRequest, "InvalidModel");
        Assert.Equal(HttpStatusCode.MethodNotAllowed, (await _graph.Patch($"~/assignmentPolicies/{id}", "{}")).Status);
    }

    [Fact]
    public async Task Policies_of_one_name_live_side_by_side()
    {
        await _graph.Policy(_package);
        await _graph.Policy(_package);

        Assert.Equal(2, (await _graph.Get($"~/assignmentPolicies?$filter=accessPackage/id eq '{_package}' and displayName eq 'Employees'")).Items.Count);
        Assert.Equal(2, (await _graph.Get($"~/accessPackages/{_package}/assignmentPolicies")).Items.Count);
    }

    [Fact]
    public async Task A_policy_is_deleted_unless_assignments_live_by_it()
    {
        var id = await _graph.Policy(_package);
        Assert.Equal(HttpStatusCode.NoContent, (await _graph.Delete($"~/assignmentPolicies/{id}")).Status);
        (await _graph.Delete($"~/assignmentPolicies/{id}")).IsRefused(HttpStatusCode.NotFound, "PolicyNotFound");

        using var busy = new GraphClient(state: Given.StateWithAssignment());
        (await busy.Delete($"~/assignmentPolicies/{Given.StatePolicy}")).IsRefused(HttpStatusCode.BadRequest, "PolicyHasAssignments");
        using var over = new GraphClient(state: Given.StateWithAssignment("expired"));
        Assert.Equal(HttpStatusCode.NoContent, (await over.Delete($"~/assignmentPolicies/{Given.StatePolicy}")).Status);
        Assert.Null(Assert.Single((await over.Get("~/assignments?$expand=assignmentPolicy")).Items)["assignmentPolicy"]);
    }

    private string StageSettings => $$"""
        "customExtensionStageSettings": [ { "stage": "assignmentRequestCreated", "customExtension": {
          "@odata.type": "#microsoft.graph.accessPackageAssignmentRequestWorkflowExtension", "id": "{{_extension}}" } } ]
        """;

    private const string Elaborate = $$"""
        "description": "Members may request, manager approves", "allowedTargetScope": "allMemberUsers",
        "expiration": { "type": "afterDuration", "duration": "P180D" },
        "requestorSettings": { "enableTargetsToSelfAddAccess": true, "onBehalfRequestors": [ { "@odata.type": "#microsoft.graph.targetManager", "managerLevel": 4 } ] },
        "requestApprovalSettings": { "isApprovalRequiredForAdd": true, "stages": [ {
          "durationBeforeAutomaticDenial": "P14D", "primaryApprovers": [ { "@odata.type": "#microsoft.graph.requestorManager", "managerLevel": 2 } ],
          "fallbackPrimaryApprovers": [ { "@odata.type": "#microsoft.graph.singleUser", "userId": "{{Given.Megan}}" } ] } ] },
        "reviewSettings": { "isEnabled": true, "expirationBehavior": "keepAccess", "isSelfReview": true, "schedule": {
          "startDateTime": "2026-04-01T00:00:00Z", "expiration": { "type": "afterDuration", "duration": "P14D" },
          "recurrence": { "pattern": { "type": "absoluteMonthly", "interval": 3, "dayOfMonth": 0, "month": 0 }, "range": { "type": "noEnd", "startDate": "2026-04-01" } } } },
        "automaticRequestSettings": { "gracePeriodBeforeAccessRemoval": "P7D" },
        "questions": [ { "@odata.type": "#microsoft.graph.accessPackageMultipleChoiceQuestion", "sequence": 1, "text": "Which?",
          "choices": [ { "actualValue": "a", "text": "A", "localizations": [ { "languageCode": "de-de", "text": "Ä" } ] } ] } ],
        """;

    private static string Question(string member) =>
        $$"""
        "questions": [ { "@odata.type": "#microsoft.graph.accessPackageTextInputQuestion", {{member}} "text": "Cost centre?", "sequence": 0, "isRequired": true } ]
        """;

    private string Body(string members) => $$"""{ "displayName": "Employees", {{members}} "accessPackage": { "id": "{{_package}}" } }""";
}
