using System.Net;
using System.Text.Json.Nodes;
using Reconciler.Emulator;
using Reconciler.Emulator.Behaving;

namespace Reconciler.UnitTests.Emulator;

public sealed class FaultsTests
{
    private const string BatchOfTwo = """
        { "requests": [
          { "id": "1", "method": "GET", "url": "/identityGovernance/entitlementManagement/settings" },
          { "id": "2", "method": "GET", "url": "/identityGovernance/entitlementManagement/settings" } ] }
        """;

    [Fact]
    public async Task Every_third_request_is_throttled_and_had_no_effect()
    {
        using var graph = Graph(new() { Throttled = Frequency.Every(3), RetryAfterDelay = TimeSpan.FromSeconds(1.5) });

        await graph.Catalog();
        await graph.Catalog("Sales");
        var refused = await graph.Post("~/catalogs", """{ "displayName": "Legal" }""");

        refused.IsRefused(HttpStatusCode.TooManyRequests, "TooManyRequests");
        Assert.Equal("2", refused.RetryAfter);
        Assert.DoesNotContain("Legal", (await graph.Get("~/catalogs")).Names);
    }

    [Theory]
    [InlineData(RetryAfterForm.Seconds, "30")]
    [InlineData(RetryAfterForm.Date, "Sun, 01 Mar 2026 09:30:30 GMT")]
    [InlineData(RetryAfterForm.Absent, null)]
    public async Task A_429_says_in_three_ways_when_to_come_back(RetryAfterForm form, string? header)
    {
        using var graph = Graph(new() { Throttled = Frequency.Of(1), RetryAfter = form, RetryAfterDelay = TimeSpan.FromSeconds(30) });

        Assert.Equal((HttpStatusCode.TooManyRequests, header), await graph.Get("~/settings") is var answer ? (answer.Status, answer.RetryAfter) : default);
    }

    [Fact]
    public async Task Requests_of_a_batch_are_struck_one_by_one_and_say_themselves_when_to_come_back()
    {
        using var graph = Graph(new() { Throttled = Frequency.Every(2), Batches = BatchFaults.InnerOnly, RetryAfterDelay = TimeSpan.FromSeconds(4) });

        var batch = await graph.Post("/$batch", BatchOfTwo);

        Assert.Equal((HttpStatusCode.OK, null), (batch.Status, batch.RetryAfter));
        Assert.Equal([429, 200], Statuses(batch));
        Assert.Equal("4", batch.Body?["responses"]?[0]?["headers"]?["Retry-After"]?.GetValue<string>());
        Assert.Null(batch.Body?["responses"]?[1]?["headers"]?["Retry-After"]);
    }

    [Fact]
    public async Task A_batch_is_struck_as_any_request_and_spared_where_told_so()
    {
        using var everywhere = Graph(new() { ServerErrorsBefore = Frequency.Of(1) });
        using var envelope = Graph(new() { ServerErrorsBefore = Frequency.Every(2), Batches = BatchFaults.EnvelopeOnly });

        Assert.True((int)(await everywhere.Post("/$batch", BatchOfTwo)).Status >= 500);
        Assert.Equal([200, 200], Statuses(await envelope.Post("/$batch", BatchOfTwo)));
        Assert.True((int)(await envelope.Post("/$batch", BatchOfTwo)).Status >= 500);
    }

    [Theory]
    [InlineData(500)]
    [InlineData(503)]
    public async Task A_server_error_comes_before_or_after_the_effect(int status)
    {
        using var before = Graph(new() { ServerErrorsBefore = Frequency.Every(2), ServerErrorStatus = status });
        using var after = Graph(new() { ServerErrorsAfter = Frequency.Every(2), ServerErrorStatus = status });

        foreach (var (graph, isThere) in new[] { (before, false), (after, true) })
        {
            await graph.Get("~/settings");
            Assert.Equal((HttpStatusCode)status, (await graph.Post("~/catalogs", """{ "displayName": "Legal" }""")).Status);
            Assert.Equal(isThere, (await graph.Get("~/catalogs")).Names.Contains("Legal"));
        }
    }

    [Fact]
    public async Task A_connection_breaks_before_or_after_the_effect()
    {
        using var before = Graph(new() { DroppedBefore = Frequency.Every(2) });
        using var after = Graph(new() { DroppedAfter = Frequency.Every(2) });

        foreach (var (graph, isThere) in new[] { (before, false), (after, true) })
        {
            await graph.Get("~/settings");
            await Assert.ThrowsAsync<DroppedConnectionException>(() => graph.Post("~/catalogs", """{ "displayName": "Legal" }"""));
            Assert.Equal(isThere, (await graph.Get("~/catalogs")).Names.Contains("Legal"));
        }
    }

    [Fact]
    public async Task The_same_seed_gives_the_same_faults_and_another_one_others()
    {
        var first = await Statuses(seed: 7);

        Assert.Equal(first, await Statuses(seed: 7));
        Assert.NotEqual(first, await Statuses(seed: 8));
        Assert.InRange(first.Count(status => status is HttpStatusCode.TooManyRequests), 20, 60);
        Assert.True(first.Where(status => (int)status >= 500).Distinct().Count() > 2);
    }

    [Fact]
    public async Task Only_so_many_requests_fit_in_ten_seconds_and_those_of_a_batch_count_each()
    {
        using var graph = Graph(new() { RequestsPerWindow = 3 });
        await graph.Get("~/settings");
        graph.Time.Advance(TimeSpan.FromSeconds(4));

        Assert.Equal([200, 200], Statuses(await graph.Post("/$batch", BatchOfTwo)));
        var refused = await graph.Get("~/settings");
        Assert.Equal((HttpStatusCode.TooManyRequests, "6"), (refused.Status, refused.RetryAfter));

        graph.Time.Advance(TimeSpan.FromSeconds(6));
        Assert.Equal(HttpStatusCode.OK, (await graph.Get("~/settings")).Status);
    }

    [Fact]
    public async Task A_stale_list_misses_what_is_new_and_shows_what_is_gone()
    {
        using var graph = Graph(new() { StaleLists = Frequency.Of(1), Staleness = TimeSpan.FromSeconds(5) });
        var old = await graph.Catalog("Old");
        graph.Time.Advance(TimeSpan.FromSeconds(10));
        var fresh = await graph.Catalog("New");
        await graph.Delete($"~/catalogs/{old}");

        Assert.Equal(["General", "Old"], (await graph.Get("~/catalogs")).Names);
        Assert.Equal(HttpStatusCode.OK, (await graph.Get($"~/catalogs/{fresh}")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await graph.Get($"~/catalogs/{old}")).Status);

        graph.Time.Advance(TimeSpan.FromSeconds(5));
        Assert.Equal(["General", "New"], (await graph.Get("~/catalogs")).Names);
    }

    [Fact]
    public async Task An_answer_takes_its_time_on_the_clock_of_the_tenant()
    {
        var time = new StoppedTime();
        var options = new EmulatorOptions { Time = time, NewId = () => Guid.Empty, Behaviour = new() { Faults = new() { Latency = TimeSpan.FromMinutes(5) } } };
        using var http = new HttpClient(new EmulatorHandler(EmulatedTenant.FromSeed(Given.Seed(), options)));

        var answer = http.GetAsync(GraphClient.Root + "/organization");

        Assert.False(answer.IsCompleted);
        Assert.Equal(TimeSpan.FromMinutes(5), time.Asked);
        time.Ring();
        Assert.Equal(HttpStatusCode.OK, (await answer).StatusCode);
    }

    private static GraphClient Graph(Faults faults) => new(behaviour => behaviour with { Faults = faults });

    private static IEnumerable<int> Statuses(GraphAnswer batch) => (batch.Body?["responses"] as JsonArray ?? []).Select(one => one?["status"]?.GetValue<int>() ?? 0);

    private static async Task<List<HttpStatusCode>> Statuses(int seed)
    {
        using var graph = Graph(new() { Seed = seed, Throttled = Frequency.Of(0.2), ServerErrorsBefore = Frequency.Of(0.2) });
        List<HttpStatusCode> statuses = [];
        for (var request = 0; request < 200; request++)
        {
            statuses.Add((await graph.Get("~/settings")).Status);
        }

        return statuses;
    }

    /// <summary>A clock whose one timer rings when told to.</summary>
    private sealed class StoppedTime : TimeProvider
    {
        private Action _ring = () => { };

        public TimeSpan Asked { get; private set; }

        public void Ring() => _ring();

        public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
        {
            _ring = () => callback(state);
            Asked = dueTime;
            return new Timer();
        }

        private sealed class Timer : ITimer
        {
            public bool Change(TimeSpan dueTime, TimeSpan period) => true;

            public void Dispose()
            {
            }

            public ValueTask DisposeAsync() => default;
        }
    }
}
