using System.Text.Json.Nodes;

namespace Reconciler.Emulator.Serving.Control;

/// <summary>A logged request as JSON: the log's answer, and a line of a log file.</summary>
public static class LogLine
{
    /// <summary>Durations are in milliseconds.</summary>
    public static JsonObject Write(LoggedRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        var line = new JsonObject
        {
            ["at"] = request.At.UtcDateTime.ToString("O"),
            ["method"] = request.Method,
            ["path"] = request.PathAndQuery,
            ["status"] = request.Status,
            ["clientRequestId"] = request.ClientRequestId,
            ["requestId"] = request.RequestId,
            ["durationMs"] = Math.Round(request.Duration.TotalMilliseconds, 3),
            ["bytes"] = request.Bytes,
        };
        if (!request.Inner.IsEmpty)
        {
            line["requests"] = new JsonArray([.. request.Inner.Select(inner =>
                new JsonObject { ["id"] = inner.Id, ["method"] = inner.Method, ["path"] = inner.PathAndQuery, ["status"] = inner.Status })]);
        }

        return line;
    }
}
