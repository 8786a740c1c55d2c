using System.Text.Json.Nodes;
using Reconciler.Emulator.Serving;

namespace Reconciler.UnitTests.Emulator.Serving;

public sealed class ControlTests
{
    [Fact]
    public async Task Behaviour_is_shown_and_changed_while_it_runs()
    {
        await using var served = await Served.StartOpenAsync();

        var (_, before) = await served.Get("/emulator/behaviour");
        var (status, after) = await served.Ask(HttpMethod.Patch, "/emulator/behaviour", """{ "pageSize": 1 }""");

        Assert.Equal((100, 200, 1), ((int?)before["pageSize"], status, (int?)after["pageSize"]));
        Assert.Single((await served.Get("users")).Body["value"] as JsonArray ?? []);
    }

    [Theory]
    [InlineData("PATCH", "behaviour", """{ "pagesize_": 1 }""")]
    [InlineData("PATCH", "behaviour", "[]")]
    [InlineData("PATCH", "behaviour", """{ "\ud800": 1 }""")]
    [InlineData("PATCH", "behaviour", """{ "deleteRefusalCode": "\ud800" }""")]
    [InlineData("POST", "clock", """{ "advance": "an hour" }""")]
    [InlineData("POST", "clock", """{ "advance": "-PT1H" }""")]
    [InlineData("POST", "tokens", """{ "principal": "nobody@woodgrove.example" }""")]
    [InlineData("POST", "tokens", """{ "role": [] }""")]
    [InlineData("PUT", "state", "{}")]
    public async Task What_makes_no_sense_is_refused_and_changes_nothing(string method, string what, string body)
    {
        await using var served = await Served.StartOpenAsync();
        var before = served.Tenant.ToState().ToJsonString();

        Assert.Equal(400, (await served.Ask(HttpMethod.Parse(method), $"/emulator/{what}", body)).Status);
        Assert.Equal(before, served.Tenant.ToState().ToJsonString());
    }

    [Fact]
    public async Task The_clock_goes_ahead_by_what_it_is_told_to()
    {
        var start = new FixedTime();
        await using var served = await Served.StartAsync(options => options with { IsOpen = true }, new AdjustableTime(start));

        await served.Ask(HttpMethod.Post, "/emulator/clock", """{ "advance": "P1DT1H" }""");

        Assert.StartsWith("2026-03-02T10:30:00", (string?)(await served.Get("/emulator/clock")).Body["now"], StringComparison.Ordinal);
        var (_, catalog) = await served.Ask(HttpMethod.Post, $"{Served.Management}/catalogs", """{ "displayName": "Later" }""");
        Assert.StartsWith("2026-03-02T10:30:00", (string?)catalog["createdDateTime"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_waits_on_the_clock_is_woken_when_it_is_moved()
    {
        var clock = new AdjustableTime(TimeProvider.System);
        var hour = Task.Delay(TimeSpan.FromHours(1), clock);
        var day = Task.Delay(TimeSpan.FromDays(1), clock);

        clock.Advance(TimeSpan.FromHours(2));
        await hour;

        Assert.False(day.IsCompleted);
        clock.Advance(TimeSpan.FromDays(1));
        await day;
    }

    [Fact]
    public async Task A_clock_that_nobody_made_adjustable_stays()
    {
        await using var served = await Served.StartAsync(time: new FixedTime());

        Assert.Equal(409, (await served.Ask(HttpMethod.Post, "/emulator/clock", """{ "advance": "PT1H" }""")).Status);
    }

    [Fact]
    public async Task Requests_are_written_down_with_what_was_inside_a_batch_and_never_a_token_or_a_secret()
    {
        List<LoggedRequest> told = [];
        await using var served = await Served.StartAsync(options => options with { Answered = told.Add });
        var (_, signedIn) = await served.SignIn();
        var token = (string?)signedIn["access_token"] ?? "";
        served.Client.DefaultRequestHeaders.Add("client-request-id", "c-1");
        await served.Get("users?$top=1", token);
        await served.Ask(HttpMethod.Post, "$batch", """{ "requests": [ { "id": "1", "method": "GET", "url": "/groups?$top=2" }, { "id": "2", "method": "DELETE", "url": "/me" } ] }""", token);

        var (_, log) = await served.Get("/emulator/requests");

        var lines = (log["value"] as JsonArray ?? []).OfType<JsonObject>().ToList();
        Assert.Equal([$"/{Given.TenantId}/oauth2/v2.0/token", "/v1.0/users?$top=1", "/v1.0/$batch"], lines.Select(line => (string?)line["path"]));
        Assert.Equal(("GET", 200, "c-1"), ((string?)lines[1]["method"], (int?)lines[1]["status"], (string?)lines[1]["clientRequestId"]));
        Assert.NotNull((string?)lines[1]["requestId"]);
        Assert.True((long?)lines[1]["bytes"] > 100 && (double?)lines[1]["durationMs"] > 0);
        Assert.Equal(["GET /groups?$top=2 200", "DELETE /me 501"], (lines[2]["requests"] as JsonArray ?? []).Select(inner => $"{inner?["method"]} {inner?["path"]} {inner?["status"]}"));
        Assert.DoesNotContain(token, log.ToJsonString(), StringComparison.Ordinal);
        Assert.DoesNotContain(Served.Secret, log.ToJsonString(), StringComparison.Ordinal);
        Assert.Equal(3, told.Count);

        Assert.Equal(204, (await served.Ask(HttpMethod.Delete, "/emulator/requests")).Status);
        Assert.Empty((await served.Get("/emulator/requests")).Body["value"] as JsonArray ?? [0]);
    }

    [Theory]
    [InlineData("users?access_token=hush&$top=1", "/v1.0/users?access_token=***&$top=1")]
    [InlineData("users?$top=1&Access_Token=hush", "/v1.0/users?$top=1&Access_Token=***")]
    [InlineData("users?$search=a?code=hush", "/v1.0/users?$search=a?code=***")]
    [InlineData("users?password=hush=hush;hush", "/v1.0/users?password=***")]
    [InlineData("users?$filter=startswith(displayName,'code')&$top=1", "/v1.0/users?$filter=startswith(displayName,'code')&$top=1")]
    [InlineData("/tenant/oauth2/v2.0/token?client_secret=hush&client_assertion=hush&assertion=hush&refresh_token=hush", "/tenant/oauth2/v2.0/token?client_secret=***&client_assertion=***&assertion=***&refresh_token=***")]
    public async Task What_is_secret_in_a_query_is_not_written_down_either(string address, string written)
    {
        List<LoggedRequest> told = [];
        await using var served = await Served.StartAsync(options => options with { IsOpen = true, Answered = told.Add });

        await served.Ask(HttpMethod.Post, address);
        await served.Ask(HttpMethod.Post, "$batch", $$"""{ "requests": [ { "id": "1", "method": "GET", "url": "{{address}}" } ] }""");
        var (_, log) = await served.Get("/emulator/requests");

        Assert.Equal(written, told[0].PathAndQuery);
        Assert.EndsWith(written.Replace("/v1.0/", "", StringComparison.Ordinal), told[1].Inner[0].PathAndQuery, StringComparison.Ordinal);
        Assert.DoesNotContain("hush", log.ToJsonString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_state_is_taken_out_and_put_back()
    {
        var saved = 0;
        await using var served = await Served.StartAsync(options => options with { IsOpen = true, AfterWrite = () => saved++ });
        var (_, before) = await served.Get("/emulator/state");
        await served.Ask(HttpMethod.Post, $"{Served.Management}/catalogs", """{ "displayName": "Gone again" }""");

        Assert.Equal(204, (await served.Ask(HttpMethod.Put, "/emulator/state", before.ToJsonString())).Status);

        Assert.Single((await served.Get($"{Served.Management}/catalogs")).Body["value"] as JsonArray ?? []);
        Assert.Equal(2, saved);
    }

    [Fact]
    public async Task A_web_page_does_not_get_in_nor_does_what_is_unknown()
    {
        await using var served = await Served.StartOpenAsync();
        using var request = new HttpRequestMessage(HttpMethod.Get, "/emulator/state") { Headers = { { "Origin", "https://evil.example" } } };
        using var response = await served.Client.SendAsync(request);

        Assert.Equal(403, (int)response.StatusCode);
        Assert.Equal(404, (await served.Get("/emulator/nothing")).Status);
    }
}
