using Reconciler.Declarations.Messages;
using Reconciler.Entitlements;
using Reconciler.Entitlements.Fields;

namespace Reconciler.Declarations.Rules;

/// <summary>RCN100: a catalog that shall be gone takes its packages with it.</summary>
internal sealed class PackageIsInACatalogThatStays : ICheck
{
    public IEnumerable<Diagnostic> Check(Declaration declaration, EntitlementSet declared, SourceMap sources)
    {
        if (declaration.Entity is AccessPackage package && declared.Find(EntityKey.Catalog(package.Catalog)) is { Ensure: Ensure.Absent } catalog)
        {
            yield return CheckDiagnostics.CatalogIsDeleted(
                sources.Find(package.Key, "catalog"), package.Name, package.Catalog, sources.Find(catalog.Key, "ensure"));
        }
    }
}
