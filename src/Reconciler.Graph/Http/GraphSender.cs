using System.Net.Http.Headers;
using System.Text;

namespace Reconciler.Graph.Http;

/// <summary>Sends a call once, reads the answer to its end, and tells the log.</summary>
internal sealed class GraphSender(HttpClient http, GraphOptions options)
{
    private const string ClientRequestId = "client-request-id";

    private readonly SentTokens _tokens = new();

    /// <summary>The answer or what stood in its way. Throws <see cref="Entitlements.TenantException"/> for an answer that is too large.</summary>
    public async Task<GraphAttempt> SendAsync(GraphCall call, string? clientRequestId, int attempt, CancellationToken cancellationToken)
    {
        var began = options.Time.GetTimestamp();
        GraphAnswer? answer = null;
        var asked = http.BaseAddress is { } root ? new Uri(root, call.Url) : null;
        var (address, host) = (asked?.PathAndQuery ?? call.Url, asked?.Authority);
        using var request = Request(call, clientRequestId);
        try
        {
            using var response = await http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellationToken);
            _tokens.Note(request.Headers.Authorization?.Parameter);
            (address, host) = response.RequestMessage?.RequestUri is { } sent ? (sent.PathAndQuery, sent.Authority) : (address, host);
            answer = new GraphAnswer((int)response.StatusCode, default, RequestId(response), RetryAfter(response.Headers.RetryAfter));
            var body = await BoundedBody.ReadAsync(response.Content, options.LargestAnswer, cancellationToken)
                ?? throw GraphRefusal.TooLarge(call.Doing, options.LargestAnswer);
            return answer.IsSuccess && _tokens.AreIn(body.Span)
                ? throw GraphRefusal.Unreadable(call.Doing, "the answer holds the token that was sent, which no answer of Graph does. Check what stands between this machine and Graph.")
                : new GraphAttempt(answer with { Body = answer.IsSuccess ? body : _tokens.Without(body) });
        }
        catch (Exception why) when (why is HttpRequestException or IOException or InvalidDataException
            || (why is OperationCanceledException && !cancellationToken.IsCancellationRequested))
        {
            _tokens.Note(request.Headers.Authorization?.Parameter);
            return new GraphAttempt(null, Clean(why));
        }
        finally
        {
            options.Log?.Report(new GraphRequestLog(
                call.Method.Method, Masking.Of(address), answer?.Status, options.Time.GetElapsedTime(began), attempt, answer?.RequestId, clientRequestId)
            {
                Host = host ?? "",
            });
        }
    }

    private HttpRequestMessage Request(GraphCall call, string? clientRequestId)
    {
        var request = new HttpRequestMessage(call.Method, new Uri(call.Url, UriKind.RelativeOrAbsolute))
        {
            Version = http.DefaultRequestVersion,
            VersionPolicy = http.DefaultVersionPolicy,
        };
        if (call.Body is { } body)
        {
            request.Content = new StringContent(body.ToJsonString(), Encoding.UTF8, "application/json");
        }

        request.Headers.Add(GraphHttp.Preference, GraphHttp.NewerLiterals);
        if (clientRequestId is not null)
        {
            request.Headers.Add(ClientRequestId, clientRequestId);
        }

        return request;
    }

    private string? RequestId(HttpResponseMessage response) =>
        response.Headers.TryGetValues("request-id", out var values) ? _tokens.Without(values.FirstOrDefault() ?? "") : null;

    // What is said of an answer that can't be taken may hold a line of it.
    private Exception Clean(Exception why) => _tokens.AreIn(Encoding.UTF8.GetBytes(why.ToString())) ? new IOException(_tokens.Without(why.Message)) : why;

    private TimeSpan? RetryAfter(RetryConditionHeaderValue? header)
    {
        var wait = header switch
        {
            { Delta: { } delta } => delta,
            { Date: { } date } => date - options.Time.GetUtcNow(),
            _ => (TimeSpan?)null,
        };
        return wait < TimeSpan.Zero ? TimeSpan.Zero : wait;
    }
}
