using System.Net;
using Reconciler.Entitlements;
using Reconciler.Graph;
using static Reconciler.UnitTests.Graph.StubGraph;

namespace Reconciler.UnitTests.Graph;

/// <summary>How long a run bears with a service, and how many requests it sends at a time.</summary>
public sealed class PersistenceTests
{
    private readonly StubGraph _graph = StubGraph.Tenant();
    private readonly ImpatientTime _time = new();

    [Fact]
    public async Task Waits_are_spread_by_chance_below_the_longest()
    {
        var random = new Random(7);
        var expected = new Random(7);
        _graph.On("/settings", Error("Busy"), HttpStatusCode.ServiceUnavailable);

        await Tenant(new GraphOptions { Time = _time, Chance = random.NextDouble }).ReadAsync(TenantPart.Whole, CancellationToken.None);

        Assert.Equal(new[] { 2, 4, 8, 16, 30 }.Select(longest => (int)(longest * expected.NextDouble() * 100)), _time.Waits.Select(wait => (int)(wait.TotalSeconds * 100)));
    }

    [Fact]
    public async Task A_wait_that_the_service_asks_for_is_waited_to_its_end_however_long()
    {
        _graph.OnInTurn("/settings", () => Response("", HttpStatusCode.TooManyRequests, ("Retry-After", "240")), () => Response("""{ "id": "singleton" }"""));

        await Tenant(new GraphOptions { Time = _time, Chance = () => 0 }).ReadAsync(TenantPart.Whole, CancellationToken.None);

        Assert.Equal([240], _time.Waits.Select(wait => wait.TotalSeconds));
    }

    [Fact]
    public async Task A_wait_is_told_with_what_makes_it_and_a_short_one_is_not()
    {
        var heard = new Heard();
        _graph.OnInTurn("/organization", () => Busy("4"), () => Busy("240"), () => Response(Error("Busy"), HttpStatusCode.BadGateway), () => Response("""{ "value": [ { "id": "t1" } ] }"""));

        await Tenant(new GraphOptions { Time = _time, Waiting = heard }).IdentifyAsync(CancellationToken.None);

        Assert.Equal([new(TimeSpan.FromSeconds(240), 429, IsAsked: true), new(TimeSpan.FromSeconds(8), 502, IsAsked: false)], heard.Waits);

        static HttpResponseMessage Busy(string seconds) => Response(Error("Busy"), HttpStatusCode.TooManyRequests, ("Retry-After", seconds));
    }

    [Fact]
    public async Task A_run_waits_so_long_altogether_and_then_ends()
    {
        // One call alone: waits at the same time would count once, and be two on the clock.
        _graph.On("/organization", () => Response(Error("Busy"), HttpStatusCode.ServiceUnavailable, ("Retry-After", "200")));

        var trouble = await Assert.ThrowsAsync<TenantException>(() => Tenant(new GraphOptions { Time = _time }).IdentifyAsync(CancellationToken.None));

        Assert.Equal((TenantProblem.Unavailable, true), (trouble.Problem, trouble.EndsTheRun));
        Assert.Contains("This run has waited for Graph as long, or asked again as often, as it may (10 minutes, 1000 times).", trouble.Message, StringComparison.Ordinal);
        Assert.Equal(600, _time.Waits.Sum(wait => wait.TotalSeconds));
    }

    [Fact]
    public async Task A_run_asks_again_so_often_altogether_and_then_ends()
    {
        _graph.On("/identityGovernance/", Error("Busy"), HttpStatusCode.ServiceUnavailable);

        var trouble = await Assert.ThrowsAsync<TenantException>(
            () => Tenant(new GraphOptions { Time = _time, MostRepetitions = 3 }).ReadAsync(TenantPart.Whole, CancellationToken.None));

        Assert.True(trouble.EndsTheRun);
        Assert.Equal(3, _time.Waits.Count);
    }

    [Fact]
    public async Task Once_a_run_has_given_up_nothing_more_is_sent_and_it_is_said_once()
    {
        _graph.On("/organization", () => Response(Error("Busy"), HttpStatusCode.TooManyRequests, ("Retry-After", "7200")));
        var tenant = Tenant(new GraphOptions { Time = _time });

        var first = await Assert.ThrowsAsync<TenantException>(() => tenant.IdentifyAsync(CancellationToken.None));
        var next = await Assert.ThrowsAsync<TenantException>(() => tenant.WriteAsync(new TenantWrite.Create(new Catalog { Name = "Sales" }, null), CancellationToken.None));

        Assert.Contains("longer than a run waits", first.Message, StringComparison.Ordinal);
        Assert.Equal("Creating the catalog \"Sales\" was not sent: this run has given up.", next.Message);
        Assert.True(next.EndsTheRun);
        Assert.Single(_graph.Asked);
    }

    [Fact]
    public async Task Whoever_waits_while_another_gives_up_is_not_asked_again()
    {
        var gaveUp = new TaskCompletionSource();
        var (waiting, asked) = (new TaskCompletionSource(), 0);
        using var client = new HttpClient(new Slow(async () =>
        {
            if (Interlocked.Increment(ref asked) == 1)
            {
                waiting.SetResult();
                await gaveUp.Task;
                return Response("", HttpStatusCode.TooManyRequests, ("Retry-After", "1"));
            }

            return Response("", HttpStatusCode.TooManyRequests, ("Retry-After", "7200"));
        }))
        { BaseAddress = new Uri(Root) };
        var tenant = new GraphTenant(client, _time);

        var first = tenant.IdentifyAsync(CancellationToken.None);
        await waiting.Task;
        await Assert.ThrowsAsync<TenantException>(() => tenant.IdentifyAsync(CancellationToken.None));
        gaveUp.SetResult();

        var late = await Assert.ThrowsAsync<TenantException>(() => first);
        Assert.EndsWith("failed so far, and was not sent again: this run has given up. It asks to be left alone for 120 minutes, longer than a run waits.", late.Message, StringComparison.Ordinal);
        Assert.Equal(2, asked);
    }

    [Theory]
    [InlineData(HttpStatusCode.InternalServerError, "GET", true)]
    [InlineData(HttpStatusCode.InternalServerError, "DELETE", true)]
    [InlineData(HttpStatusCode.Conflict, "GET", true)]
    [InlineData(HttpStatusCode.Conflict, "DELETE", false)]
    [InlineData(HttpStatusCode.BadGateway, "DELETE", true)]
    [InlineData(HttpStatusCode.GatewayTimeout, "DELETE", true)]
    [InlineData(HttpStatusCode.BadGateway, "POST", true)]
    [InlineData(HttpStatusCode.ServiceUnavailable, "POST", true)]
    [InlineData(HttpStatusCode.TooManyRequests, "POST", true)]
    [InlineData(HttpStatusCode.NotImplemented, "GET", false)]
    [InlineData(HttpStatusCode.BadRequest, "GET", false)]
    public async Task What_is_sent_again_is_what_can_do_no_harm(HttpStatusCode status, string method, bool isRepeated)
    {
        _graph.On($"{method} ", Error("Trouble"), status);
        var tenant = Tenant(new GraphOptions { Time = _time });

        await Assert.ThrowsAsync<TenantException>(() => method switch
        {
            "GET" => tenant.IdentifyAsync(CancellationToken.None),
            "DELETE" => tenant.WriteAsync(new TenantWrite.Delete(new Handle(EntityKey.Catalog("Finance"), "c1")), CancellationToken.None),
            _ => tenant.WriteAsync(new TenantWrite.Create(new Catalog { Name = "Sales" }, null), CancellationToken.None),
        });

        Assert.Equal(isRepeated ? 6 : 1, _graph.Asked.Count(asked => asked.StartsWith(method, StringComparison.Ordinal)));

        // A creation that may have happened is looked for before it is sent again.
        var looks = _graph.Asked.Count(asked => asked.StartsWith("GET", StringComparison.Ordinal) && asked.Contains("/catalogs?$filter=", StringComparison.Ordinal));
        Assert.Equal(method == "POST" && isRepeated, looks > 0);
    }

    [Fact]
    public async Task After_failures_for_a_while_nothing_is_sent_until_the_service_has_rested()
    {
        _graph.On("/organization", Error("Trouble"), HttpStatusCode.BadGateway);
        var tenant = Tenant(new GraphOptions { Time = _time, MostWaiting = TimeSpan.FromHours(2) });
        for (var call = 0; call < 3; call++)
        {
            await Assert.ThrowsAsync<TenantException>(() => tenant.IdentifyAsync(CancellationToken.None));
        }

        var trouble = await Assert.ThrowsAsync<TenantException>(() => tenant.IdentifyAsync(CancellationToken.None));
        Assert.Contains("The last 20 requests failed, so that nothing is sent for a while.", trouble.Message, StringComparison.Ordinal);
        Assert.Equal(20, _graph.Asked.Count);

        _graph.On("/organization", """{ "value": [ { "id": "t1", "displayName": "Woodgrove" } ] }""");
        _time.Pass(TimeSpan.FromSeconds(31));
        Assert.Equal("t1", (await tenant.IdentifyAsync(CancellationToken.None)).Id);
    }

    [Fact]
    public async Task No_more_requests_are_under_way_than_the_service_bears()
    {
        var running = 0;
        var answers = new TaskCompletionSource();
        using var client = new HttpClient(new Slow(async () =>
        {
            Interlocked.Increment(ref running);
            await answers.Task;
            return Response("", HttpStatusCode.NoContent);
        }))
        { BaseAddress = new Uri(Root) };
        var tenant = new GraphTenant(client, _time);

        // Each goes on by itself until it waits: for its answer, or for its turn.
        var all = Enumerable.Range(0, 40)
            .Select(n => tenant.WriteAsync(new TenantWrite.Delete(new Handle(EntityKey.Package("Finance", $"P{n}"), $"p{n}")), CancellationToken.None)).ToList();

        Assert.Equal(4, running);
        answers.SetResult();
        await Task.WhenAll(all);
        Assert.Equal(40, running);
    }

    [Fact]
    public async Task Who_waits_for_the_service_when_the_run_is_to_stop_waits_no_more()
    {
        using var stop = new CancellationTokenSource();
        _graph.On("POST", () =>
        {
            stop.CancelAfter(TimeSpan.FromMilliseconds(1));
            return Response(Error("Busy"), HttpStatusCode.TooManyRequests, ("Retry-After", "300"));
        });
        var tenant = Tenant(new GraphOptions { Time = TimeProvider.System, Stop = stop.Token });

        var write = tenant.WriteAsync(new TenantWrite.Create(new Catalog { Name = "New" }, null), CancellationToken.None);
        var trouble = await Assert.ThrowsAsync<TenantException>(() => write.WaitAsync(TimeSpan.FromSeconds(60)));

        Assert.StartsWith("Creating the catalog \"New\" failed so far, and was not sent again", trouble.Message, StringComparison.Ordinal);
        Assert.Single(_graph.Asked, asked => asked.StartsWith("POST", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Throttled_half_as_many_requests_are_sent_at_a_time()
    {
        var (begun, running, most) = (0, 0, 0);
        var (all, both) = (new TaskCompletionSource(), new TaskCompletionSource());
        using var client = new HttpClient(new Slow(async () =>
        {
            if (Interlocked.Increment(ref begun) <= 4)
            {
                // The first four are under way together, and all are refused.
                _ = begun == 4 && all.TrySetResult();
                await all.Task;
                return Response("", HttpStatusCode.TooManyRequests, ("Retry-After", "1"));
            }

            // The first of the others waits for a second, which is there unless too few are let in.
            lock (both)
            {
                most = Math.Max(most, ++running);
                _ = running == 2 && both.TrySetResult();
            }

            await both.Task.WaitAsync(TimeSpan.FromSeconds(30));
            lock (both)
            {
                running--;
            }

            return Response("", HttpStatusCode.NoContent);
        }))
        { BaseAddress = new Uri(Root) };
        var tenant = new GraphTenant(client, _time);

        await Task.WhenAll(Enumerable.Range(0, 8).Select(n => Task.Run(
            () => tenant.WriteAsync(new TenantWrite.Delete(new Handle(EntityKey.Package("Finance", $"P{n}"), $"p{n}")), CancellationToken.None))));

        Assert.Equal((12, 2), (begun, most));
    }

    private GraphTenant Tenant(GraphOptions options) => new(_graph.Client, options);

    private sealed class Heard : IProgress<GraphWait>
    {
        public List<GraphWait> Waits { get; } = [];

        public void Report(GraphWait value) => Waits.Add(value);
    }

    private sealed class Slow(Func<Task<HttpResponseMessage>> work) : HttpMessageHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) => work();
    }
}
