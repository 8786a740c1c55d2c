using System.Text.Json.Nodes;
using Reconciler.Entitlements;
using Reconciler.Graph.Http;
using Reconciler.Graph.Wire;

namespace Reconciler.Graph.Reading;

/// <summary>Asks the directory for the names of ids, a thousand at a time (contract 15).</summary>
internal sealed class DirectoryReader(GraphHttp http)
{
    private const int MostIds = 1000;

    public async Task<DirectoryNames> ReadAsync(IEnumerable<string> ids, Gaps gaps, CancellationToken cancellationToken)
    {
        var found = new List<Reference>();
        var unasked = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        foreach (var block in Blocks(ids))
        {
            if (await gaps.TryAsync<IReadOnlyList<Reference>?>(() => BlockAsync(block, cancellationToken), null) is { } answered)
            {
                found.AddRange(answered);
            }
            else
            {
                unasked.UnionWith(block);
            }
        }

        return new DirectoryNames(ById(found), unasked);
    }

    /// <summary>The objects that bear the ids, by id.</summary>
    public async Task<IReadOnlyDictionary<string, Reference>> FindAsync(IEnumerable<string> ids, CancellationToken cancellationToken)
    {
        var found = new List<Reference>();
        foreach (var block in Blocks(ids))
        {
            found.AddRange(await BlockAsync(block, cancellationToken) ?? []);
        }

        return ById(found);
    }

    // What is no GUID is no directory id, and one of those makes the service refuse all the others.
    private static IEnumerable<string[]> Blocks(IEnumerable<string> ids) =>
        ids.Where(id => Guid.TryParseExact(id, "D", out _))
            .Distinct(StringComparer.OrdinalIgnoreCase)
            .Order(StringComparer.OrdinalIgnoreCase)
            .Chunk(MostIds);

    private static Dictionary<string, Reference> ById(IEnumerable<Reference> found) =>
        found.DistinctBy(reference => reference.Id).ToDictionary(reference => reference.Id ?? "", StringComparer.OrdinalIgnoreCase);

    private async Task<IReadOnlyList<Reference>?> BlockAsync(string[] ids, CancellationToken cancellationToken)
    {
        var body = new JsonObject
        {
            ["ids"] = new JsonArray([.. ids.Select(id => JsonValue.Create(id))]),
            ["types"] = new JsonArray("user", "group", "servicePrincipal"),
        };
        var call = GraphCall.ReadByPost(GraphPath.Directory, "reading the names of users, groups and service principals", body);
        var answer = await http.SendAsync(call, cancellationToken);
        return [.. answer.Items("value").Select(DirectoryObjectWire.ToReference).OfType<Reference>()];
    }
}
