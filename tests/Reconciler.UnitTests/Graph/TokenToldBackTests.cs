using System.Net;
using System.Net.Http.Headers;
using System.Text;
using Reconciler.Entitlements;
using Reconciler.Graph;

namespace Reconciler.UnitTests.Graph;

/// <summary>A service that tells what it was sent does not make us tell it on, however it spells it.</summary>
public sealed class TokenToldBackTests
{
    private const string Token = "opaqueTokenValue0123456789abcdefghij";

    private readonly StubGraph _graph = StubGraph.Tenant();
    private readonly Requests _log = new();

    public static TheoryData<string> Spellings => new(
        Token,
        Escaped(Token),
        Token[..20] + Escaped(Token[20..21]) + Token[21..],
        Percent(Token),
        Percent(Token).ToLowerInvariant().Replace("%", "\\u0025", StringComparison.Ordinal),
        Escaped(Percent(Token)),
        Percent(Percent(Token)),
        Convert.ToBase64String(Encoding.UTF8.GetBytes(Token)),
        Convert.ToBase64String(Encoding.UTF8.GetBytes("x:" + Token)));

    [Theory]
    [MemberData(nameof(Spellings))]
    public async Task A_refusal_is_said_without_the_token(string told)
    {
        _graph.On("POST", StubGraph.Error("a" + told, $"You sent {told} to us"), HttpStatusCode.Forbidden, ("request-id", Percent(Token)));

        var trouble = await Assert.ThrowsAsync<TenantException>(() => Tenant().WriteAsync(new TenantWrite.Create(new Catalog { Name = "Sales" }, null), CancellationToken.None));

        Assert.Equal(403, trouble.Status);
        Assert.StartsWith("Creating the catalog \"Sales\" failed: Graph answered 403", trouble.Message, StringComparison.Ordinal);
        IsNotIn($"{trouble.Message} {trouble.Code} {trouble.RequestId}");
    }

    [Theory]
    [MemberData(nameof(Spellings))]
    public async Task A_result_that_holds_the_token_is_not_believed(string told)
    {
        _graph.On("/organization", $$"""{ "value": [ { "id": "t1", "displayName": "{{told}}" } ] }""");

        var trouble = await Assert.ThrowsAsync<TenantException>(() => Tenant().IdentifyAsync(CancellationToken.None));

        Assert.Contains("the answer holds the token that was sent", trouble.Message, StringComparison.Ordinal);
        IsNotIn(trouble.Message);
    }

    [Theory]
    [MemberData(nameof(Spellings))]
    public async Task A_link_that_holds_the_token_is_neither_said_nor_followed(string told)
    {
        foreach (var host in new[] { "https://elsewhere.example/", StubGraph.Root })
        {
            _graph.On("/organization", $$"""{ "value": [], "@odata.nextLink": "{{host}}{{told}}" }""");

            var trouble = await Assert.ThrowsAsync<TenantException>(() => Tenant().IdentifyAsync(CancellationToken.None));

            Assert.Contains("the answer holds the token that was sent", trouble.Message, StringComparison.Ordinal);
            IsNotIn(trouble.Message + string.Join(' ', _log.Lines));
        }
    }

    [Fact]
    public async Task A_token_that_was_sent_before_is_no_less_secret()
    {
        using var client = Client();
        var tenant = new GraphTenant(client, new GraphOptions { Time = new ImpatientTime() });
        await tenant.IdentifyAsync(CancellationToken.None);
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", "another-token-that-came-after-it");
        _graph.On("POST", StubGraph.Error("BadRequest", Token), HttpStatusCode.BadRequest);

        IsNotIn((await Assert.ThrowsAsync<TenantException>(() => tenant.WriteAsync(new TenantWrite.Create(new Catalog { Name = "Sales" }, null), CancellationToken.None))).Message);
    }

    [Fact]
    public async Task What_went_wrong_on_the_way_is_said_without_the_token()
    {
        _graph.On("POST", () => throw new HttpRequestException($"Received an invalid header line: 'X {Percent(Token)}'"));

        var trouble = await Assert.ThrowsAsync<TenantException>(() => Tenant().WriteAsync(new TenantWrite.Create(new Catalog { Name = "Sales" }, null), CancellationToken.None));

        Assert.Contains("could not be reached", trouble.Message, StringComparison.Ordinal);
        IsNotIn(trouble.Message);
    }

    [Fact]
    public async Task Signs_that_are_spelled_otherwise_and_are_no_token_are_read()
    {
        _graph.On("/organization", """{ "value": [ { "id": "t1", "displayName": "50 % \u006fpaque\u0027s %6f% \\u00" } ] }""");

        Assert.Equal("50 % opaque's %6f% \\u00", (await Tenant().IdentifyAsync(CancellationToken.None)).DisplayName);
    }

    private static string Escaped(string text) => string.Concat(text.Select(sign => $"\\u{(int)sign:x4}"));

    private static string Percent(string text) => string.Concat(text.Select(sign => $"%{(int)sign:X2}"));

    private static void IsNotIn(string text) =>
        Assert.All(
            [Token, Token[..20], Token[22..], Percent(Token), Percent(Token).ToLowerInvariant(), Percent(Percent(Token)), Convert.ToBase64String(Encoding.UTF8.GetBytes(Token)), Convert.ToBase64String(Encoding.UTF8.GetBytes("x:" + Token))],
            secret => Assert.DoesNotContain(secret, text, StringComparison.Ordinal));

    private HttpClient Client()
    {
        var client = _graph.Client;
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", Token);
        return client;
    }

    private GraphTenant Tenant() => new(Client(), new GraphOptions { Time = new ImpatientTime(), Log = _log });

    private sealed class Requests : IProgress<GraphRequestLog>
    {
        private readonly List<string> _lines = [];

        public IEnumerable<string> Lines => _lines;

        public void Report(GraphRequestLog value)
        {
            lock (_lines)
            {
                _lines.Add(value.ToString());
            }
        }
    }
}
