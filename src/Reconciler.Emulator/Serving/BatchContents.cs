using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Nodes;
using Reconciler.Emulator.Routes;
using Reconciler.Emulator.Serving.Http;

namespace Reconciler.Emulator.Serving;

/// <summary>What was asked inside of a batch, and how each was answered.</summary>
internal static class BatchContents
{
    public static ImmutableArray<InnerRequest> Of(Incoming? request, Reply? reply)
    {
        if (request?.Path.EndsWith(Batch.Path, StringComparison.Ordinal) != true || request.Json()?["requests"] is not JsonArray asked)
        {
            return [];
        }

        var statuses = Statuses(reply);
        return
        [
            .. asked.OfType<JsonObject>().Select(inner => new InnerRequest(
                Finding.Text(inner, "id") ?? "",
                Finding.Text(inner, "method") ?? "",
                QuerySecrets.Masked(Finding.Text(inner, "url") ?? ""),
                statuses.GetValueOrDefault(Finding.Text(inner, "id") ?? ""))),
        ];
    }

    private static Dictionary<string, int> Statuses(Reply? reply)
    {
        Dictionary<string, int> statuses = new(StringComparer.OrdinalIgnoreCase);
        foreach (var answered in Answers(reply))
        {
            if (Finding.Text(answered, "id") is { } id && answered["status"] is JsonValue status && status.TryGetValue<int>(out var number))
            {
                statuses[id] = number;
            }
        }

        return statuses;
    }

    private static IEnumerable<JsonObject> Answers(Reply? reply)
    {
        try
        {
            return reply is { Status: 200 } && JsonNode.Parse(reply.Body)?["responses"] is JsonArray responses ? responses.OfType<JsonObject>() : [];
        }
        catch (JsonException)
        {
            return [];
        }
    }
}
