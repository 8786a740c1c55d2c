using System.Text.Json.Nodes;
using Reconciler.Graph.Wire;

namespace Reconciler.Graph.Http;

/// <summary>Reads many things at once, twenty a request and some requests beside each other (contract 1.7). What it returns outlives the answers.</summary>
internal sealed class GraphBatch(GraphHttp http, GraphPages pages)
{
    private const int MostRequests = 20;

    /// <summary>The lists, to their ends, in the order of the urls, which are relative.</summary>
    public async Task<List<List<WireValue>>> ListAsync(IEnumerable<string> urls, string doing, CancellationToken cancellationToken)
    {
        var lists = new List<List<WireValue>>();
        foreach (var answer in await SendAsync(urls, doing, cancellationToken))
        {
            lists.Add(await ListAsync(answer, doing, cancellationToken));
        }

        return lists;
    }

    /// <summary>One list to its end. One that failed is asked alone, which says what was refused; not one that the service was too busy for.</summary>
    public Task<List<WireValue>> ListAsync(BatchAnswer answer, string doing, CancellationToken cancellationToken) =>
        answer.Page.IsObject ? pages.RestAsync(answer.Page, doing, Keep, cancellationToken)
        : answer.Exhausted is { } refusal ? throw refusal
        : pages.ListAsync(answer.Url, doing, Keep, cancellationToken);

    /// <summary>The lists likewise; null where the service says that there is none, as of an owner that has gone.</summary>
    public async Task<List<List<WireValue>?>> FindListsAsync(IEnumerable<string> urls, string doing, CancellationToken cancellationToken)
    {
        var lists = new List<List<WireValue>?>();
        foreach (var answer in await SendAsync(urls, doing, cancellationToken))
        {
            lists.Add(answer.Status == GraphRefusal.NotFound ? null : await ListAsync(answer, doing, cancellationToken));
        }

        return lists;
    }

    /// <summary>The objects, with their expanded lists to the end, in the order of the urls; null where the service says that there is none.</summary>
    public Task<List<WireValue>> FindAsync(IEnumerable<string> urls, string doing, CancellationToken cancellationToken) =>
        FindAsync(urls, doing, GraphRefusal.NotFound, cancellationToken);

    /// <summary>The objects likewise, where another status says too that there is none.</summary>
    public async Task<List<WireValue>> FindAsync(IEnumerable<string> urls, string doing, int otherAbsence, CancellationToken cancellationToken)
    {
        var objects = new List<WireValue>();
        foreach (var answer in await SendAsync(urls, doing, cancellationToken))
        {
            objects.Add(answer.Status == otherAbsence ? default : await FindAsync(answer, doing, cancellationToken));
        }

        return objects;
    }

    /// <summary>One object; null where the service says that there is none.</summary>
    public async Task<WireValue> FindAsync(BatchAnswer answer, string doing, CancellationToken cancellationToken)
    {
        if (answer.Status == GraphRefusal.NotFound)
        {
            return default;
        }

        return answer.Page.IsObject ? await pages.WholeAsync(answer.Page, doing, cancellationToken)
            : answer.Exhausted is { } refusal ? throw refusal
            : await pages.FindAsync(answer.Url, doing, cancellationToken);
    }

    /// <summary>What came of each, in the order of the urls.</summary>
    public async Task<List<BatchAnswer>> SendAsync(IEnumerable<string> urls, string doing, CancellationToken cancellationToken)
    {
        var parts = urls.Select(url => new BatchPart(url)).ToList();
        await AskAsync(parts, doing, cancellationToken);
        for (var attempt = 1; attempt < http.MostAttempts && parts.FindAll(part => part.IsBusy) is { Count: > 0 } busy; attempt++)
        {
            if (!await http.WaitAsync(busy.Max(part => part.RetryAfter), busy[0].Status, attempt, cancellationToken))
            {
                break;
            }

            await AskAsync(busy, doing, cancellationToken);
        }

        return parts.ConvertAll(part => part.ToAnswer(doing));
    }

    private static WireValue Keep(WireValue value) => value.Kept();

    private Task AskAsync(List<BatchPart> parts, string doing, CancellationToken cancellationToken) =>
        ReadingLimit.EachAsync([.. parts.Chunk(MostRequests)], (block, _, token) => AskAsync(block, doing, token), cancellationToken);

    private async Task AskAsync(BatchPart[] block, string doing, CancellationToken cancellationToken)
    {
        using var answer = await pages.ReadAsync(GraphCall.ReadByPost(GraphPath.Batch, doing, Envelope(block)), cancellationToken);
        foreach (var response in answer.Root.Items("responses"))
        {
            if (int.TryParse(response.Text("id"), out var index) && index >= 0 && index < block.Length)
            {
                block[index].Take(response, doing);
            }
        }
    }

    private static JsonObject Envelope(BatchPart[] block) => new()
    {
        ["requests"] = new JsonArray(
        [
            .. block.Select((part, index) => new JsonObject
            {
                ["id"] = $"{index}",
                ["method"] = "GET",
                ["url"] = "/" + part.Url,
                ["headers"] = new JsonObject { [GraphHttp.Preference] = GraphHttp.NewerLiterals },
            }),
        ]),
    };
}
