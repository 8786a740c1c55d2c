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
        var given = package.ResourceRoles.Value.Where(_ => resources.Count > 0).Select(role => RoleIn(resources.Contains(role.Resource) ? role : role with { Resource = ValidTexts.Pick([.. resources], $"{role}") }));
        return package with { ResourceRoles = given.DistinctBy(role => (role.Resource, IdOf(role))).ToEquatableArray() };
    }

    public static Declaration WithOthers(Declaration declaration, Neighbours all) => declaration.Entity is AccessPackage { IncompatibleWith: { IsWritten: true, Value: var others } } package
        ? declaration with { Entity = package with { IncompatibleWith = others.Select(other => There(other, package, all)).OfType<Reference>().Distinct().ToEquatableArray() } }
        : declaration;

    /// <summary>The package that is named, or another that there is.</summary>
    private static Reference? There(Reference other, AccessPackage package, Neighbours all)
    {
        if (other.Kind == ReferenceKind.Group || (EntityKey.Package(other.Catalog ?? "", other.Name ?? "") is var key && key != package.Key && all.Present(key) is not null))
        {
            return other;
        }

        var others = all.Now.Where(d => d.Key.Kind == EntityKind.AccessPackage && d.Key != package.Key && all.Present(d.Key) is not null).OrderBy(d => d.Key).Select(d => d.Key).ToList();
        return others.Count == 0 ? null : ValidTexts.Pick(others, $"{other}") is var one ? new Reference(ReferenceKind.Package, one.Name) { Catalog = one.Path[0] } : null;
    }

    private static IEnumerable<Reference>? ListedIn(AccessPackage package, Neighbours all)
    {
        var key = EntityKey.Catalog(package.Catalog);
        return Listed(all.Declared(key)) ?? (all.Declared(key) is { } declared ? Listed(all.Formerly(declared)) : Listed(all.Was.FirstOrDefault(d => d.Key == key)));
    }

    private static IEnumerable<Reference>? Listed(Declaration? catalog) =>
        catalog?.Entity is Catalog { Resources: { IsWritten: true, Value: var listed } } ? listed.Select(held => held.Resource) : null;

    /// <summary>A role that the resource has; of every third by its id, as a file may give it.</summary>
    private static ResourceRole RoleIn(ResourceRole given) => given with
    {
        Role = given.Resource.Kind == ReferenceKind.Group ? OfGroup(given) : Named(given),
    };

    private static Role.OfGroup OfGroup(ResourceRole given)
    {
        var kind = given.Role is Role.OfGroup of ? of.Kind : ValidTexts.Pick(Enum.GetValues<GroupRole>(), $"{given.Role}");
        return new Role.OfGroup(KnownDirectory.HasEligibleRoles(given.Resource) || kind <= GroupRole.Owner ? kind : kind - 2);
    }

    private static Role.Named Named(ResourceRole given)
    {
        var (wanted, known) = (given.Role as Role.Named ?? new Role.Named($"{given.Role}"), KnownDirectory.RolesOf(given.Resource));
        var role = known.FirstOrDefault(role => role.Name == wanted.Name || (role.Id is { } id && id == wanted.Id)) ?? ValidTexts.Pick(known, $"{wanted}");
        return wanted.Name is not null || role.Id is null ? new Role.Named(role.Name) : new Role.Named(null, role.Id);
    }

    private static string? IdOf(ResourceRole given) => given.Role is Role.Named named
        ? named.Id ?? KnownDirectory.RolesOf(given.Resource).First(role => role.Name == named.Name).Id ?? ""
        : $"{given.Role}";
}
