using Reconciler.Entitlements;
using Reconciler.Graph.Wire;

namespace Reconciler.Graph.Reading;

/// <summary>An access package with its policies. What it came without, because the service does not expand it in lists, is read apart.</summary>
/// <param name="Package">The package, without those that it excludes.</param>
/// <param name="Packages">The packages that it excludes; null where they did not all come with it.</param>
/// <param name="Groups">The groups that it excludes, likewise.</param>
internal sealed record PackageReading(ActualEntity Package, List<PolicyReading> Policies, IReadOnlyList<Reference>? Packages, IReadOnlyList<Reference>? Groups)
{
    private static readonly string[] Needed = [AccessPackageWire.Policies, AccessPackageWire.RoleScopes];

    public AccessPackage Entity => (AccessPackage)Package.Entity;

    /// <summary>What others call a package: by its name and its catalog's.</summary>
    public static Reference ToReference(ActualEntity package) =>
        new(ReferenceKind.Package, package.Entity.Key.Name, package.Id) { Catalog = package.Entity.Key.CatalogName };

    /// <summary>The packages, each before its policies.</summary>
    public static List<ActualEntity> Entities(IReadOnlyCollection<PackageReading> packages)
    {
        var entities = new List<ActualEntity>(packages.Count * 2);
        foreach (var package in packages)
        {
            entities.Add(package.Packages is not { Count: > 0 } && package.Groups is not { Count: > 0 } ? package.Package : package.Excluding);
            foreach (var policy in package.Policies)
            {
                entities.Add(policy.Policy);
            }
        }

        return entities;
    }

    public static PackageReading From(WireValue package, string catalog, string catalogId)
    {
        // What a service leaves out without a word would be made, or taken away, once more.
        if (Array.Find(Needed, list => !package[list].IsArray) is { } missing)
        {
            throw Unreadable(package, $"without its {missing}");
        }

        if (package["catalog"].Text("id") is { } other && !other.Means(catalogId))
        {
            throw Unreadable(package, $"as one of the catalog {other} in the place of {catalogId}");
        }

        var entity = AccessPackageWire.ToEntity(package, catalog, catalogId);
        var policies = new List<PolicyReading>();
        foreach (var policy in package.Items(AccessPackageWire.Policies))
        {
            policies.Add(PolicyReading.From(policy, (AccessPackage)entity.Entity, entity.Id));
        }

        return new PackageReading(
            entity,
            policies,
            MissingLists.Expanded(package, AccessPackageWire.IncompatiblePackages, AccessPackageWire.IncompatiblePackage),
            MissingLists.Expanded(package, AccessPackageWire.IncompatibleGroups, AccessPackageWire.IncompatibleGroup));
    }

    private static TenantException Unreadable(WireValue package, string how) =>
        new(TenantProblem.NotPermitted, $"Graph answered the access package \"{package.Text("displayName") ?? package.Id()}\" {how}.");

    private ActualEntity Excluding => Package with { Entity = Entity with { IncompatibleWith = (Packages ?? []).Concat(Groups ?? []).ToEquatableArray() } };
}
