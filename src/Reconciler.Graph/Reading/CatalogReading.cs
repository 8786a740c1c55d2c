using Reconciler.Entitlements;

namespace Reconciler.Graph.Reading;

/// <summary>A catalog with what is in it. Whatever it names it names by id alone.</summary>
internal sealed record CatalogReading(ActualEntity Catalog, IReadOnlyList<ActualEntity> Extensions, IReadOnlyList<PackageReading> Packages)
{
    /// <summary>What others may name of it.</summary>
    public IEnumerable<Reference> References =>
        Packages.Select(package => package.AsReference)
            .Concat(Extensions.Select(extension => new Reference(ReferenceKind.Extension, extension.Entity.Key.Name, extension.Id)));

    /// <summary>Everything that it names.</summary>
    public void Collect(NamedIds ids)
    {
        ids.Add(Catalog.Entity);
        foreach (var package in Packages)
        {
            package.Collect(ids);
        }
    }

    /// <summary>The entities, in the order in which they were listed, with the names of what they name.</summary>
    public IEnumerable<ActualEntity> Entities(TenantNames names) =>
        [names.Named(Catalog), .. Extensions, .. Packages.SelectMany(package => package.Entities(names))];
}
