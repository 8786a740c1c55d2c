using System.Net;
using System.Text;

namespace Reconciler.UnitTests.Emulator;

public sealed class HandlerTests
{
    [Fact]
    public async Task Every_accepted_write_is_reported_and_nothing_else()
    {
        var writes = 0;
        using var graph = new GraphClient(afterWrite: () => writes++);

        await graph.Get("~/catalogs");
        await graph.Post("~/catalogs", "{}");
        await graph.Post("/directoryObjects/getByIds", """{ "ids": [] }""");
        Assert.Equal(0, writes);

        var id = await graph.Catalog();
        await graph.Patch($"~/catalogs/{id}", """{ "description": "d" }""");
        await graph.Delete($"~/catalogs/{id}");
        Assert.Equal(3, writes);
    }

    [Fact]
    public async Task Every_answer_has_a_request_id_of_its_own()
    {
        using var graph = new GraphClient();

        var first = await graph.Get("~/settings");
        var refusal = await graph.Get($"~/catalogs/{Given.Nobody}");

        Assert.NotEqual(first.RequestId, refusal.RequestId);
        Assert.Equal(refusal.RequestId, refusal.Body?["error"]?["innerError"]?["request-id"]?.GetValue<string>());
        Assert.Equal("2026-03-01T09:30:00", refusal.Body?["error"]?["innerError"]?["date"]?.GetValue<string>());
    }

    [Fact]
    public async Task Reading_does_not_change_which_ids_come_next()
    {
        using var quiet = new GraphClient();
        using var busy = new GraphClient();
        await busy.Get("~/catalogs");

        Assert.Equal(await quiet.Catalog(), await busy.Catalog());
    }

    [Fact]
    public async Task Of_two_policies_created_at_once_one_is_refused()
    {
        using var graph = new GraphClient(options => options with { RefusesConcurrentPolicyWrites = true });
        var package = await graph.Package(await graph.Catalog());
        var body = $$"""{ "displayName": "x", "accessPackage": { "id": "{{package}}" } }""";
        var gate = new TaskCompletionSource();

        var first = graph.Send(HttpMethod.Post, "~/assignmentPolicies", new LateContent(body, gate.Task));
        var second = await graph.Post("~/assignmentPolicies", body);
        gate.SetResult();

        second.IsRefused(HttpStatusCode.Conflict, "DuplicateKey");
        Assert.Equal(HttpStatusCode.Created, (await first).Status);
        Assert.Equal(HttpStatusCode.Created, (await graph.Post("~/assignmentPolicies", body)).Status);
    }

    [Fact]
    public async Task A_batch_runs_in_order_and_what_depends_on_a_failure_is_not_run()
    {
        using var graph = new GraphClient();

        var batch = await graph.Post("/$batch", """
            { "requests": [
              { "id": "1", "method": "POST", "url": "/identityGovernance/entitlementManagement/catalogs", "headers": { "Content-Type": "application/json" }, "body": { "displayName": "Finance" } },
              { "id": "2", "method": "GET", "url": "identityGovernance/entitlementManagement/catalogs?$filter=displayName eq 'Finance'", "dependsOn": [ "1" ] },
              { "id": "3", "method": "GET", "url": "/users/nobody" },
              { "id": "4", "method": "GET", "url": "/users", "dependsOn": [ "3" ] },
              { "id": "5", "method": "POST", "url": "/identityGovernance/entitlementManagement/catalogs", "body": { "displayName": "No content type" } } ] }
            """);

        Assert.Equal(HttpStatusCode.OK, batch.Status);
        Assert.Equal([201, 200, 404, 424, 400], batch.Body?["responses"]?.AsArray().Select(response => response?["status"]?.GetValue<int>() ?? 0) ?? []);
        Assert.Single(batch.Body?["responses"]?[1]?["body"]?["value"]?.AsArray() ?? []);
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("{ \"requests\": [] }")]
    [InlineData("{ \"requests\": [ { \"id\": \"1\", \"method\": \"GET\", \"url\": \"/users\" }, { \"id\": \"1\", \"method\": \"GET\", \"url\": \"/users\" } ] }")]
    [InlineData("{ \"requests\": [ { \"id\": \"1\", \"method\": \"GET\", \"url\": \"/users\", \"dependsOn\": [ \"2\" ] } ] }")]
    public async Task A_malformed_batch_is_refused(string body)
    {
        using var graph = new GraphClient();

        (await graph.Post("/$batch", body)).IsRefused(HttpStatusCode.BadRequest, "BadRequest");
    }

    [Fact]
    public async Task Twenty_one_requests_are_too_many_for_a_batch()
    {
        using var graph = new GraphClient();
        var requests = string.Join(',', Enumerable.Range(0, 21).Select(index => $$"""{ "id": "{{index}}", "method": "GET", "url": "/users" }"""));

        (await graph.Post("/$batch", $$"""{ "requests": [ {{requests}} ] }""")).IsRefused(HttpStatusCode.BadRequest, "BadRequest");
    }

    /// <summary>A body that is not there before its time.</summary>
    private sealed class LateContent(string text, Task until) : HttpContent
    {
        protected override async Task SerializeToStreamAsync(Stream stream, TransportContext? context)
        {
            await until;
            await stream.WriteAsync(Encoding.UTF8.GetBytes(text));
        }

        protected override bool TryComputeLength(out long length)
        {
            length = 0;
            return false;
        }
    }

    [Fact]
    public async Task Half_of_a_character_is_refused_and_leaves_nothing()
    {
        using var graph = new GraphClient();

        var answer = await graph.Post("~/catalogs", """{ "displayName": "\ud800", "description": "d" }""");

        Assert.Equal(HttpStatusCode.BadRequest, answer.Status);
        Assert.Equal(["General"], (await graph.Get("~/catalogs")).Names);
    }

    [Fact]
    public async Task A_request_in_a_batch_whose_method_is_none_is_refused_alone()
    {
        using var graph = new GraphClient();

        var answer = await graph.Post("/$batch", """
            { "requests": [
                { "id": "1", "method": "GET", "url": "/organization" },
                { "id": "2", "method": "G T", "url": "/organization" } ] }
            """);

        Assert.Equal([200, 400], answer.Body?["responses"]?.AsArray().Select(response => response?["status"]?.GetValue<int>() ?? 0) ?? []);
    }
}
