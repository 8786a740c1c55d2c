using Reconciler.Entitlements;
using Reconciler.Graph.Http;
using Reconciler.Graph.Wire;

namespace Reconciler.Graph.Reading;

/// <summary>Reads the lists of objects that a listing came without, because the service refuses or ignores to expand them (contract 1.3).</summary>
internal sealed class MissingLists(GraphHttp http, GraphBatch batch)
{
    // As many objects of the directory as are expanded at most, without a word about the rest: who has so many may have more.
    private const int MostExpanded = 20;

    /// <summary>Whether an object came with a list, be it none.</summary>
    public static bool Holds(WireValue owner, string list) => owner.Has(list) && (owner[list].IsArray || owner[list].IsNull);

    /// <summary>The list as it came with its owner; null where it did not, or not for certain as a whole.</summary>
    public static IReadOnlyList<Reference>? Expanded(WireValue owner, string list, Func<WireValue, Reference> map) =>
        !Holds(owner, list) || owner.Count(list) >= MostExpanded ? null : owner.Made<Reference>(list, map);

    /// <summary>
    /// The owners with their lists filled in; without those that have vanished meanwhile.
    /// </summary>
    /// <param name="missing">The lists that an owner came without.</param>
    /// <param name="fill">The owner with one of its lists.</param>
    public async Task<List<T>> FillAsync<T>(
        IReadOnlyList<T> owners, Func<T, ActualEntity> entity, Func<string, string> path, Func<T, string[]> missing,
        Func<T, string, List<WireValue>, T> fill, string doing, CancellationToken cancellationToken)
        where T : class
    {
        var asked = new List<(int Index, string List, string Id)>();
        for (var index = 0; index < owners.Count; index++)
        {
            foreach (var list in missing(owners[index]))
            {
                asked.Add((index, list, entity(owners[index]).Id));
            }
        }

        var found = await batch.FindListsAsync(asked.Select(one => $"{path(one.Id)}/{one.List}"), doing, cancellationToken);
        var filled = new List<T?>(owners);
        foreach (var ((index, list, id), items) in asked.Zip(found))
        {
            if (filled[index] is not { } owner)
            {
                continue;
            }

            // A 404 means absence only when the owner itself says so too.
            filled[index] = items is not null ? fill(owner, list, items)
                : await http.FindAsync(path(id), doing, cancellationToken) is null ? null
                : throw GraphRefusal.Unreadable(doing, $"Graph knows \"{entity(owner).Entity.Key.Name}\" and not its {list}.");
        }

        return [.. filled.OfType<T>()];
    }
}
