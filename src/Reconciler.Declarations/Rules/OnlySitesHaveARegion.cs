using Reconciler.Declarations.Messages;
using Reconciler.Entitlements;

namespace Reconciler.Declarations.Rules;

/// <summary>RCN131: a region is a site's (contract 4.2).</summary>
internal sealed class OnlySitesHaveARegion : ICheck
{
    public IEnumerable<Diagnostic> Check(Declaration declaration, EntitlementSet declared, SourceMap sources)
    {
        if (declaration.Entity is not Catalog { Resources: { IsWritten: true, Value: var resources } })
        {
            yield break;
        }

        for (var i = 0; i < resources.Count; i++)
        {
            if (resources[i] is { Geo.IsWritten: true, Resource.Kind: not ReferenceKind.Site })
            {
                yield return CheckDiagnostics.RegionOfNoSite(sources.Find(declaration.Key, $"resources[{i}].geo"), resources[i].Resource);
            }
        }
    }
}
