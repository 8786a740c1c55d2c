using System.Text.Json.Nodes;
using Reconciler.Entitlements;
using Reconciler.Graph.Wire;

namespace Reconciler.Graph.Http;

/// <summary>
/// Reads collections to their end. A link that leads elsewhere or in a circle is refused: a list cut short would look like absence.
/// </summary>
internal sealed class GraphPages
{
    private const UriComponents Origin = UriComponents.SchemeAndServer | UriComponents.StrongPort;

    // A page can be empty and not the last; a list that has nothing but such pages has no end.
    private const int MostEmptyPages = 100;

    private readonly GraphHttp _http;
    private readonly ReadingLimit _limit;
    private readonly UnnamedReferences? _references;

    public GraphPages(GraphHttp http)
        : this(http, new ReadingLimit(), null)
    {
    }

    private GraphPages(GraphHttp http, ReadingLimit limit, UnnamedReferences? references) => (_http, _limit, _references) = (http, limit, references);

    /// <summary>The same for one reading of a tenant, which notes what is named without a name.</summary>
    public GraphPages Noting(UnnamedReferences references) => new(_http, _limit, references);

    /// <summary>The answer as it came, when it is its turn; to be disposed of once it was made something of.</summary>
    public Task<WireDocument> ReadAsync(GraphCall call, CancellationToken cancellationToken) =>
        _limit.InTurnAsync(() => _http.ReadAsync(call, _references, cancellationToken), cancellationToken);

    /// <summary>Everything that is listed, each as <paramref name="map"/> makes something of it while its page is there; its own lists are never cut.</summary>
    public Task<List<T>> ListAsync<T>(string url, string doing, Func<WireValue, T> map, CancellationToken cancellationToken) =>
        ListAsync(url, doing, map, memory: null, cancellationToken);

    /// <summary>The same, by a reader that remembers.</summary>
    public async Task<List<T>> ListAsync<T>(string url, string doing, Func<WireValue, T> map, WireMemory? memory, CancellationToken cancellationToken)
    {
        var items = new List<T>();
        await AddAsync(items, url, [], doing, map, memory, cancellationToken);
        return items;
    }

    /// <summary>Everything from a first page on.</summary>
    public async Task<List<T>> RestAsync<T>(WireValue firstPage, string doing, Func<WireValue, T> map, CancellationToken cancellationToken)
    {
        var (items, followed) = (new List<T>(), new HashSet<string>(StringComparer.Ordinal));
        var next = NextOf(firstPage, followed, doing);
        await TakeAsync(items, firstPage, doing, map, cancellationToken);
        await AddAsync(items, next, followed, doing, map, memory: null, cancellationToken);
        return items;
    }

    /// <summary>Everything that is listed, as objects that can be changed.</summary>
    public Task<List<JsonObject>> ListAsync(string url, string doing, CancellationToken cancellationToken) =>
        ListAsync(url, doing, item => item.ToNode(), cancellationToken);

    /// <summary>The object with its expanded lists to their ends.</summary>
    public async ValueTask<WireValue> WholeAsync(WireValue value, string doing, CancellationToken cancellationToken)
    {
        if (!value.MayBeCut())
        {
            return value;
        }

        var owner = value.ToNode();
        await CompleteAllAsync(owner, doing, cancellationToken);
        return WireValue.Answered(owner, _references);
    }

    /// <summary>One object, with its expanded lists to their ends; null where the service says that there is none. It outlives the answer.</summary>
    public async Task<WireValue> FindAsync(string url, string doing, CancellationToken cancellationToken) =>
        await _http.FindAsync(url, doing, cancellationToken) is { } found
            ? await WholeAsync(WireValue.Answered(found, _references), doing, cancellationToken)
            : default;

    /// <summary>Fills up the expanded collections of an object that were cut (contract 1.4).</summary>
    public async Task CompleteAsync(JsonObject owner, string doing, CancellationToken cancellationToken)
    {
        foreach (var annotation in owner.Select(member => member.Key).Where(IsCut).ToList())
        {
            var name = annotation[..^WireJson.NextLink.Length];
            var cut = new JsonObject
            {
                ["value"] = owner[name]?.DeepClone() ?? new JsonArray(),
                [WireJson.NextLink] = owner[annotation]?.DeepClone(),
            };
            owner[name] = new JsonArray([.. await RestAsync(cut, doing, item => item.ToNode(), cancellationToken)]);
            owner.Remove(annotation);
        }
    }

    private static bool IsCut(string name) => name.Length > WireJson.NextLink.Length && name.EndsWith(WireJson.NextLink, StringComparison.Ordinal);

    private async Task CompleteAllAsync(JsonObject owner, string doing, CancellationToken cancellationToken)
    {
        await CompleteAsync(owner, doing, cancellationToken);
        foreach (var inner in owner.SelectMany(member => member.Value is JsonArray items ? items.ToList() : [member.Value]).OfType<JsonObject>())
        {
            await CompleteAllAsync(inner, doing, cancellationToken);
        }
    }

    /// <summary>Asks for the next page before something is made of the one that is there, so that neither waits for the other.</summary>
    private async Task AddAsync<T>(
        List<T> items, string? first, HashSet<string> followed, string doing, Func<WireValue, T> map, WireMemory? memory, CancellationToken cancellationToken)
    {
        using var ending = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var coming = first is null ? null : ReadAsync(GraphCall.Get(first, doing), ending.Token);
        var empty = 0;
        while (coming is not null)
        {
            using var page = await coming;
            page.Memory = memory;
            empty = page.Root.Items("value").Count == 0 ? empty + 1 : 0;
            if (empty > MostEmptyPages)
            {
                throw GraphRefusal.Unreadable(doing, $"{MostEmptyPages} pages on end were empty, and there was always a next one.");
            }

            coming = NextOf(page.Root, followed, doing) is { } next ? ReadAsync(GraphCall.Get(next, doing), ending.Token) : null;
            try
            {
                await TakeAsync(items, page.Root, doing, map, cancellationToken);
            }
            catch when (coming is not null)
            {
                await ending.CancelAsync();
                await GiveUpAsync(coming);
                throw;
            }
        }
    }

    private static async Task GiveUpAsync(Task<WireDocument> coming)
    {
        try
        {
            (await coming).Dispose();
        }
        catch (Exception why) when (why is TenantException or OperationCanceledException)
        {
            // What went wrong before is told.
        }
    }

    private async Task TakeAsync<T>(List<T> items, WireValue page, string doing, Func<WireValue, T> map, CancellationToken cancellationToken)
    {
        var values = page.Items("value");
        items.EnsureCapacity(items.Count + values.Count);
        foreach (var value in values)
        {
            items.Add(map(await WholeAsync(value, doing, cancellationToken)));
        }
    }

    /// <summary>Where the list goes on; null at its end.</summary>
    private string? NextOf(WireValue page, HashSet<string> followed, string doing) => !page["value"].IsArray
        ? throw GraphRefusal.Unreadable(doing, "Graph answered without a list.")
        : page[WireJson.NextLink].IsNull ? null : Next(page, followed, doing);

    private string Next(WireValue page, HashSet<string> followed, string doing)
    {
        var link = page.Text(WireJson.NextLink) ?? "";
        if (!Uri.TryCreate(link, UriKind.Absolute, out var next) || !IsSameOrigin(next))
        {
            throw GraphRefusal.Unreadable(
                doing, $"the link to the next page leads away from {_http.Root.GetLeftPart(UriPartial.Authority)}: \"{link}\".");
        }

        return followed.Add(link)
            ? link
            : throw GraphRefusal.Unreadable(doing, "the links from page to page go in a circle.");
    }

    private bool IsSameOrigin(Uri next) =>
        next.UserInfo.Length == 0
        && Uri.Compare(_http.Root, next, Origin, UriFormat.SafeUnescaped, StringComparison.OrdinalIgnoreCase) == 0;
}
