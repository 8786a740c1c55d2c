using Reconciler.Declarations.Messages;
using Reconciler.Entitlements;

namespace Reconciler.Declarations.Rules;

/// <summary>RCN104: a policy for users from outside needs a catalog that is enabled for them.</summary>
internal sealed class OutsidersCanUseTheCatalog : ICheck
{
    public IEnumerable<Diagnostic> Check(Declaration declaration, EntitlementSet declared, SourceMap sources)
    {
        if (declaration.Entity is AssignmentPolicy { Requestors: { IsWritten: true, Value.Who: var who } } policy && Outsiders.Are(who)
            && declared.Find(EntityKey.Catalog(policy.Catalog))?.Entity is Catalog { EnabledForExternalUsers: { IsWritten: true, Value: false } } catalog)
        {
            yield return CheckDiagnostics.CatalogIsInternal(sources.Find(policy.Key, "requestors.who"), catalog.Name);
        }
    }
}
