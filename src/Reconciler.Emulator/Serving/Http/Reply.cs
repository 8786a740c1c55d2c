using System.Text;
using System.Text.Json.Nodes;

namespace Reconciler.Emulator.Serving.Http;

/// <summary>What is sent back: a status, headers and, mostly, a body.</summary>
internal sealed record Reply(int Status, byte[] Body)
{
    public string ContentType { get; init; } = "application/json; charset=utf-8";

    public IReadOnlyList<KeyValuePair<string, string>> Headers { get; init; } = [];

    public string? RequestId => Headers.FirstOrDefault(header => header.Key == "request-id").Value;

    public static Reply Json(int status, JsonNode body) => new(status, Encoding.UTF8.GetBytes(body.ToJsonString()));

    public static Reply Nothing(int status) => new(status, []);
}
