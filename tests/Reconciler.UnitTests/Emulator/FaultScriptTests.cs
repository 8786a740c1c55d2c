using System.Net;
using System.Text.Json.Nodes;
using Reconciler.Emulator;
using Reconciler.Emulator.Behaving;

namespace Reconciler.UnitTests.Emulator;

public sealed class FaultScriptTests
{
    [Fact]
    public async Task Particular_requests_go_wrong_as_the_file_says()
    {
        using var graph = new GraphClient();
        var file = FaultsFile.Read(
            Given.Json("""
                { "seed": 7, "behaviour": { "pageSize": 5 }, "script": [
                  { "when": { "method": "POST", "path": "…/catalogs", "nth": 2 }, "then": { "status": 503, "afterEffect": true, "retryAfter": 1 } },
                  { "when": { "method": "POST", "path": "…/catalogs", "nth": 3 }, "then": { "drop": true, "afterEffect": false } },
                  { "when": { "path": "/identityGovernance/*/settings" }, "then": { "status": 404, "code": "" } } ] }
                """),
            new());
        (graph.Tenant.Behaviour, graph.Tenant.Script) = (file.Behaviour, file.Script);

        await graph.Catalog("First");
        var second = await graph.Post("~/catalogs", """{ "displayName": "Second" }""");
        second.IsRefused(HttpStatusCode.ServiceUnavailable, "ServiceUnavailable");
        Assert.Equal("1", second.RetryAfter);
        await Assert.ThrowsAsync<DroppedConnectionException>(() => graph.Catalog("Third"));
        await graph.Catalog("Fourth");

        Assert.Equal(["General", "First", "Second", "Fourth"], (await graph.Get("~/catalogs")).Names);
        (await graph.Get("~/settings")).IsRefused(HttpStatusCode.NotFound, "");
        (await graph.Patch("~/settings", "{}")).IsRefused(HttpStatusCode.NotFound, "");
        Assert.Equal((7, 5), (file.Behaviour.Faults.Seed, file.Behaviour.PageSize));
    }

    [Fact]
    public async Task Requests_inside_a_batch_are_requests_and_a_new_script_counts_from_one()
    {
        using var graph = new GraphClient();
        var script = FaultScript.Read([Given.Json("""{ "when": { "method": "GET", "path": "…/settings", "nth": 2 }, "then": { "status": 504 } }""")]);
        const string Batch = """
            { "requests": [
              { "id": "1", "method": "GET", "url": "/identityGovernance/entitlementManagement/settings" },
              { "id": "2", "method": "GET", "url": "/identityGovernance/entitlementManagement/settings" } ] }
            """;

        for (var round = 0; round < 2; round++)
        {
            graph.Tenant.Script = script;
            var batch = await graph.Post("/$batch", Batch);
            Assert.Equal([200, 504], (batch.Body?["responses"] as JsonArray ?? []).Select(one => one?["status"]?.GetValue<int>() ?? 0));
        }

        graph.Tenant.Script = null;
        Assert.Equal(HttpStatusCode.OK, (await graph.Get("~/settings")).Status);
    }

    [Theory]
    [InlineData("""{ "seeds": 1 }""", "/seeds: unknown")]
    [InlineData("""{ "seed": "1" }""", "/seed: expected a whole number")]
    [InlineData("""{ "behaviour": { "pageSize": 0 } }""", "/behaviour/pageSize: expected")]
    [InlineData("""{ "behaviour": [] }""", "/behaviour: expected an object")]
    [InlineData("""{ "script": {} }""", "/script: expected a list")]
    [InlineData("""{ "script": [ { "then": { "status": 503 } } ] }""", "/script/0/when: expected an object")]
    [InlineData("""{ "script": [ { "when": { "method": "GET" }, "then": { "status": 503 } } ] }""", "/script/0/when/path: expected a text")]
    [InlineData("""{ "script": [ { "when": { "method": "get", "path": "*" }, "then": { "status": 503 } } ] }""", "/script/0/when/method: expected one of GET")]
    [InlineData("""{ "script": [ { "when": { "path": "*", "nth": 0 }, "then": { "status": 503 } } ] }""", "/script/0/when/nth: expected a whole number")]
    [InlineData("""{ "script": [ { "when": { "path": "*" }, "then": { "status": 200 } } ] }""", "/script/0/then/status: expected a whole number from 400 to 599")]
    [InlineData("""{ "script": [ { "when": { "path": "*" }, "then": {} } ] }""", "/script/0/then: it is either")]
    [InlineData("""{ "script": [ { "when": { "path": "*" }, "then": { "status": 503, "drop": true } } ] }""", "/script/0/then: it is either")]
    [InlineData("""{ "script": [ { "when": { "path": "*" }, "then": { "drop": true, "retryAfter": 3 } } ] }""", "/script/0/then: it is either")]
    [InlineData("""{ "script": [ { "when": { "path": "*" }, "then": { "drop": true } }, { "when": { "path": "/v1.0/users" }, "then": { "drop": true } } ] }""", "/script/1/when/path: it is the path below /v1.0")]
    [InlineData("""{ "script": [ { "when": { "path": "V1.0/users" }, "then": { "drop": true } } ] }""", "/script/0/when/path: it is the path below /v1.0")]
    [InlineData("""{ "script": [ { "when": { "path": "https://graph.microsoft.com/v1.0/users" }, "then": { "drop": true } } ] }""", "/script/0/when/path: it is the path below /v1.0")]
    [InlineData("""{ "script": [ { "when": { "path": "*", "host": "x" }, "then": { "drop": true } } ] }""", "/script/0/when/host: unknown")]
    public void A_file_that_is_not_to_be_understood_is_refused_with_the_place(string json, string message) =>
        Assert.StartsWith(message, Assert.Throws<BehaviourException>(() => FaultsFile.Read(Given.Json(json), new())).Message, StringComparison.Ordinal);

    [Fact]
    public void A_script_is_written_as_it_was_read()
    {
        JsonArray written =
        [
            Given.Json("""{ "when": { "path": "…/catalogs", "method": "POST", "nth": 2 }, "then": { "afterEffect": true, "status": 503, "code": "", "retryAfter": 1 } }"""),
            Given.Json("""{ "when": { "path": "*" }, "then": { "afterEffect": false, "drop": true } }"""),
        ];

        Assert.True(JsonNode.DeepEquals(written, FaultScript.Read(written).Write()));
    }

    [Fact]
    public void A_seed_changes_nothing_but_the_draws() =>
        Assert.Equal(
            new Behaviour { Faults = new() { Seed = 9, Throttled = Frequency.Of(0.5) } },
            FaultsFile.Read(Given.Json("""{ "seed": 9 }"""), new() { Faults = new() { Throttled = Frequency.Of(0.5) } }).Behaviour);
}
