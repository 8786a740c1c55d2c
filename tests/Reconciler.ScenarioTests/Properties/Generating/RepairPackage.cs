using Reconciler.Entitlements;

namespace Reconciler.ScenarioTests.Properties.Generating;

/// <summary>An access package: it gives roles that there are of what its catalog lists, and excludes others that are there.</summary>
internal static class RepairPackage
{
    public static AccessPackage WithListedRoles(AccessPackage package, Declaration declaration, Neighbours all)
    {
        if (!package.ResourceRoles.IsWritten)
        {
            return package;
        }

        var resources = (ListedIn(package, all) ?? []).ToHashSet();
        var given = package.ResourceRoles.Value.Where(role => resources.Contains(role.Resource)).Select(role => role with { Role = RoleIn(role) });
        return package with { ResourceRoles = given.DistinctBy(role => (role.Resource, IdOf(role))).ToEquatableArray() };
    }

    public static Declaration WithOthers(Declaration declaration, Neighbours all) => declaration.Entity is AccessPackage { IncompatibleWith: { IsWritten: true, Value: var others } } package
        ? declaration with { Entity = package with { IncompatibleWith = others.Where(other => other.Kind == ReferenceKind.Group || IsThere(other, package, all)).ToEquatableArray() } }
        : declaration;

    private static bool IsThere(Reference other, AccessPackage package, Neighbours all) =>
        EntityKey.Package(other.Catalog ?? "", other.Name ?? "") is var key && key != package.Key && all.Present(key) is not null;

    private static IEnumerable<Reference>? ListedIn(AccessPackage package, Neighbours all)
    {
        var key = EntityKey.Catalog(package.Catalog);
        return Listed(all.Declared(key)) ?? (all.Declared(key) is { } declared ? Listed(all.Formerly(declared)) : Listed(all.Was.FirstOrDefault(d => d.Key == key)));
    }

    private static IEnumerable<Reference>? Listed(Declaration? catalog) =>
        catalog?.Entity is Catalog { Resources: { IsWritten: true, Value: var listed } } ? listed.Select(held => held.Resource) : null;

    /// <summary>A role that the resource has; of every third by its id, as a file may give it.</summary>
    private static Role RoleIn(ResourceRole given)
    {
        if (given.Role is Role.OfGroup of)
        {
            return KnownDirectory.HasEligibleRoles(given.Resource) || of.Kind <= GroupRole.Owner ? of : new Role.OfGroup(of.Kind - 2);
        }

        var (wanted, known) = ((Role.Named)given.Role, KnownDirectory.RolesOf(given.Resource));
        var role = known.FirstOrDefault(role => role.Name == wanted.Name || (role.Id is { } id && id == wanted.Id)) ?? ValidTexts.Pick(known, $"{wanted}");
        return wanted.Name is not null || role.Id is null ? new Role.Named(role.Name) : new Role.Named(null, role.Id);
    }

    private static string? IdOf(ResourceRole given) => given.Role is Role.Named named
        ? named.Id ?? KnownDirectory.RolesOf(given.Resource).First(role => role.Name == named.Name).Id ?? ""
        : $"{given.Role}";
}
