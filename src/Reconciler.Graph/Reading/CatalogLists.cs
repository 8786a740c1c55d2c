using Reconciler.Entitlements;
using Reconciler.Graph.Http;
using Reconciler.Graph.Wire;

namespace Reconciler.Graph.Reading;

/// <summary>The flat lists of a catalog as a batch answered them: they are short, and many catalogs are asked at once (contract 1.7, 21).</summary>
internal sealed record CatalogLists(WireValue Catalog, BatchAnswer Resources, BatchAnswer RoleAssignments, BatchAnswer Extensions)
{
    private const int Each = 3;

    public static async Task<List<CatalogLists>> ReadAsync(IReadOnlyList<WireValue> catalogs, GraphBatch batch, CancellationToken cancellationToken)
    {
        var urls = catalogs.SelectMany(catalog => Urls(catalog.Id())).ToList();
        var answers = await AnswersAsync(urls, batch, cancellationToken);
        return [.. catalogs.Zip(answers.Chunk(Each)).Select(one => new CatalogLists(one.First, one.Second[0], one.Second[1], one.Second[2]))];
    }

    private static string[] Urls(string id) =>
    [
        $"{GraphPath.ResourcesOf(id)}?$expand=environment",
        $"{GraphPath.RoleAssignments}?{OData.Filter($"appScopeId eq {OData.Literal(RoleAssignmentWire.ScopeOf(id))}")}",
        GraphPath.ExtensionsOf(id),
    ];

    // What a batch does not bring is asked for alone, and says what is wrong with it.
    private static async Task<List<BatchAnswer>> AnswersAsync(List<string> urls, GraphBatch batch, CancellationToken cancellationToken)
    {
        try
        {
            return await batch.SendAsync(urls, "reading the catalogs", cancellationToken);
        }
        catch (TenantException trouble) when (!trouble.EndsTheRun)
        {
            return urls.ConvertAll(url => new BatchAnswer(url, null, default));
        }
    }
}
