using System.Net;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Reconciler.Entitlements;
using Reconciler.Graph.Wire;

namespace Reconciler.Graph.Http;

/// <summary>Sends requests and reads answers. What can be repeated is, while the service is busy (contract 1.6).</summary>
internal sealed class GraphHttp(HttpClient http, TimeProvider time)
{
    // Without it newer literals arrive as unknownFutureValue and would be written back as that.
    public const string Preference = "Prefer";
    public const string NewerLiterals = "include-unknown-enum-members";
    private const int MostAttempts = 5;

    public TimeProvider Time => time;

    public Uri Root { get; } = http.BaseAddress is { } root && root.AbsolutePath.EndsWith('/')
        ? root
        : throw new ArgumentException("The client needs a base address that ends with a slash: https://graph.microsoft.com/v1.0/.", nameof(http));

    /// <summary>The answer's object; an empty one where nothing was answered.</summary>
    public async Task<JsonObject> SendAsync(GraphCall call, CancellationToken cancellationToken)
    {
        var patience = Patience.ForRetries(time);
        for (var attempt = 1; ; attempt++)
        {
            var (answer, trouble, retryAfter) = await TryAsync(call, cancellationToken);
            if (trouble is null)
            {
                return answer;
            }

            if (!call.IsRepeatable || attempt == MostAttempts || !IsPassing(trouble) || !await patience.WaitAsync(retryAfter, cancellationToken))
            {
                throw trouble;
            }
        }
    }

    /// <summary>The answer as it came, parsed where it lies; to be disposed of. An object without members where nothing was answered.</summary>
    public async Task<WireDocument> ReadAsync(GraphCall call, CancellationToken cancellationToken)
    {
        var patience = Patience.ForRetries(time);
        for (var attempt = 1; ; attempt++)
        {
            TenantException trouble;
            TimeSpan? retryAfter = null;
            try
            {
                using var request = Request(call);
                using var response = await http.SendAsync(request, cancellationToken);
                if (response.IsSuccessStatusCode)
                {
                    return await ParseAsync(call.Doing, response.Content, cancellationToken);
                }

                trouble = GraphRefusal.From(call.Doing, response.StatusCode, RequestId(response), await response.Content.ReadAsStringAsync(cancellationToken));
                retryAfter = RetryAfter(response);
            }
            catch (Exception why) when (why is HttpRequestException or IOException
                || (why is OperationCanceledException && !cancellationToken.IsCancellationRequested))
            {
                trouble = GraphRefusal.Unreachable(call.Doing, why);
            }

            if (!call.IsRepeatable || attempt == MostAttempts || !IsPassing(trouble) || !await patience.WaitAsync(retryAfter, cancellationToken))
            {
                throw trouble;
            }
        }
    }

    public Task<JsonObject> GetAsync(string url, string doing, CancellationToken cancellationToken) =>
        SendAsync(GraphCall.Get(url, doing), cancellationToken);

    /// <summary>The object, or null where the service says that there is none.</summary>
    public async Task<JsonObject?> FindAsync(string url, string doing, CancellationToken cancellationToken)
    {
        try
        {
            return await GetAsync(url, doing, cancellationToken);
        }
        catch (TenantException trouble) when (trouble.Status == GraphRefusal.NotFound)
        {
            return null;
        }
    }

    private static bool IsPassing(TenantException trouble) =>
        trouble.Problem == TenantProblem.Unavailable && trouble.Status is null or 429 or 503 or 504;

    private async Task<(JsonObject Answer, TenantException? Trouble, TimeSpan? RetryAfter)> TryAsync(
        GraphCall call, CancellationToken cancellationToken)
    {
        try
        {
            using var request = Request(call);
            using var response = await http.SendAsync(request, cancellationToken);
            var body = await response.Content.ReadAsStringAsync(cancellationToken);
            return response.IsSuccessStatusCode
                ? (Parse(call.Doing, body), null, null)
                : ([], GraphRefusal.From(call.Doing, response.StatusCode, RequestId(response), body), RetryAfter(response));
        }
        catch (Exception why) when (why is HttpRequestException or IOException
            || (why is OperationCanceledException && !cancellationToken.IsCancellationRequested))
        {
            return ([], GraphRefusal.Unreachable(call.Doing, why), null);
        }
    }

    private HttpRequestMessage Request(GraphCall call)
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

        request.Headers.Add(Preference, NewerLiterals);
        return request;
    }

    private static async Task<WireDocument> ParseAsync(string doing, HttpContent content, CancellationToken cancellationToken)
    {
        try
        {
            using var body = await content.ReadAsStreamAsync(cancellationToken);
            var document = body.Length == 0 ? WireDocument.Of("{}"u8.ToArray()) : await WireDocument.ReadAsync(body, cancellationToken);
            if (document.Root.IsObject)
            {
                return document;
            }

            document.Dispose();
            throw new JsonException("It is no object.");
        }
        catch (JsonException why)
        {
            throw GraphRefusal.Unreadable(
                doing, $"what was answered is not Graph's JSON ({why.Message.TrimEnd('.')}). Check what stands between this machine and Graph.");
        }
    }

    private static JsonObject Parse(string doing, string body)
    {
        try
        {
            return body.Length == 0
                ? []
                : JsonNode.Parse(body, documentOptions: WireJson.Strict) as JsonObject ?? throw new JsonException("It is no object.");
        }
        catch (JsonException why)
        {
            throw GraphRefusal.Unreadable(
                doing, $"what was answered is not Graph's JSON ({why.Message.TrimEnd('.')}). Check what stands between this machine and Graph.");
        }
    }

    private static string? RequestId(HttpResponseMessage response) =>
        response.Headers.TryGetValues("request-id", out var values) ? values.FirstOrDefault() : null;

    private TimeSpan? RetryAfter(HttpResponseMessage response)
    {
        if (response.StatusCode is not (HttpStatusCode.TooManyRequests or HttpStatusCode.ServiceUnavailable))
        {
            return null;
        }

        var wait = response.Headers.RetryAfter switch
        {
            { Delta: { } delta } => delta,
            { Date: { } date } => date - time.GetUtcNow(),
            _ => (TimeSpan?)null,
        };
        return wait < TimeSpan.Zero ? TimeSpan.Zero : wait;
    }
}
