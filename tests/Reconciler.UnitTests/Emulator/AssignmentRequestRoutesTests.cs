using System.Net;
using System.Text.Json.Nodes;

namespace Reconciler.UnitTests.Emulator;

public sealed class AssignmentRequestRoutesTests : IAsyncLifetime, IDisposable
{
    private const string Requests = "~/assignmentRequests";

    private readonly GraphClient _graph = new();
    private string _package = "";
    private string _policy = "";

    public async Task InitializeAsync()
    {
        _package = await _graph.Package(await _graph.Catalog());
        _policy = await _graph.Policy(_package);
    }

    public Task DisposeAsync() => Task.CompletedTask;

    public void Dispose() => _graph.Dispose();

    [Fact]
    public async Task A_request_is_accepted_at_once_and_its_assignment_is_there()
    {
        var answer = await _graph.Post(Requests, Given.Assign(_package, _policy, more: "\"justification\": \"Ticket 7\","));

        Assert.Equal((HttpStatusCode.Created, "submitted", "Accepted"), (answer.Status, answer.Body?["state"]?.GetValue<string>(), answer.Body?["status"]?.GetValue<string>()));
        var request = (await _graph.Get($"{Requests}/{answer.Id}?$expand=accessPackage,assignment($expand=target),requestor")).Body;
        Assert.Equal("delivered", request?["state"]?.GetValue<string>());
        Assert.Equal("Ticket 7", request?["justification"]?.GetValue<string>());
        Assert.Equal(_package, request?["accessPackage"]?["id"]?.GetValue<string>());
        Assert.Equal(Given.Megan, request?["assignment"]?["target"]?["objectId"]?.GetValue<string>());
        var assignment = await Assignment();
        Assert.Equal("delivered", assignment?["state"]?.GetValue<string>());
        Assert.Equal("Megan Bowen", assignment?["target"]?["displayName"]?.GetValue<string>());
        Assert.Equal(_policy, assignment?["assignmentPolicy"]?["id"]?.GetValue<string>());
        Assert.Equal("noExpiration", assignment?["schedule"]?["expiration"]?["type"]?.GetValue<string>());
    }

    [Theory]
    [InlineData("afterDateTime", "\"endDateTime\": \"2026-05-01T00:00:00Z\"", "2026-05-01T00:00:00Z")]
    [InlineData("afterDuration", "\"duration\": \"P10D\"", "2026-03-11T09:30:00Z")]
    [InlineData("notSpecified", "\"duration\": null", "2026-03-31T09:30:00Z")]
    public async Task The_schedule_decides_and_else_the_policy(string type, string member, string end)
    {
        var policy = await _graph.Created("~/assignmentPolicies", $$"""
            { "displayName": "Month", "accessPackage": { "id": "{{_package}}" }, "expiration": { "type": "afterDuration", "duration": "P30D" } }
            """);

        await _graph.Created(Requests, Given.Assign(_package, policy, more: $$""" "schedule": { "expiration": { "type": "{{type}}", {{member}} } }, """));

        Assert.Equal(end, (await Assignment())?["schedule"]?["expiration"]?["endDateTime"]?.GetValue<string>());
    }

    [Fact]
    public async Task An_assignment_ends_when_its_time_has_come()
    {
        await _graph.Created(Requests, Given.Assign(_package, _policy, more: """ "schedule": { "expiration": { "type": "afterDuration", "duration": "P10D" } }, """));

        _graph.Time.Advance(TimeSpan.FromDays(10));

        var ended = await Assignment();
        Assert.Equal(("expired", "2026-03-11T09:30:00Z"), (ended?["state"]?.GetValue<string>(), ended?["expiredDateTime"]?.GetValue<string>()));
        await _graph.Created(Requests, Given.Assign(_package, _policy));
    }

    [Fact]
    public async Task A_schedule_that_is_over_or_half_is_refused()
    {
        (await _graph.Post(Requests, Given.Assign(_package, _policy, more: """ "schedule": { "expiration": { "type": "afterDateTime", "endDateTime": "2026-01-01T00:00:00Z" } }, """)))
            .IsRefused(HttpStatusCode.BadRequest, "InvalidModel");
        (await _graph.Post(Requests, Given.Assign(_package, _policy, more: """ "schedule": { "expiration": { "type": "afterDuration" } }, """)))
            .IsRefused(HttpStatusCode.BadRequest, "InvalidModel");
    }

    [Fact]
    public async Task Nobody_gets_a_package_twice()
    {
        await _graph.Created(Requests, Given.Assign(_package, _policy));
        (await _graph.Post(Requests, Given.Assign(_package, _policy, Given.Megan.ToUpperInvariant()))).IsRefused(HttpStatusCode.BadRequest, "ExistingGrant");

        await Remove();

        await _graph.Created(Requests, Given.Assign(_package, _policy));
        Assert.Equal(2, (await _graph.Get($"~/assignments?$filter=accessPackage/id eq '{_package}'")).Items.Count);
    }

    [Fact]
    public async Task A_request_names_what_is_there()
    {
        var elsewhere = await _graph.Policy(await _graph.Package(await _graph.Catalog("Sales")));

        (await _graph.Post(Requests, Given.Assign(_package, elsewhere))).IsRefused(HttpStatusCode.BadRequest, "InvalidModel");
        (await _graph.Post(Requests, Given.Assign(Given.Nobody, _policy))).IsRefused(HttpStatusCode.NotFound, "AccessPackageNotFound");
        (await _graph.Post(Requests, Given.Assign(_package, Given.Nobody))).IsRefused(HttpStatusCode.NotFound, "PolicyNotFound");
        (await _graph.Post(Requests, Given.Assign(_package, _policy, Given.Nobody))).IsRefused(HttpStatusCode.BadRequest, "TargetNotFound");
        (await _graph.Post(Requests, """{ "requestType": "adminAdd" }""")).IsRefused(HttpStatusCode.BadRequest, "InvalidModel");
        (await _graph.Post(Requests, """{ "requestType": "adminAdd", "assignment": { "target": "x", "objectId": "y" } }""")).IsRefused(HttpStatusCode.BadRequest, "InvalidModel");
        (await _graph.Post(Requests, """{ "requestType": "adminAdd", "requestState": "submitted" }""")).IsRefused(HttpStatusCode.BadRequest, "InvalidModel");
    }

    [Fact]
    public async Task Who_is_in_the_directory_can_be_named_by_mail()
    {
        string Body(string email) => $$"""
            { "requestType": "adminAdd", "assignment": { "target": { "email": "{{email}}" }, "assignmentPolicyId": "{{_policy}}", "accessPackageId": "{{_package}}" } }
            """;

        await _graph.Created(Requests, Body("ana@fabrikam.com"));

        Assert.Equal(Given.Ana, (await Assignment())?["target"]?["objectId"]?.GetValue<string>());
        (await _graph.Post(Requests, Body("isaiah@woodgrove.example"))).IsRefused(HttpStatusCode.BadRequest, "TargetIsBlocked");
        (await _graph.Post(Requests, Body("new@fabrikam.com"))).IsRefused(HttpStatusCode.NotImplemented, "NotImplementedByEmulator");
    }

    [Fact]
    public async Task Whoever_holds_an_incompatible_package_is_refused()
    {
        var other = await _graph.Package(await _graph.Catalog("Sales"));
        await _graph.Post($"~/accessPackages/{_package}/incompatibleAccessPackages/$ref", Given.ReferenceToPackage(other));
        await _graph.Created(Requests, Given.Assign(other, await _graph.Policy(other)));

        (await _graph.Post(Requests, Given.Assign(_package, _policy))).IsRefused(HttpStatusCode.BadRequest, "IncompatibleAccessPackage");

        await _graph.Created(Requests, Given.Assign(_package, _policy, Given.Ana));
    }

    [Theory]
    [InlineData(Given.JustInTime, true)]
    [InlineData(Given.Admins, false)]
    public async Task Whoever_is_in_an_incompatible_group_is_refused(string group, bool isMember)
    {
        await _graph.Post($"~/accessPackages/{_package}/incompatibleGroups/$ref", Given.Reference($"/groups/{group}"));

        Assert.Equal(isMember ? "IncompatibleGroup" : null, (await _graph.Post(Requests, Given.Assign(_package, _policy))).Code);
    }

    [Fact]
    public async Task Not_even_administrators_get_past_an_approval()
    {
        var policy = await _graph.Created("~/assignmentPolicies", $$"""
            { "displayName": "Asked", "accessPackage": { "id": "{{_package}}" }, "requestApprovalSettings": { "isApprovalRequiredForAdd": true, "stages": [ {} ] } }
            """);

        (await _graph.Post(Requests, Given.Assign(_package, policy))).IsRefused(HttpStatusCode.BadRequest, "ApprovalRequired");
    }

    [Fact]
    public async Task An_assignment_is_prolonged_moved_and_ended()
    {
        await _graph.Created(Requests, Given.Assign(_package, _policy));
        var id = (await Assignment())?["id"]?.GetValue<string>();
        var other = await _graph.Policy(_package, "Other");

        await _graph.Created(Requests, $$"""
            { "requestType": "adminUpdate", "assignment": { "id": "{{id}}", "assignmentPolicyId": "{{other}}" },
              "schedule": { "expiration": { "type": "afterDuration", "duration": "P1D" } } }
            """);
        var moved = await Assignment();
        Assert.Equal(other, moved?["assignmentPolicy"]?["id"]?.GetValue<string>());
        Assert.Equal("2026-03-02T09:30:00Z", moved?["schedule"]?["expiration"]?["endDateTime"]?.GetValue<string>());
        (await _graph.Delete($"~/accessPackages/{_package}")).IsRefused(HttpStatusCode.BadRequest, "AccessPackageHasAssignments");

        await Remove();

        var ended = await Assignment();
        Assert.Equal(("expired", "2026-03-01T09:30:00Z"), (ended?["state"]?.GetValue<string>(), ended?["expiredDateTime"]?.GetValue<string>()));
        (await _graph.Post(Requests, $$"""{ "requestType": "adminRemove", "assignment": { "id": "{{id}}" } }""")).IsRefused(HttpStatusCode.BadRequest, "AssignmentIsExpired");
        (await _graph.Post(Requests, $$"""{ "requestType": "adminRemove", "assignment": { "id": "{{Given.Nobody}}" } }""")).IsRefused(HttpStatusCode.NotFound, "AssignmentNotFound");
        Assert.Equal(HttpStatusCode.NoContent, (await _graph.Delete($"~/accessPackages/{_package}")).Status);
    }

    [Fact]
    public async Task Answers_are_kept_with_the_question_they_answer()
    {
        await _graph.Created(Requests, Given.Assign(_package, _policy));

        var id = await _graph.Created(Requests, $$"""
            { "requestType": "adminUpdate", "assignment": { "id": "{{(await Assignment())?["id"]}}" },
              "answers": [ { "@odata.type": "#microsoft.graph.accessPackageAnswerString", "value": "4711", "displayValue": "4711",
                "answeredQuestion": { "@odata.type": "#microsoft.graph.accessPackageTextInputQuestion", "id": "{{Given.Nobody}}" } } ] }
            """);

        var answer = (await _graph.Get($"{Requests}/{id}")).Body?["answers"]?[0];
        Assert.Equal(("4711", Given.Nobody), (answer?["value"]?.GetValue<string>(), answer?["answeredQuestion"]?["id"]?.GetValue<string>()));
    }

    [Fact]
    public async Task Delivery_can_take_its_time()
    {
        using var slow = new GraphClient(options => options with { Delivery = Reconciler.Emulator.Behaving.DeliveryOutcome.Never });
        var package = await slow.Package(await slow.Catalog());
        var policy = await slow.Policy(package);

        var id = await slow.Created(Requests, Given.Assign(package, policy));

        Assert.Equal("delivering", (await slow.Get($"{Requests}/{id}")).Body?["state"]?.GetValue<string>());
        Assert.Equal("delivering", Assert.Single((await slow.Get("~/assignments")).Items)["state"]?.GetValue<string>());
        (await slow.Post(Requests, Given.Assign(package, policy))).IsRefused(HttpStatusCode.BadRequest, "ExistingGrant");
        (await slow.Delete($"{Requests}/{id}")).IsRefused(HttpStatusCode.BadRequest, "RequestCannotBeDeleted");
    }

    [Fact]
    public async Task Requests_are_found_by_what_they_are_about()
    {
        await _graph.Created(Requests, Given.Assign(_package, _policy));
        _graph.Time.Advance(TimeSpan.FromHours(1));
        await _graph.Created(Requests, Given.Assign(_package, _policy, Given.Ana));

        Assert.Equal(2, (await _graph.Get($"{Requests}?$filter=accessPackage/id eq '{_package}' and state eq 'delivered'")).Items.Count);
        Assert.Single((await _graph.Get($"{Requests}?$filter=requestor/objectId eq '{Given.Ana}'")).Items);
        Assert.Single((await _graph.Get($"{Requests}?$filter=assignment/target/objectId eq '{Given.Megan}'")).Items);
        Assert.Single((await _graph.Get($"{Requests}?$filter=createdDateTime ge 2026-03-01T10:00:00Z")).Items);
        Assert.Single((await _graph.Get($"{Requests}?$filter=createdDateTime lt 2026-03-01T10:00:00Z")).Items);
        (await _graph.Get($"{Requests}?$filter=createdDateTime ge yesterday")).IsRefused(HttpStatusCode.BadRequest, "InvalidFilter");
    }

    [Theory]
    [InlineData("userAdd")]
    [InlineData("userRemove")]
    public async Task What_users_request_themselves_is_not_imitated(string requestType) =>
        (await _graph.Post(Requests, $$"""{ "requestType": "{{requestType}}", "assignment": { "accessPackageId": "{{_package}}" } }"""))
            .IsRefused(HttpStatusCode.NotImplemented, "NotImplementedByEmulator");

    private async Task<JsonObject?> Assignment() =>
        (await _graph.Get($"~/assignments?$filter=accessPackage/id eq '{_package}'&$expand=target,accessPackage,assignmentPolicy")).Items is [var first, ..] ? first : null;

    private async Task Remove() => Assert.Equal(
        HttpStatusCode.Created,
        (await _graph.Post(Requests, $$"""{ "requestType": "adminRemove", "assignment": { "id": "{{(await Assignment())?["id"]}}" } }""")).Status);
}
