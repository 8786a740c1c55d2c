using System.Net;
using System.Text.Json.Nodes;

namespace Reconciler.UnitTests.Emulator;

/// <summary>What came back: status, body and the request id every answer carries.</summary>
internal sealed record GraphAnswer(HttpStatusCode Status, JsonNode? Body, string? RequestId)
{
    public string? RetryAfter { get; init; }

    public string? Code => Body?["error"]?["code"]?.GetValue<string>();

    public string Message => Body?["error"]?["message"]?.GetValue<string>() ?? "";

    public string Id => Body?["id"]?.GetValue<string>() ?? throw new InvalidOperationException($"{Status} without an id: {Body?.ToJsonString()}");

    public IReadOnlyList<JsonObject> Items => [.. (Body?["value"] as JsonArray ?? []).OfType<JsonObject>()];

    public IReadOnlyList<string?> Names => [.. Items.Select(item => item["displayName"]?.GetValue<string>())];

    public string? NextLink => Body?["@odata.nextLink"]?.GetValue<string>();

    public void IsRefused(HttpStatusCode status, string code)
    {
        Assert.Equal((status, code), (Status, Code));
        Assert.NotNull(RequestId);
    }
}
