using Reconciler.Entitlements;

namespace Reconciler.Graph.Reading;

/// <summary>A catalog with what is in it. What it names has no name until all is read.</summary>
/// <param name="Packages">The access packages, each before its policies.</param>
internal sealed record CatalogReading(ActualEntity Catalog, IReadOnlyList<ActualEntity> Extensions, IReadOnlyList<ActualEntity> Packages)
{
    /// <summary>What others may name of it.</summary>
    /// <param name="packages">The ids of access packages that somebody names.</param>
    public IEnumerable<Reference> References(IReadOnlySet<string> packages) =>
        (packages.Count == 0 ? [] : Packages.Where(actual => actual.Entity is AccessPackage && packages.Contains(actual.Id)).Select(PackageReading.ToReference))
            .Concat(Extensions.Select(extension => new Reference(ReferenceKind.Extension, extension.Entity.Key.Name, extension.Id)));

    /// <summary>The entities, in the order in which they were listed.</summary>
    public IEnumerable<ActualEntity> Entities => [Catalog, .. Extensions, .. Packages];
}
