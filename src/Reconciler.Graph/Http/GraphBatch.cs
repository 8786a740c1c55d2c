using System.Text.Json.Nodes;
using Reconciler.Graph.Wire;

namespace Reconciler.Graph.Http;

/// <summary>Reads many lists at once, twenty a request (contract 1.7).</summary>
internal sealed class GraphBatch(GraphHttp http, GraphPages pages)
{
    private const int MostRequests = 20;

    /// <summary>The lists, in the order of the urls, which are relative.</summary>
    public async Task<List<List<JsonObject>>> ListAsync(IEnumerable<string> urls, string doing, CancellationToken cancellationToken)
    {
        var lists = new List<List<JsonObject>>();
        foreach (var block in urls.Chunk(MostRequests))
        {
            var answer = await http.SendAsync(GraphCall.ReadByPost("$batch", doing, Envelope(block)), cancellationToken);
            var byId = answer.Items("responses").ToLookup(response => response.Text("id"));
            foreach (var (url, index) in block.Select((url, index) => (url, index)))
            {
                var response = byId[$"{index}"].FirstOrDefault();

                // One that failed is asked alone: that repeats what was throttled and says what was refused.
                lists.Add(response.Whole("status") == 200 && response?["body"] is JsonObject page
                    ? await pages.RestAsync(page, doing, cancellationToken)
                    : await pages.ListAsync(url, doing, cancellationToken));
            }
        }

        return lists;
    }

    private static JsonObject Envelope(string[] urls) => new()
    {
        ["requests"] = new JsonArray(
        [
            .. urls.Select((url, index) => new JsonObject { ["id"] = $"{index}", ["method"] = "GET", ["url"] = "/" + url }),
        ]),
    };
}
