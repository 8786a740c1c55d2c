using Reconciler.Declarations.Messages;
using Reconciler.Entitlements;

namespace Reconciler.Declarations.Rules;

/// <summary>RCN101: a package gives roles of what its catalog lists. Where the catalog lists nothing, only the tenant can tell.</summary>
internal sealed class ResourceIsInItsCatalog : ICheck
{
    public IEnumerable<Diagnostic> Check(Declaration declaration, EntitlementSet declared, SourceMap sources)
    {
        if (declaration.Entity is not AccessPackage { ResourceRoles.IsWritten: true } package
            || declared.Find(EntityKey.Catalog(package.Catalog))?.Entity is not Catalog { Resources.IsWritten: true } catalog)
        {
            return [];
        }

        var listed = catalog.Resources.Value.Select(held => held.Resource).ToList();
        return package.ResourceRoles.Value
            .Select((role, index) => (role.Resource, Index: index))
            .Where(given => !listed.Any(resource => IsSame(resource, given.Resource)))
            .Select(given => CheckDiagnostics.ResourceNotInCatalog(
                sources.Find(package.Key, $"resourceRoles[{given.Index}].resource"),
                given.Resource,
                catalog.Name,
                sources.Find(catalog.Key, "resources"),
                Nearest.To(given.Resource.Name ?? "", listed.Where(r => r.Kind == given.Resource.Kind).Select(r => r.Name).OfType<string>())));
    }

    // Where only one of the two has an id, the name has to do: the tenant tells whether they are one.
    private static bool IsSame(Reference listed, Reference given) =>
        listed.Kind == given.Kind
        && (listed.Id is not null && given.Id is not null ? listed.Equals(given) : NameComparer.Instance.Equals(listed.Name, given.Name));
}
