using System.Text.Json;
using System.Text.Json.Nodes;
using Reconciler.Graph.Wire;

namespace Reconciler.Graph.Http;

/// <summary>Tells reads from everything else. Whatever it can't see through is not a read.</summary>
internal static class AllowedReads
{
    private static readonly string[] EnvelopeMembers = ["requests"];
    private static readonly string[] RequestMembers = ["id", "method", "url", "headers", "body", "dependsOn"];

    public static async Task<bool> AdmitsAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        // A service may take the method from one of these instead.
        if (request.Headers.Any(header => NamesAMethod(header.Key)))
        {
            return false;
        }

        if (IsGet(request.Method.Method))
        {
            return true;
        }

        var path = request.RequestUri is { IsAbsoluteUri: true } uri ? WithoutVersion(uri.AbsolutePath) : null;
        return request.Method == HttpMethod.Post && path is not null
            && (IsDirectoryRead(path) || (Is(path, GraphPath.Batch) && await HoldsOnlyReadsAsync(request.Content, cancellationToken)));
    }

    private static bool IsGet(string method) => method.Means("GET") || method.Means("HEAD");

    private static bool NamesAMethod(string header) => header.Contains("method", StringComparison.OrdinalIgnoreCase);

    // Compared as it stands: an encoded or doubled sign makes it another path, and another path is no read.
    private static bool IsDirectoryRead(string path) => Is(path, GraphPath.Directory);

    private static bool Is(string path, string allowed) => string.Equals(path, allowed, StringComparison.OrdinalIgnoreCase);

    private static string? WithoutVersion(string path) => path.Split('/', 3) is ["", { Length: > 0 }, var rest] ? rest : null;

    private static async Task<bool> HoldsOnlyReadsAsync(HttpContent? content, CancellationToken cancellationToken)
    {
        var charset = content?.Headers.ContentType?.CharSet?.Trim('"') ?? "utf-8";
        if (content is null || content.Headers.ContentEncoding.Count > 0 || !charset.Means("utf-8"))
        {
            return false;
        }

        try
        {
            await content.LoadIntoBufferAsync(cancellationToken);
            var envelope = JsonNode.Parse(await content.ReadAsByteArrayAsync(cancellationToken), documentOptions: WireJson.Strict) as JsonObject;
            return envelope is not null && HasOnly(envelope, EnvelopeMembers) && envelope["requests"] is JsonArray requests && requests.All(IsRead);
        }
        catch (JsonException)
        {
            return false;
        }
    }

    private static bool IsRead(JsonNode? request)
    {
        if (request is not JsonObject inner || !HasOnly(inner, RequestMembers)
            || inner.Text("method") is not { } method || inner.Text("url") is not { } url)
        {
            return false;
        }

        if (inner["headers"] is not (null or JsonObject) || (inner["headers"] as JsonObject ?? []).Any(header => NamesAMethod(header.Key)))
        {
            return false;
        }

        var path = url.Split('?', 2)[0];
        return IsGet(method) || (method.Means("POST") && IsDirectoryRead(path.StartsWith('/') ? path[1..] : path));
    }

    // A member in another spelling could be the one the service goes by.
    private static bool HasOnly(JsonObject json, string[] members) => json.All(member => members.Contains(member.Key, StringComparer.Ordinal));
}
