using System.Globalization;
using System.Text.Json.Nodes;
using Reconciler.Emulator.Routes;

namespace Reconciler.Emulator.Serving.Http;

/// <summary>Refusals of the server itself, in the shape that all of Graph shares (contract 1.2).</summary>
internal sealed class GraphRefusal(TimeProvider time)
{
    private static readonly Behaviour Ordinary = new();
    private int _refused;

    public Reply Of(int status, string code, string message, params KeyValuePair<string, string>[] headers)
    {
        // Beside the ids of the tenant's own answers, which count from the other end.
        var id = "f" + Interlocked.Increment(ref _refused).ToString("x7", CultureInfo.InvariantCulture) + "-0000-4000-8000-000000000000";
        var body = ErrorBody.Write(GraphErrorException.BadRequest(code, message), time.GetUtcNow(), Ordinary);
        if (body["error"]?["innerError"] is JsonObject innerError)
        {
            innerError["request-id"] = id;
        }

        return Reply.Json(status, body) with { Headers = [new("request-id", id), .. headers] };
    }
}
