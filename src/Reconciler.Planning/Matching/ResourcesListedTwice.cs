using Reconciler.Entitlements;

namespace Reconciler.Planning.Matching;

/// <summary>Two resources that turn out to be one, because the one gives a name and the other an id: each would ask for attributes of its own.</summary>
internal static class ResourcesListedTwice
{
    public static void Check(IEnumerable<BoundEntity> entities, SourceMap sources, List<Diagnostic> diagnostics)
    {
        foreach (var entity in entities)
        {
            if (entity is not { IsWanted: true, Key.Kind: EntityKind.Catalog, Declaration.Entity: Catalog { Resources: { IsWritten: true, Value: var listed } } })
            {
                continue;
            }

            // Two that ask for the same are one that is written twice.
            diagnostics.AddRange(listed.Select((held, index) => (Held: held, Index: index)).Where(listing => listing.Held.Resource.Id is not null)
                .GroupBy(listing => listing.Held.Resource)
                .SelectMany(same => same.Where(again => !again.Held.Equals(same.First().Held)))
                .Select(again => BindDiagnostics.ResourceListedTwice(sources.Find(entity.Key, $"resources[{again.Index}]"), entity.Key, again.Held.Resource)));
        }
    }
}
