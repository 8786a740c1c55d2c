using System.Text.Json.Nodes;
using Reconciler.Graph.Wire;

namespace Reconciler.Graph.Http;

/// <summary>
/// Reads collections to their end. A link that leads elsewhere or in a circle is refused: a list cut short would look like absence.
/// </summary>
internal sealed class GraphPages(GraphHttp http)
{
    private const UriComponents Origin = UriComponents.SchemeAndServer | UriComponents.StrongPort;

    public async Task<List<JsonObject>> ListAsync(string url, string doing, CancellationToken cancellationToken) =>
        await RestAsync(await http.GetAsync(url, doing, cancellationToken), doing, cancellationToken);

    /// <summary>Everything from a first page on.</summary>
    public async Task<List<JsonObject>> RestAsync(JsonObject firstPage, string doing, CancellationToken cancellationToken)
    {
        var items = new List<JsonObject>();
        var followed = new HashSet<string>(StringComparer.Ordinal);
        for (var page = firstPage; ; page = await http.GetAsync(Next(page, followed, doing), doing, cancellationToken))
        {
            if (page["value"] is not JsonArray values)
            {
                throw GraphRefusal.Unreadable(doing, "Graph answered without a list.");
            }

            items.AddRange(values.OfType<JsonObject>());
            if (page[WireJson.NextLink] is null)
            {
                return items;
            }
        }
    }

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
            var all = await RestAsync(cut, doing, cancellationToken);
            owner[name] = new JsonArray([.. all.Select(item => item.DeepClone())]);
            owner.Remove(annotation);
        }
    }

    private static bool IsCut(string name) => name.Length > WireJson.NextLink.Length && name.EndsWith(WireJson.NextLink, StringComparison.Ordinal);

    private string Next(JsonObject page, HashSet<string> followed, string doing)
    {
        var link = page.Text(WireJson.NextLink) ?? "";
        if (!Uri.TryCreate(link, UriKind.Absolute, out var next) || !IsSameOrigin(next))
        {
            throw GraphRefusal.Unreadable(
                doing, $"the link to the next page leads away from {http.Root.GetLeftPart(UriPartial.Authority)}: \"{link}\".");
        }

        return followed.Add(link)
            ? link
            : throw GraphRefusal.Unreadable(doing, "the links from page to page go in a circle.");
    }

    private bool IsSameOrigin(Uri next) =>
        next.UserInfo.Length == 0
        && Uri.Compare(http.Root, next, Origin, UriFormat.SafeUnescaped, StringComparison.OrdinalIgnoreCase) == 0;
}
