using System.Text.Json.Nodes;
using Reconciler.Graph.Http;
using Reconciler.Graph.Wire;

namespace Reconciler.Graph.Reading;

/// <summary>Fills in the lists of objects that a listing came without, because the service refuses or ignores to expand them (contract 1.3).</summary>
internal sealed class MissingLists(GraphHttp http, GraphBatch batch)
{
    // As many objects of the directory as are expanded at most, without a word about the rest: who has so many may have more.
    private const int MostExpanded = 20;

    /// <summary>The objects with all the lists, without those that have vanished meanwhile.</summary>
    public async Task<List<JsonObject>> FillAsync(
        IReadOnlyCollection<JsonObject> owners, Func<string, string> path, string[] lists, string doing, CancellationToken cancellationToken)
    {
        var missing = owners.SelectMany(owner => lists.Where(list => IsMissing(owner, list)).Select(list => (owner, list))).ToList();
        var found = await batch.FindListsAsync(missing.Select(one => $"{path(one.owner.Id())}/{one.list}"), doing, cancellationToken);
        var gone = new HashSet<JsonObject>();
        foreach (var ((owner, list), items) in missing.Zip(found))
        {
            if (items is not null)
            {
                owner[list] = new JsonArray([.. items.Select(item => item.DeepClone())]);
            }
            else if (gone.Contains(owner) || await http.FindAsync(path(owner.Id()), doing, cancellationToken) is null)
            {
                gone.Add(owner);
            }
            else
            {
                throw GraphRefusal.Unreadable(doing, $"Graph knows \"{owner.Text("displayName")}\" and not its {list}.");
            }
        }

        return [.. owners.Where(owner => !gone.Contains(owner))];
    }

    private static bool IsMissing(JsonObject owner, string list) => !owner.ContainsKey(list) || owner[list] is JsonArray { Count: >= MostExpanded };
}
