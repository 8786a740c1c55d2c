using FsCheck;
using FsCheck.Fluent;
using Reconciler.Entitlements;
using Reconciler.Entitlements.Fields;

namespace Reconciler.ScenarioTests.Properties.Generating;

/// <summary>Makes up declarations: from nothing, or as what somebody makes of an earlier workspace.</summary>
internal static class Workspaces
{
    private static readonly Gen<EntityKey> CatalogKeys = Gen.Frequency(
        (3, Gen.Elements(Texts.Catalogs).Select(EntityKey.Catalog)), (1, Gen.Constant(EntityKey.Catalog(Catalog.BuiltInName))));

    private static readonly Gen<int> Dice = Gen.Choose(1, 100);

    public static Gen<Declaration[]> Fresh(int catalogs, int packages, int policies) =>
        from settings in Declared(Gen.Constant(EntityKey.Settings), Gen.Choose(-2, 1).Select(n => Math.Max(n, 0)))
        from roles in Declared(Gen.Constant(EntityKey.TenantRoles), Gen.Choose(-2, 1).Select(n => Math.Max(n, 0)))
        from organizations in Declared(Gen.Elements(Texts.Organizations).Select(EntityKey.Organization), Gen.Choose(0, catalogs - 1))
        from inTenant in Declared(CatalogKeys, Gen.Choose(0, catalogs))
        from extensions in Gen.CollectToArray(inTenant, catalog => Declared(
            Gen.Elements(Texts.Extensions).Select(name => EntityKey.Extension(catalog.Key.Name, name)), Gen.Elements(0, 1, 1, 2)))
        let places = inTenant.Select(d => d.Key.Name).Append(Catalog.BuiltInName).ToArray()
        from inCatalogs in Declared(
            from place in Gen.Elements(places) from name in Gen.Elements(Texts.Packages) select EntityKey.Package(place, name), Gen.Choose(0, packages))
        from inPackages in Gen.CollectToArray(inCatalogs, package => Declared(
            Gen.Elements(Texts.Policies).Select(name => EntityKey.Policy(package.Key.Path[0], package.Key.Path[1], name)), Gen.Choose(0, policies)))
        from assigned in Gen.CollectToArray(inCatalogs, package => Declared(
            Gen.Elements(KnownDirectory.Assignable.AsEnumerable()).Select(user => EntityKey.Assignment(package.Key.Path[0], package.Key.Path[1], user)), Gen.Elements(0, 0, 0, 0, 0, 1)))
        from all in Gen.CollectToArray(
            [.. settings, .. roles, .. organizations, .. inTenant, .. extensions.SelectMany(e => e), .. inCatalogs, .. inPackages.SelectMany(p => p), .. assigned.SelectMany(a => a)],
            Headed)
        select all;

    /// <summary>What becomes of declarations as people go on: some stay, change, go, are renamed, declared absent or let go; some are new.</summary>
    public static Gen<Declaration[]> After(EquatableArray<Declaration> before) =>
        from changed in Gen.CollectToArray(before.OrderBy(d => d.Key.Kind), Changed)
        from fresh in Gen.Frequency((1, Gen.Constant(Array.Empty<Declaration>())), (2, Fresh(1, 2, 1)))
        select InRenamedPlaces(before, changed).Concat(fresh).ToArray();

    private static Gen<Declaration[]> Declared(Gen<EntityKey> keys, Gen<int> counts) =>
        from count in counts
        from entities in Gen.ArrayOf(from key in keys from entity in Values.Entities(key) select new Declaration { Entity = entity }, count)
        select entities;

    /// <summary>What stands beside the settings; <see cref="Repair"/> takes away what the kind has not.</summary>
    private static Gen<Declaration> Headed(Declaration declaration) =>
        from dice in Dice
        from other in Dice
        from labels in Gen.SubListOf(Texts.Labels)
        select dice <= 3 ? declaration with { Ensure = Ensure.Elsewhere } : declaration with
        {
            Protect = other <= 2 ? true : other <= 4 ? false : default(Setting<bool>),
            Prune = other is > 8 and <= 14,
            Labels = dice > 90 ? [.. labels] : [],
        };

    /// <summary>Null where it is no longer declared.</summary>
    private static Gen<Declaration?> Changed(Declaration old)
    {
        var pool = old.Key.Kind switch
        {
            EntityKind.ConnectedOrganization => Texts.Organizations,
            EntityKind.Catalog => Texts.Catalogs,
            EntityKind.CustomExtension => Texts.Extensions,
            EntityKind.AccessPackage => Texts.Packages,
            _ => Texts.Policies,
        };
        var isNamed = old.Key.Kind is not (EntityKind.Settings or EntityKind.TenantRoles or EntityKind.DirectAssignment);
        return from dice in Dice
               from made in Values.Entities(old.Key)
               from name in Gen.Elements(pool)
               from mixed in Mixed(old.Entity, made)
               from drain in Gen.Elements(true, false)
               from headed in Headed(new Declaration { Entity = mixed })
               select dice switch
               {
                   <= 35 => old with { Previously = [] },
                   <= 66 => headed,
                   <= 74 => null,
                   <= 84 when isNamed => headed with { Entity = mixed.Under(old.Key.Named(name)), Previously = [old.Key.Name] },
                   <= 87 when isNamed => new Declaration { Entity = mixed.Under(old.Key.Named(name)) },
                   <= 94 when isNamed => new Declaration { Entity = old.Entity.Bare(), Ensure = Ensure.Absent, Drain = drain },
                   <= 97 when isNamed => new Declaration { Entity = old.Entity.Bare(), Ensure = Ensure.Unmanaged },
                   _ => new Declaration { Entity = made },
               };
    }

    /// <summary>Each setting from the one, the other, or not written.</summary>
    private static Gen<Entity> Mixed(Entity old, Entity made) => Language.Of(old.Key.Kind).Leaves.Where(leaf => leaf.Field.Without is not null).Aggregate(
        Gen.Constant(old.Bare()),
        (owners, leaf) =>
            from owner in owners
            from dice in Dice
            let value = dice <= 55 ? leaf.Get(old) : dice <= 90 ? leaf.Get(made) ?? leaf.Get(old) : null
            select value is null ? owner : leaf.With(owner, value));

    // A child is declared in its parent, under whatever name that has now.
    private static IEnumerable<Declaration> InRenamedPlaces(EquatableArray<Declaration> before, IEnumerable<Declaration?> changed)
    {
        var now = before.OrderBy(d => d.Key.Kind).Zip(changed).Where(pair => pair.Second is not null).ToDictionary(pair => pair.First.Key, pair => pair.Second?.Key ?? pair.First.Key);
        foreach (var (old, declaration) in before.OrderBy(d => d.Key.Kind).Zip(changed))
        {
            if (declaration is not null)
            {
                yield return declaration with { Entity = WithRenamed(declaration.Entity, now).Under(declaration.Key with { Path = [.. PlaceOf(old.Key, now), .. declaration.Key.Path.TakeLast(1)] }) };
            }
        }
    }

    private static IEnumerable<string> PlaceOf(EntityKey old, Dictionary<EntityKey, EntityKey> now) =>
        old.Parent is { } parent ? [.. PlaceOf(parent, now), NameOf(now, parent)] : [];

    /// <summary>With what it names called as that is called now.</summary>
    private static Entity WithRenamed(Entity entity, Dictionary<EntityKey, EntityKey> now) => References.Rewrite(entity, named => named.Kind switch
    {
        ReferenceKind.Organization => named with { Name = NameOf(now, EntityKey.Organization(named.Name ?? "")) },
        ReferenceKind.Package => named with
        {
            Name = NameOf(now, EntityKey.Package(named.Catalog ?? "", named.Name ?? "")),
            Catalog = NameOf(now, EntityKey.Catalog(named.Catalog ?? "")),
        },
        ReferenceKind.Extension when entity is AssignmentPolicy policy => named with { Name = NameOf(now, EntityKey.Extension(policy.Catalog, named.Name ?? "")) },
        ReferenceKind.Policy when entity is DirectAssignment assignment => named with { Name = NameOf(now, EntityKey.Policy(assignment.Catalog, assignment.Package, named.Name ?? "")) },
        _ => named,
    });

    private static string NameOf(Dictionary<EntityKey, EntityKey> now, EntityKey old) => now.GetValueOrDefault(old, old).Name;
}
