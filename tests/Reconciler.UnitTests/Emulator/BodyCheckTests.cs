using System.Net;

namespace Reconciler.UnitTests.Emulator;

public sealed class BodyCheckTests : IDisposable
{
    private readonly GraphClient _graph = new();

    [Theory]
    [InlineData("\"displayname\": \"wrong case\"", "InvalidModel", "/displayname")]
    [InlineData("\"accessPackageId\": \"beta\"", "InvalidModel", "/accessPackageId")]
    [InlineData("\"requestorSettings\": { \"acceptRequests\": true }", "InvalidModel", "/requestorSettings/acceptRequests")]
    [InlineData("\"requestorSettings\": { \"enableTargetsToSelfAddAccess\": \"yes\" }", "InvalidModel", "/requestorSettings/enableTargetsToSelfAddAccess")]
    [InlineData("\"allowedTargetScope\": \"everybody\"", "ArgumentException", "everybody")]
    [InlineData("\"allowedTargetScope\": 4", "InvalidModel", "/allowedTargetScope")]
    [InlineData("\"specificAllowedTargets\": [ { \"userId\": \"x\" } ]", "InvalidModel", "@odata.type")]
    [InlineData("\"specificAllowedTargets\": [ { \"@odata.type\": \"#microsoft.graph.subjectSet\" } ]", "InvalidModel", "/specificAllowedTargets/0")]
    [InlineData("\"specificAllowedTargets\": [ { \"@odata.type\": \"#microsoft.graph.singleUser\", \"id\": \"beta\" } ]", "InvalidModel", "/specificAllowedTargets/0/id")]
    [InlineData("\"specificAllowedTargets\": [ { \"@odata.type\": \"#microsoft.graph.expirationPattern\" } ]", "InvalidModel", "/specificAllowedTargets/0")]
    [InlineData("\"specificAllowedTargets\": {}", "InvalidModel", "/specificAllowedTargets")]
    [InlineData("\"specificAllowedTargets\": [ null ]", "InvalidModel", "/specificAllowedTargets/0")]
    [InlineData("\"questions\": [ { \"text\": \"untyped\" } ]", "InvalidModel", "/questions/0")]
    [InlineData("\"questions\": [ { \"@odata.type\": \"#microsoft.graph.accessPackageTextInputQuestion\", \"text\": { \"defaultText\": \"beta\" } } ]", "InvalidModel", "/questions/0/text")]
    [InlineData("\"questions\": [ { \"@odata.type\": \"#microsoft.graph.accessPackageTextInputQuestion\", \"sequence\": 1.5 } ]", "InvalidModel", "/questions/0/sequence")]
    [InlineData("\"expiration\": { \"type\": \"afterDuration\", \"duration\": \"365\" }", "InvalidModel", "/expiration/duration")]
    [InlineData("\"expiration\": { \"type\": \"afterDuration\", \"duration\": \"P1Y\" }", "InvalidModel", "/expiration/duration")]
    [InlineData("\"expiration\": { \"type\": \"afterDateTime\", \"endDateTime\": \"2026-04-01\" }", "InvalidModel", "/expiration/endDateTime")]
    [InlineData("\"expiration\": { \"type\": \"afterDateTime\", \"endDateTime\": \"2026-04-01T00:00:00\" }", "InvalidModel", "/expiration/endDateTime")]
    [InlineData("\"expiration\": \"never\"", "InvalidModel", "/expiration")]
    [InlineData("\"notificationSettings\": { \"isAssignmentNotificationDisabled\": null }", "InvalidModel", "/notificationSettings/isAssignmentNotificationDisabled")]
    [InlineData("\"reviewSettings\": { \"schedule\": { \"recurrence\": { \"range\": { \"startDate\": \"01.04.2026\" } } } }", "InvalidModel", "/reviewSettings/schedule/recurrence/range/startDate")]
    [InlineData("\"reviewSettings\": { \"schedule\": { \"recurrence\": { \"pattern\": { \"interval\": null } } } }", "InvalidModel", "/interval")]
    [InlineData("\"customExtensionStageSettings\": [ { \"stage\": \"assignmentRequestCreated\", \"customExtension\": { \"id\": \"untyped\" } } ]", "InvalidModel", "/customExtension")]
    public async Task What_graph_does_not_know_is_refused_naming_the_place(string member, string code, string place)
    {
        var answer = await _graph.Post("~/assignmentPolicies", $$"""{ "displayName": "x", {{member}}, "accessPackage": { "id": "{{await Package()}}" } }""");

        answer.IsRefused(HttpStatusCode.BadRequest, code);
        Assert.Contains(place, answer.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_only_the_service_sets_is_ignored_and_nulls_are_fine_where_allowed()
    {
        var answer = await _graph.Post("~/assignmentPolicies", $$"""
            { "id": "x", "createdDateTime": "2020-01-01T00:00:00.1234567Z", "displayName": "x", "expiration": null, "specificAllowedTargets": null,
              "allowedTargetScope": "ALLMEMBERUSERS", "@odata.etag": "x", "accessPackage": { "id": "{{await Package()}}" } }
            """);

        Assert.Equal(HttpStatusCode.Created, answer.Status);
        Assert.NotEqual("x", answer.Id);
        Assert.Equal("2026-03-01T09:30:00Z", answer.Body?["createdDateTime"]?.GetValue<string>());
        Assert.Equal("allMemberUsers", answer.Body?["allowedTargetScope"]?.GetValue<string>());
    }

    [Theory]
    [InlineData("{")]
    [InlineData("{ \"displayName\": \"a\", \"displayName\": \"b\" }")]
    public async Task A_body_that_is_no_json_is_refused(string body) =>
        (await _graph.Post("~/catalogs", body)).IsRefused(HttpStatusCode.BadRequest, "BadRequest");

    [Theory]
    [InlineData("[]")]
    [InlineData("\"text\"")]
    [InlineData("")]
    public async Task A_body_that_is_no_object_is_refused(string body) =>
        (await _graph.Post("~/catalogs", body)).IsRefused(HttpStatusCode.BadRequest, "InvalidModel");

    [Fact]
    public async Task A_future_member_is_stored_only_when_the_tenant_is_of_the_future()
    {
        const string Body = """{ "displayName": "Finance", "riskLevel": "high", "labels": [ { "a": 1 } ] }""";
        (await _graph.Post("~/catalogs", Body)).IsRefused(HttpStatusCode.BadRequest, "InvalidModel");

        using var future = new GraphClient(options => options with { StoresFutureMembers = true });
        var id = await future.Created("~/catalogs", Body);
        await future.Patch($"~/catalogs/{id}", """{ "owner": { "id": "x" } }""");

        var read = (await future.Get($"~/catalogs/{id}")).Body;
        Assert.Equal("high", read?["riskLevel"]?.GetValue<string>());
        Assert.Equal(1, read?["labels"]?[0]?["a"]?.GetValue<int>());
        Assert.Equal("x", read?["owner"]?["id"]?.GetValue<string>());
    }

    [Fact]
    public async Task A_future_member_inside_a_policy_is_echoed_until_a_put_leaves_it_out()
    {
        using var future = new GraphClient(options => options with { StoresFutureMembers = true });
        var package = await future.Package(await future.Catalog());
        string Body(string member) => $$"""{ "displayName": "x", "expiration": { "type": "noExpiration"{{member}} }, "accessPackage": { "id": "{{package}}" } }""";

        var id = await future.Created("~/assignmentPolicies", Body(""", "grace": "P1D" """));
        Assert.Equal("P1D", (await future.Get($"~/assignmentPolicies/{id}")).Body?["expiration"]?["grace"]?.GetValue<string>());

        await future.Put($"~/assignmentPolicies/{id}", Body(""));
        Assert.Null((await future.Get($"~/assignmentPolicies/{id}")).Body?["expiration"]?["grace"]);
    }

    public void Dispose() => _graph.Dispose();

    private async Task<string> Package() => await _graph.Package(await _graph.Catalog());
}
