using System.Collections.Concurrent;
using System.Text.Json.Nodes;
using Reconciler.Entitlements;
using Reconciler.Graph.Http;
using Reconciler.Graph.Wire;

namespace Reconciler.Graph.Reading;

/// <summary>Asks the directory for the names of ids, a thousand at a time (contract 15). What a reading has asked for is not asked again after it.</summary>
internal sealed class DirectoryReader(GraphPages pages)
{
    private const int MostIds = 1000;

    private IReadOnlyDictionary<string, Reference?> _known = new Dictionary<string, Reference?>();

    /// <summary>Asks anew, whatever was known: a snapshot is of one time.</summary>
    public async Task<DirectoryNames> ReadAsync(IEnumerable<string> ids, Gaps gaps, CancellationToken cancellationToken)
    {
        var asked = new ConcurrentDictionary<string, Reference?>(StringComparer.OrdinalIgnoreCase);
        var unasked = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        await ReadingLimit.EachAsync(
            Blocks(ids),
            async (block, _, token) =>
            {
                if (await gaps.TryAsync(async () => (IReadOnlyList<Reference>?)await BlockAsync(block, token), null) is { } answered)
                {
                    Remember(asked, block, answered);
                    return;
                }

                lock (unasked)
                {
                    unasked.UnionWith(block);
                }
            },
            cancellationToken);
        _known = asked;
        return new DirectoryNames(Found(asked), unasked);
    }

    /// <summary>The objects that bear the ids, by id.</summary>
    public async Task<IReadOnlyDictionary<string, Reference>> FindAsync(IEnumerable<string> ids, CancellationToken cancellationToken)
    {
        var known = _known;
        var asked = new ConcurrentDictionary<string, Reference?>(known, StringComparer.OrdinalIgnoreCase);
        await ReadingLimit.EachAsync(
            Blocks(ids.Where(id => !known.ContainsKey(id))),
            async (block, _, token) => Remember(asked, block, await BlockAsync(block, token)),
            cancellationToken);
        return Found(asked);
    }

    // What is no GUID is no directory id, and one of those makes the service refuse all the others.
    private static List<string[]> Blocks(IEnumerable<string> ids) =>
    [
        .. ids.Where(id => Guid.TryParseExact(id, "D", out _))
            .Distinct(StringComparer.OrdinalIgnoreCase)
            .Order(StringComparer.OrdinalIgnoreCase)
            .Chunk(MostIds),
    ];

    private static void Remember(ConcurrentDictionary<string, Reference?> asked, string[] block, IReadOnlyList<Reference> answered)
    {
        foreach (var id in block)
        {
            asked[id] = null;
        }

        foreach (var reference in answered)
        {
            asked[reference.Id ?? ""] = reference;
        }
    }

    private static Dictionary<string, Reference> Found(ConcurrentDictionary<string, Reference?> asked)
    {
        var found = new Dictionary<string, Reference>(StringComparer.OrdinalIgnoreCase);
        foreach (var (id, reference) in asked)
        {
            if (reference is not null)
            {
                found[id] = reference;
            }
        }

        return found;
    }

    private async Task<IReadOnlyList<Reference>> BlockAsync(string[] ids, CancellationToken cancellationToken)
    {
        var body = new JsonObject
        {
            ["ids"] = new JsonArray([.. ids.Select(id => JsonValue.Create(id))]),
            ["types"] = new JsonArray("user", "group", "servicePrincipal"),
        };
        const string Doing = "reading the names of users, groups and service principals";
        using var answer = await pages.ReadAsync(GraphCall.ReadByPost(GraphPath.Directory, Doing, body), cancellationToken);

        // Who is left out is taken for deleted: half of an answer, or one to another question, would take access away from those who are there.
        if (!answer.Root["value"].IsArray || !answer.Root[WireJson.NextLink].IsNull)
        {
            throw GraphRefusal.Unreadable(Doing, "Graph answered without a whole list.");
        }

        var (asked, found) = (ids.ToHashSet(StringComparer.OrdinalIgnoreCase), new List<Reference>());
        foreach (var one in answer.Root.Items("value"))
        {
            found.Add(asked.Remove(one.Id())
                ? DirectoryObjectWire.ToReference(one) ?? throw GraphRefusal.Unreadable(Doing, $"Graph answered an object of the type \"{one.TypeName()}\" where users, groups and service principals were asked for.")
                : throw GraphRefusal.Unreadable(Doing, "Graph answered an object that was not asked for, or one twice."));
        }

        return found;
    }
}
