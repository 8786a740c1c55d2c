using System.IO.Compression;
using Microsoft.AspNetCore.Http;
using Reconciler.Entitlements;
using Reconciler.Graph;

namespace Reconciler.ContractTests;

/// <summary>What the client does on a real connection.</summary>
public sealed class TransportTests : IAsyncLifetime
{
    private readonly Requests _log = new();
    private readonly ImpatientTime _time = new();
    private Func<HttpContext, Task> _answer = context => LoopbackGraph.Json(context, """{ "value": [] }""");
    private LoopbackGraph? _graph;

    private LoopbackGraph Graph => _graph ?? throw new InvalidOperationException("Not started.");

    public async Task InitializeAsync() => _graph = await LoopbackGraph.StartAsync(LoopbackGraph.Tenant(context => _answer(context)));

    public async Task DisposeAsync() => await Graph.DisposeAsync();

    [Fact]
    public async Task What_was_packed_is_unpacked()
    {
        foreach (var encoding in new[] { "gzip", "br" })
        {
            _answer = async context =>
            {
                Assert.Contains(encoding, context.Request.Headers.AcceptEncoding.ToString(), StringComparison.Ordinal);
                context.Response.Headers.ContentEncoding = encoding;
                await using Stream packing = encoding == "gzip" ? new GZipStream(context.Response.Body, CompressionLevel.Fastest) : new BrotliStream(context.Response.Body, CompressionLevel.Fastest);
                await packing.WriteAsync("""{ "value": [ { "id": "u1", "displayName": "Ana", "userPrincipalName": "ana@contoso.example" } ] }"""u8.ToArray());
            };

            Assert.Equal("u1", Assert.Single(await FindUserAsync()).Id);
        }
    }

    [Fact]
    public async Task A_redirect_is_not_followed_so_that_the_token_stays()
    {
        await using var elsewhere = await LoopbackGraph.StartAsync(_ => Task.CompletedTask);
        _answer = context =>
        {
            context.Response.Redirect(new Uri(elsewhere.Root, "users").AbsoluteUri);
            return Task.CompletedTask;
        };

        var trouble = await Assert.ThrowsAsync<TenantException>(FindUserAsync);

        Assert.Equal((302, 0), (trouble.Status ?? 0, elsewhere.Asked.Count));
    }

    [Theory]
    [InlineData(202)]
    [InlineData(203)]
    [InlineData(206)]
    public async Task What_is_no_whole_answer_is_no_list(int status)
    {
        _answer = context => LoopbackGraph.Json(context, """{ "value": [] }""", status);

        var trouble = await Assert.ThrowsAsync<TenantException>(FindUserAsync);

        Assert.Equal(TenantProblem.NotPermitted, trouble.Problem);
        Assert.Contains($"Graph answered {status}, which is no whole answer.", trouble.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_service_that_answers_with_the_token_it_was_sent_is_not_believed()
    {
        _answer = context => LoopbackGraph.Json(context, $$"""{ "value": [ { "id": "u1", "displayName": "{{LoopbackGraph.Token}}", "userPrincipalName": "ana@contoso.example" } ] }""");

        var trouble = await Assert.ThrowsAsync<TenantException>(FindUserAsync);

        Assert.Contains("the answer holds the token that was sent", trouble.Message, StringComparison.Ordinal);
        Assert.DoesNotContain(LoopbackGraph.Token, trouble.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_endpoint_at_another_address_than_who_gives_its_tokens_gets_none()
    {
        await using var elsewhere = await LoopbackGraph.StartAsync(_ => Task.CompletedTask);

        var trouble = await Assert.ThrowsAsync<TenantException>(() => GraphConnection.OpenAsync(
            new SignInOptions { TenantId = LoopbackGraph.TenantId, Endpoint = elsewhere.Root, Authority = Graph.Authority, Variable = Graph.Variables.GetValueOrDefault },
            new GraphOptions { Time = _time },
            forReading: true,
            CancellationToken.None));

        Assert.Contains("an endpoint and its authority have to be at one address", trouble.Message, StringComparison.Ordinal);
        Assert.Equal((0, 0, 0), (Graph.TokensGiven, elsewhere.TokensGiven, elsewhere.Asked.Count));
    }

    [Fact]
    public async Task A_list_of_nothing_but_empty_pages_has_an_end()
    {
        var pages = 0;
        _answer = context => LoopbackGraph.Json(context, $$"""{ "value": [], "@odata.nextLink": "{{Graph.Root}}users?$skiptoken={{++pages}}" }""");

        var trouble = await Assert.ThrowsAsync<TenantException>(FindUserAsync);

        Assert.Contains("100 pages on end were empty", trouble.Message, StringComparison.Ordinal);
        Assert.InRange(pages, 100, 110);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task An_answer_that_would_fill_the_memory_is_refused(bool packed)
    {
        _answer = async context =>
        {
            // Ten thousand times as large as what travels.
            context.Response.Headers.ContentEncoding = packed ? "gzip" : "identity";
            await using Stream body = packed ? new GZipStream(context.Response.Body, CompressionLevel.Fastest, leaveOpen: true) : new BufferedStream(context.Response.Body);
            var zeros = new byte[1 << 20];
            for (var i = 0; i < 16; i++)
            {
                await body.WriteAsync(zeros, context.RequestAborted);
            }
        };

        var trouble = await Assert.ThrowsAsync<TenantException>(FindUserAsync);

        Assert.Equal(TenantProblem.NotPermitted, trouble.Problem);
        Assert.Contains("the answer is larger than 2 MB", trouble.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_read_whose_connection_is_dropped_is_sent_again_and_a_creation_only_after_a_look()
    {
        var (reads, creations) = (0, new List<string>());
        _answer = async context =>
        {
            var isOfCatalogs = (context.Request.Path.Value ?? "").EndsWith("/catalogs", StringComparison.Ordinal);
            if (isOfCatalogs)
            {
                creations.Add(context.Request.Method);
            }

            if (isOfCatalogs ? creations.Count == 1 : ++reads == 1)
            {
                context.Abort();
                return;
            }

            await LoopbackGraph.Json(context, context.Request.Method == "POST" && isOfCatalogs ? """{ "id": "c9" }""" : """{ "value": [] }""");
        };
        using var connection = await OpenAsync(forReading: false);

        await connection.Tenant.ResolveAsync([User], CancellationToken.None);
        var written = await connection.Tenant.WriteAsync(new TenantWrite.Create(new Catalog { Name = "Sales" }, null), CancellationToken.None);

        Assert.True(reads > 1);
        Assert.Equal(("c9", "POST", "GET", "POST"), (written.Id, creations[0], creations[1], creations[^1]));
        Assert.Equal(2, creations.Count(method => method == "POST"));
    }

    [Fact]
    public async Task A_creation_that_was_throttled_was_not_made_and_is_sent_again()
    {
        var creations = 0;
        _answer = async context =>
        {
            if (context.Request.Method == "POST" && ++creations == 1)
            {
                context.Response.Headers.RetryAfter = "9";
                await LoopbackGraph.Json(context, """{ "error": { "code": "TooManyRequests", "message": "" } }""", 429);
                return;
            }

            await LoopbackGraph.Json(context, context.Request.Method == "GET" ? """{ "value": [] }""" : """{ "id": "c9" }""");
        };
        using var connection = await OpenAsync(forReading: false);

        var written = await connection.Tenant.WriteAsync(new TenantWrite.Create(new Catalog { Name = "Sales" }, null), CancellationToken.None);

        Assert.Equal("c9", written.Id);
        Assert.Equal(2, creations);
        Assert.Equal([TimeSpan.FromSeconds(9)], _time.Waits);
    }

    [Fact]
    public async Task Nobody_listens_and_even_a_creation_is_tried_again_until_it_is_given_up()
    {
        using var connection = await OpenAsync(forReading: false);
        await Graph.DisposeAsync();

        var trouble = await Assert.ThrowsAsync<TenantException>(
            () => connection.Tenant.WriteAsync(new TenantWrite.Create(new Catalog { Name = "Sales" }, null), CancellationToken.None));

        Assert.Equal(TenantProblem.Unavailable, trouble.Problem);
        Assert.Contains("could not be reached", trouble.Message, StringComparison.Ordinal);
        Assert.Contains("It was asked 6 times.", trouble.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Every_request_is_in_the_log_with_its_ids_and_a_call_keeps_its_own()
    {
        var busy = true;
        _answer = async context =>
        {
            context.Response.Headers["request-id"] = "r-1";
            context.Response.Headers.RetryAfter = "1";
            await LoopbackGraph.Json(context, """{ "value": [] }""", busy ? 503 : 200);
            busy = false;
        };

        await FindUserAsync();

        var asked = _log.Seen.Where(request => request.Address.StartsWith("/v1.0/users?$filter=", StringComparison.Ordinal)).Take(2).ToList();
        Assert.Equal([(503, 1, "r-1"), (200, 2, "r-1")], asked.Select(request => (request.Status ?? 0, request.Attempt, request.RequestId ?? "")));
        Assert.Single(asked.Select(request => request.ClientRequestId).Distinct());
        Assert.Equal(_log.Seen.Count - 1, _log.Seen.Select(request => request.ClientRequestId).Distinct().Count());
    }

    [Fact]
    public async Task A_request_that_is_never_answered_is_given_up()
    {
        var late = new TaskCompletionSource();
        _answer = _ => late.Task;
        using var connection = await OpenAsync(forReading: true, new GraphOptions { Time = TimeProvider.System, RequestTimeout = TimeSpan.FromMilliseconds(50), MostRepetitions = 0 });

        var trouble = await Assert.ThrowsAsync<TenantException>(() => connection.Tenant.ResolveAsync([User], CancellationToken.None));

        late.SetResult();
        Assert.Equal((TenantProblem.Unavailable, true), (trouble.Problem, trouble.EndsTheRun));
        Assert.Contains("did not answer in time", trouble.Message, StringComparison.Ordinal);
    }

    private static Reference User => new(ReferenceKind.User, "ana@contoso.example");

    private async Task<EquatableArray<Reference>> FindUserAsync()
    {
        using var connection = await OpenAsync(forReading: true);
        return (await connection.Tenant.ResolveAsync([User], CancellationToken.None)).Candidates(User).ToEquatableArray();
    }

    private Task<GraphConnection> OpenAsync(bool forReading, GraphOptions? options = null) => GraphConnection.OpenAsync(
        new SignInOptions
        {
            TenantId = LoopbackGraph.TenantId,
            Endpoint = Graph.Root,
            Authority = Graph.Authority,
            Variable = Graph.Variables.GetValueOrDefault,
        },
        options ?? new GraphOptions { Time = _time, NewId = Guid.NewGuid, Log = _log, LargestAnswer = 2 << 20 },
        forReading,
        CancellationToken.None);

    private sealed class Requests : IProgress<GraphRequestLog>
    {
        public List<GraphRequestLog> Seen { get; } = [];

        public void Report(GraphRequestLog value)
        {
            lock (Seen)
            {
                Seen.Add(value);
            }
        }
    }
}
