using Reconciler.Entitlements;

namespace Reconciler.Planning.Matching;

/// <summary>Two resources that turn out to be one, because the one gives a name and the other an id: each would ask for attributes of its own.</summary>
internal static class ResourcesListedTwice
{
    public static void Check(IEnumerable<BoundEntity> entities, SourceMap sources, List<Diagnostic> diagnostics)
    {
        foreach (var entity in entities)
        {
            if (entity is not { IsWanted: true, Declaration.Entity: Catalog { Resources: { IsWritten: true, Value: var listed } } })
            {
                continue;
            }

            diagnostics.AddRange(listed.Select((held, index) => (held.Resource, Index: index)).Where(held => held.Resource.Id is not null)
                .GroupBy(held => held.Resource)
                .SelectMany(same => same.Skip(1))
                .Select(again => BindDiagnostics.ResourceListedTwice(sources.Find(entity.Key, $"resources[{again.Index}]"), entity.Key, again.Resource)));
        }
    }
}
