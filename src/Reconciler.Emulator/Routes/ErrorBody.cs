using System.Text.Json.Nodes;

namespace Reconciler.Emulator.Routes;

/// <summary>The error shape all of Graph shares (contract 1.2).</summary>
internal static class ErrorBody
{
    public static JsonObject Write(GraphErrorException refusal, DateTimeOffset now, Behaviour behaviour) => new()
    {
        ["error"] = new JsonObject
        {
            ["code"] = behaviour.Shapes.EmptyErrorCodes ? "" : refusal.Code,
            ["message"] = refusal.Message,
            ["innerError"] = new JsonObject { ["date"] = now.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss") },
        },
    };
}
