using System.Text.Json.Nodes;
using Reconciler.Graph.Wire;

namespace Reconciler.Graph.Http;

/// <summary>Reads many things at once, twenty a request (contract 1.7).</summary>
internal sealed class GraphBatch(GraphHttp http, GraphPages pages)
{
    private const int MostRequests = 20;

    /// <summary>The lists, to their ends, in the order of the urls, which are relative.</summary>
    public async Task<List<List<JsonObject>>> ListAsync(IEnumerable<string> urls, string doing, CancellationToken cancellationToken)
    {
        var lists = new List<List<JsonObject>>();
        foreach (var answer in await SendAsync(urls, doing, cancellationToken))
        {
            lists.Add(await ListAsync(answer, doing, cancellationToken));
        }

        return lists;
    }

    /// <summary>One list to its end. One that failed is asked alone: that repeats what was throttled and says what was refused.</summary>
    public Task<List<JsonObject>> ListAsync(BatchAnswer answer, string doing, CancellationToken cancellationToken) => answer.Page is { } page
        ? pages.RestAsync(page, doing, cancellationToken)
        : pages.ListAsync(answer.Url, doing, cancellationToken);

    /// <summary>The lists likewise; null where the service says that there is none, as of an owner that has gone.</summary>
    public async Task<List<List<JsonObject>?>> FindListsAsync(IEnumerable<string> urls, string doing, CancellationToken cancellationToken)
    {
        var lists = new List<List<JsonObject>?>();
        foreach (var answer in await SendAsync(urls, doing, cancellationToken))
        {
            lists.Add(answer.Status == GraphRefusal.NotFound ? null : await ListAsync(answer, doing, cancellationToken));
        }

        return lists;
    }

    /// <summary>The objects, with their expanded lists to the end, in the order of the urls; null where the service says that there is none.</summary>
    public Task<List<JsonObject?>> FindAsync(IEnumerable<string> urls, string doing, CancellationToken cancellationToken) =>
        FindAsync(urls, doing, GraphRefusal.NotFound, cancellationToken);

    /// <summary>The objects likewise, where another status says too that there is none.</summary>
    public async Task<List<JsonObject?>> FindAsync(IEnumerable<string> urls, string doing, int otherAbsence, CancellationToken cancellationToken)
    {
        var objects = new List<JsonObject?>();
        foreach (var answer in await SendAsync(urls, doing, cancellationToken))
        {
            var found = answer.Status == GraphRefusal.NotFound || answer.Status == otherAbsence ? null
                : answer.Page ?? await http.FindAsync(answer.Url, doing, cancellationToken);
            if (found is not null)
            {
                await pages.CompleteAsync(found, doing, cancellationToken);
            }

            objects.Add(found);
        }

        return objects;
    }

    /// <summary>What came of each, in the order of the urls.</summary>
    public async Task<List<BatchAnswer>> SendAsync(IEnumerable<string> urls, string doing, CancellationToken cancellationToken)
    {
        var answers = new List<BatchAnswer>();
        foreach (var block in urls.Chunk(MostRequests))
        {
            var answer = await http.SendAsync(GraphCall.ReadByPost(GraphPath.Batch, doing, Envelope(block)), cancellationToken);
            var byId = answer.Items("responses").ToLookup(response => response.Text("id"));
            answers.AddRange(block.Select((url, index) => Read(url, byId[$"{index}"].FirstOrDefault())));
        }

        return answers;
    }

    private static BatchAnswer Read(string url, JsonObject? response)
    {
        var status = response.Whole("status");
        return new BatchAnswer(url, status, status == 200 ? (response?["body"] as JsonObject)?.DeepClone() as JsonObject : null);
    }

    private static JsonObject Envelope(string[] urls) => new()
    {
        ["requests"] = new JsonArray(
        [
            .. urls.Select((url, index) => new JsonObject
            {
                ["id"] = $"{index}",
                ["method"] = "GET",
                ["url"] = "/" + url,
                ["headers"] = new JsonObject { [GraphHttp.Preference] = GraphHttp.NewerLiterals },
            }),
        ]),
    };
}
