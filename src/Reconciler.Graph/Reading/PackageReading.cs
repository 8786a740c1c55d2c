using Reconciler.Entitlements;
using Reconciler.Graph.Wire;

namespace Reconciler.Graph.Reading;

/// <summary>An access package with its policies. What it came without, because the service does not expand it in lists, is read apart.</summary>
/// <param name="Package">The package, without those that it excludes.</param>
/// <param name="Packages">The packages that it excludes; null where they did not all come with it.</param>
/// <param name="Groups">The groups that it excludes, likewise.</param>
internal sealed record PackageReading(ActualEntity Package, List<PolicyReading> Policies, IReadOnlyList<Reference>? Packages, IReadOnlyList<Reference>? Groups)
{
    public AccessPackage Entity => (AccessPackage)Package.Entity;

    /// <summary>What others call it: by its name and its catalog's.</summary>
    public Reference AsReference => new(ReferenceKind.Package, Entity.Name, Package.Id) { Catalog = Entity.Catalog };

    public static PackageReading From(WireValue package, string catalog, string catalogId)
    {
        var entity = AccessPackageWire.ToEntity(package, catalog, catalogId);
        var policies = package.Items(AccessPackageWire.Policies).Select(policy => PolicyReading.From(policy, (AccessPackage)entity.Entity, entity.Id));
        return new PackageReading(
            entity,
            [.. policies],
            MissingLists.Expanded(package, AccessPackageWire.IncompatiblePackages, AccessPackageWire.IncompatiblePackage),
            MissingLists.Expanded(package, AccessPackageWire.IncompatibleGroups, AccessPackageWire.IncompatibleGroup));
    }

    public void Collect(NamedIds ids)
    {
        ids.Add(Package.Entity);
        ids.Add(Packages ?? []);
        ids.Add(Groups ?? []);
        foreach (var policy in Policies)
        {
            ids.Add(policy.Policy.Entity);
        }
    }

    public IEnumerable<ActualEntity> Entities(TenantNames names)
    {
        var whole = Packages is not { Count: > 0 } && Groups is not { Count: > 0 } ? Package
            : Package with { Entity = Entity with { IncompatibleWith = (Packages ?? []).Concat(Groups ?? []).ToEquatableArray() } };
        yield return names.Named(whole);
        foreach (var policy in Policies)
        {
            yield return policy.Named(names);
        }
    }
}
