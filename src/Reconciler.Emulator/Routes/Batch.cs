using System.Net;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Reconciler.Emulator.Routes;

/// <summary>Up to twenty requests in one (contract 1.7). They run in the order sent; one that depends on a failed one is not run.</summary>
internal sealed class Batch(Func<GraphRequest, Answer> answer)
{
    public const string Path = "/$batch";

    private const int MostRequests = 20;

    private readonly Dictionary<string, int> _statuses = new(StringComparer.OrdinalIgnoreCase);

    public Answer Run(GraphRequest envelope)
    {
        if (envelope.Method != HttpMethod.Post || (envelope.Body as JsonObject)?["requests"] is not JsonArray requests)
        {
            throw Malformed("a batch is a POST with a list of 'requests'.");
        }

        if (requests.Count is 0 or > MostRequests)
        {
            throw Malformed($"a batch holds 1 to {MostRequests} requests, not {requests.Count}.");
        }

        RefuseDoubleIds(requests);
        JsonNode[] responses = [.. requests.Select(request => Inner(envelope, request as JsonObject ?? throw Malformed("a request is an object.")))];
        return new(HttpStatusCode.OK, new JsonObject { ["responses"] = new JsonArray(responses) });
    }

    private static void RefuseDoubleIds(JsonArray requests)
    {
        var twice = requests.Select(request => Finding.Text(request as JsonObject, "id"))
            .GroupBy(id => id, StringComparer.OrdinalIgnoreCase)
            .FirstOrDefault(namesakes => namesakes.Count() > 1);
        if (twice is not null)
        {
            throw Malformed($"the id '{twice.Key}' is used twice.");
        }
    }

    private JsonObject Inner(GraphRequest envelope, JsonObject request)
    {
        var id = Finding.Text(request, "id") ?? throw Malformed("every request needs an 'id'.");
        var url = Finding.Text(request, "url") ?? throw Malformed($"request '{id}' needs a 'url'.");
        var method = Finding.Text(request, "method") ?? throw Malformed($"request '{id}' needs a 'method'.");
        var inner = DependsOnFailure(request) ? FailedDependency()
            : !IsMethod(method) ? Error(HttpStatusCode.BadRequest, "BadRequest", $"Request '{id}' has no method that there is.")
            : request["body"] is not null && !HasContentType(request) ? MissingContentType(id)
            : Run(envelope, method, url, request["body"]?.DeepClone());
        _statuses[id] = (int)inner.Status;
        return new()
        {
            ["id"] = id,
            ["status"] = (int)inner.Status,
            ["headers"] = Headers(inner),
            ["body"] = inner.Body,
        };
    }

    private static bool IsMethod(string method) => method.Length > 0 && method.All(char.IsAsciiLetter);

    private Answer Run(GraphRequest envelope, string method, string url, JsonNode? body)
    {
        var parts = url.Split('?', 2);
        var path = parts[0].StartsWith('/') ? parts[0] : "/" + parts[0];
        return answer(envelope with { Method = HttpMethod.Parse(method), Path = path, Query = parts.Length > 1 ? parts[1] : "", Body = body, IsInBatch = true });
    }

    // A throttled request says itself when to come back; the envelope does not (contract 1.7).
    private static JsonObject Headers(Answer inner)
    {
        var headers = new JsonObject { ["Content-Type"] = "application/json" };
        if (inner.RetryAfter is { } retryAfter)
        {
            headers["Retry-After"] = retryAfter;
        }

        return headers;
    }

    private bool DependsOnFailure(JsonObject request) =>
        (request["dependsOn"] as JsonArray ?? [])
            .Select(id => id?.GetValueKind() is JsonValueKind.String ? id.GetValue<string>() : "")
            .Any(id => _statuses.TryGetValue(id, out var status) ? status >= 400 : throw Malformed($"'dependsOn' names '{id}', which comes not before it."));

    private static bool HasContentType(JsonObject request) =>
        request["headers"] is JsonObject headers && headers.Any(header => string.Equals(header.Key, "Content-Type", StringComparison.OrdinalIgnoreCase));

    private static Answer FailedDependency() => Error(HttpStatusCode.FailedDependency, "FailedDependency", "A request this one depends on failed.");

    private static Answer MissingContentType(string id) =>
        Error(HttpStatusCode.BadRequest, "BadRequest", $"Request '{id}' has a body but no Content-Type header.");

    private static Answer Error(HttpStatusCode status, string code, string message) =>
        new(status, new JsonObject { ["error"] = new JsonObject { ["code"] = code, ["message"] = message } });

    private static GraphErrorException Malformed(string detail) => GraphErrorException.BadRequest("BadRequest", $"Invalid batch payload: {detail}");
}
