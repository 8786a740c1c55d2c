using System.Collections.Concurrent;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Reconciler.Tests.Metadata;

/// <summary>
/// Stands between a client and Graph, remembers every request, and fails on one that Graph's metadata does not know. Where the metadata is not beside the
/// repository it only remembers.
/// </summary>
internal sealed class CheckedRequests(HttpMessageHandler inner) : DelegatingHandler(inner)
{
    private const int MostRemembered = 1 << 20;
    private static readonly Lazy<RequestChecks?> Checks = new(() => MetadataFile.Locate() is { } path ? new RequestChecks(GraphMetadata.Read(path)) : null);

    private readonly ConcurrentQueue<SentRequest> _sent = new();
    private readonly ConcurrentDictionary<string, bool> _come = new(StringComparer.Ordinal);

    /// <summary>In the order sent; a batch by its parts.</summary>
    public IReadOnlyCollection<SentRequest> Sent => _sent;

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        foreach (var sent in Parts(await Read(request, cancellationToken)))
        {
            _sent.Enqueue(sent);

            // Where a list goes on is the service's own to say.
            if (sent.Method == "GET" && _come.ContainsKey(request.RequestUri?.AbsoluteUri ?? ""))
            {
                continue;
            }

            if (Checks.Value?.Check(sent, _come.ContainsKey).ToList() is { Count: > 0 } complaints)
            {
                throw new InvalidOperationException($"{sent} is not what Graph declares: {string.Join("; ", complaints)}. {sent.Body?.ToJsonString()}");
            }
        }

        var response = await base.SendAsync(request, cancellationToken);
        await RememberAsync(response, cancellationToken);
        return response;
    }

    private static async Task<SentRequest> Read(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var url = request.RequestUri ?? throw new InvalidOperationException("A request without an address.");
        var (version, path) = url.AbsolutePath.Split('/', 3) is ["", var first, var rest] ? (first, "/" + rest) : ("", url.AbsolutePath);
        var text = request.Content is null ? "" : await request.Content.ReadAsStringAsync(cancellationToken);
        return new SentRequest(request.Method.Method, version, path, url.Query, text.Length == 0 ? null : JsonNode.Parse(text));
    }

    private static IEnumerable<SentRequest> Parts(SentRequest sent) =>
        sent.Path != "/$batch" ? [sent] : sent.Body?["requests"]?.AsArray().OfType<JsonObject>().Select(part =>
        {
            var url = part["url"]?.GetValue<string>() ?? "";
            var query = url.IndexOf('?', StringComparison.Ordinal);
            return new SentRequest(
                part["method"]?.GetValue<string>() ?? "", sent.Version, query < 0 ? url : url[..query], query < 0 ? "" : url[query..], part["body"]?.DeepClone());
        }) ?? [];

    private async Task RememberAsync(HttpResponseMessage response, CancellationToken cancellationToken)
    {
        await response.Content.LoadIntoBufferAsync(cancellationToken);
        var body = await response.Content.ReadAsByteArrayAsync(cancellationToken);
        if (body.Length is 0 or > MostRemembered)
        {
            return;
        }

        var reader = new Utf8JsonReader(body);
        try
        {
            while (reader.Read())
            {
                if (reader.TokenType is JsonTokenType.PropertyName or JsonTokenType.String && reader.ValueSpan.Length < 200)
                {
                    _come.TryAdd(reader.GetString() ?? "", true);
                }
            }
        }
        catch (Exception why) when (why is JsonException or InvalidOperationException)
        {
            // A test that answers nonsense has nothing to remember.
        }
    }
}
