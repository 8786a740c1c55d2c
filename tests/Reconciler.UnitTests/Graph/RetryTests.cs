using System.Net;
using Reconciler.Entitlements;
using Reconciler.Graph;
using static Reconciler.UnitTests.Graph.StubGraph;

namespace Reconciler.UnitTests.Graph;

public sealed class RetryTests
{
    private static readonly Handle Finance = new(EntityKey.Catalog("Finance"), "c1");

    private readonly StubGraph _graph = StubGraph.Tenant();
    private readonly ImpatientTime _time = new();

    [Fact]
    public async Task A_busy_service_is_asked_again_when_it_says()
    {
        _graph.OnInTurn("/settings", () => Busy("7"), () => Busy("Sun, 01 Mar 2026 09:31:00 GMT"), () => Response("""{ "id": "singleton" }"""));

        var snapshot = await Tenant().ReadAsync(TenantPart.Whole, CancellationToken.None);

        Assert.Empty(snapshot.Gaps);
        Assert.Equal([7, 53], _time.Waits.Select(wait => wait.TotalSeconds));
    }

    [Fact]
    public async Task One_that_does_not_say_is_asked_less_and_less_often_and_then_no_more()
    {
        _graph.On("/settings", Error("TooManyRequests"), HttpStatusCode.TooManyRequests);

        var snapshot = await Tenant().ReadAsync(TenantPart.Whole, CancellationToken.None);

        Assert.Contains("429 TooManyRequests", Assert.Single(snapshot.Gaps), StringComparison.Ordinal);
        Assert.Equal([0.5, 1, 2, 4], _time.Waits.Select(wait => wait.TotalSeconds));
    }

    [Fact]
    public async Task One_that_asks_for_hours_is_not_waited_for()
    {
        _graph.On("/settings", () => Busy("7200"));

        Assert.Single((await Tenant().ReadAsync(TenantPart.Whole, CancellationToken.None)).Gaps);
        Assert.Empty(_time.Waits);
    }

    [Fact]
    public async Task Changes_and_deletions_are_sent_again()
    {
        _graph.OnInTurn("PATCH", () => Busy("1"), () => throw new HttpRequestException("Lost."), () => Response(""));
        await Tenant().WriteAsync(new TenantWrite.Update(Finance, new Catalog { Name = "Finance", Enabled = false }, Renames: false), CancellationToken.None);

        _graph.OnInTurn("DELETE", () => Busy("1"), () => Response("", HttpStatusCode.NotFound));
        await Tenant().WriteAsync(new TenantWrite.Delete(Finance), CancellationToken.None);

        Assert.Equal((3, 2), (Asked("PATCH"), Asked("DELETE")));
    }

    [Fact]
    public async Task A_creation_is_never_sent_again_before_it_was_looked_for()
    {
        _graph.On("POST", () => Busy("1"));

        await Assert.ThrowsAsync<TenantException>(() => Tenant().WriteAsync(new TenantWrite.Create(new Catalog { Name = "Sales" }, null), CancellationToken.None));

        var sent = _graph.Asked.Select(asked => asked.StartsWith("POST", StringComparison.Ordinal)).ToList();
        Assert.Equal(6, Asked("POST"));
        Assert.DoesNotContain(true, sent.Zip(sent.Skip(1), (one, next) => one && next));
    }

    [Fact]
    public async Task A_name_that_was_throttled_inside_a_batch_is_asked_again()
    {
        _graph.On("$batch", """{ "responses": [ { "id": "0", "status": 429, "headers": { "Retry-After": "1" }, "body": {} } ] }""")
            .OnInTurn("/groups", () => Busy("2"), () => Response("""{ "value": [ { "id": "g1", "displayName": "Marketing" } ] }"""));
        var asked = new Reference(ReferenceKind.Group, "Marketing");

        var resolution = await Tenant().ResolveAsync([asked], CancellationToken.None);

        Assert.Equal("g1", Assert.Single(resolution.Candidates(asked)).Id);
    }

    [Fact]
    public async Task Waiting_can_be_cancelled()
    {
        using var cancelled = new CancellationTokenSource();
        _graph.On("/settings", () =>
        {
            cancelled.Cancel();
            return Busy("1");
        });

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => Tenant().ReadAsync(TenantPart.Whole, cancelled.Token));
    }

    private static HttpResponseMessage Busy(string retryAfter) => Response(Error("Busy"), HttpStatusCode.ServiceUnavailable, ("Retry-After", retryAfter));

    private GraphTenant Tenant() => new(_graph.Client, _time);

    private int Asked(string method) => _graph.Asked.Count(asked => asked.StartsWith(method, StringComparison.Ordinal));
}
