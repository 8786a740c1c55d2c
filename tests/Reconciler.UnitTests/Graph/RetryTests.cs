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
        Assert.Equal([2, 4, 8, 16, 30], _time.Waits.Select(wait => wait.TotalSeconds));
    }

    [Fact]
    public async Task One_that_asks_for_hours_is_not_waited_for()
    {
        _graph.On("/settings", () => Busy("7200"));

        var trouble = await Assert.ThrowsAsync<TenantException>(() => Tenant().ReadAsync(TenantPart.Whole, CancellationToken.None));

        Assert.Equal(TenantProblem.Unavailable, trouble.Problem);
        Assert.Contains("It asks to be left alone for 120 minutes, longer than a run waits.", trouble.Message, StringComparison.Ordinal);
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
    public async Task What_was_throttled_inside_a_batch_is_asked_again_in_a_batch_after_the_longest_wait()
    {
        _graph.OnInTurn(
            "$batch",
            () => Response($$"""{ "responses": [ {{Throttled(0, "1")}}, {{Found(1, "g2", "Sales")}}, {{Throttled(2, "9")}} ] }"""),
            () => Response($$"""{ "responses": [ {{Found(1, "g3", "Risk")}}, {{Found(0, "g1", "Marketing")}} ] }"""));
        Reference[] asked = [new(ReferenceKind.Application, "Marketing"), new(ReferenceKind.Application, "Sales"), new(ReferenceKind.Application, "Risk")];

        var resolution = await Tenant().ResolveAsync(asked, CancellationToken.None);

        Assert.Equal(["g1", "g2", "g3"], asked.Select(name => Assert.Single(resolution.Candidates(name)).Id));
        Assert.Equal(TimeSpan.FromSeconds(9), Assert.Single(_time.Waits));
        Assert.Equal(2, _graph.Asked.Count);
    }

    [Fact]
    public async Task What_stays_throttled_inside_a_batch_is_not_asked_for_one_by_one()
    {
        _graph.On("$batch", $$"""{ "responses": [ {{Throttled(0, "3600")}} ] }""");

        var trouble = await Assert.ThrowsAsync<TenantException>(() => Tenant().ResolveAsync([new Reference(ReferenceKind.Application, "Marketing")], CancellationToken.None));

        Assert.Equal((TenantProblem.Unavailable, 429), (trouble.Problem, trouble.Status));
        Assert.Contains("429 TooManyRequests: Slow down.", trouble.Message, StringComparison.Ordinal);
        Assert.Single(_graph.Asked);
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

    private static string Throttled(int id, string retryAfter) =>
        $$"""{ "id": "{{id}}", "status": 429, "headers": { "Retry-After": "{{retryAfter}}" }, "body": {{Error("TooManyRequests", "Slow down.")}} }""";

    private static string Found(int id, string group, string name) =>
        $$"""{ "id": "{{id}}", "status": 200, "body": { "value": [ { "id": "{{group}}", "displayName": "{{name}}" } ] } }""";

    private static HttpResponseMessage Busy(string retryAfter) => Response(Error("Busy"), HttpStatusCode.ServiceUnavailable, ("Retry-After", retryAfter));

    private GraphTenant Tenant() => new(_graph.Client, _time);

    private int Asked(string method) => _graph.Asked.Count(asked => asked.StartsWith(method, StringComparison.Ordinal));
}
