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
        from inTenant in Declared(CatalogKeys, Gen.Choose(0, catalogs))
        let places = inTenant.Select(d => d.Key.Name).Append(Catalog.BuiltInName).ToArray()
        from inCatalogs in Declared(
            from place in Gen.Elements(places) from name in Gen.Elements(Texts.Packages) select EntityKey.Package(place, name), Gen.Choose(0, packages))
        from inPackages in Gen.CollectToArray(inCatalogs, package => Declared(
            Gen.Elements(Texts.Policies).Select(name => EntityKey.Policy(package.Key.Path[0], package.Key.Path[1], name)), Gen.Choose(0, policies)))
        select settings.Concat(inTenant).Concat(inCatalogs).Concat(inPackages.SelectMany(p => p)).ToArray();

    /// <summary>What becomes of declarations as people go on: some stay, change, go, are renamed, declared absent or let go; some are new.</summary>
    public static Gen<Declaration[]> After(EquatableArray<Declaration> before) =>
        from changed in Gen.CollectToArray(before.OrderBy(d => d.Key.Kind), Changed)
        from fresh in Gen.Frequency((1, Gen.Constant(Array.Empty<Declaration>())), (2, Fresh(1, 2, 1)))
        select InRenamedPlaces(before, changed).Concat(fresh).ToArray();

    private static Gen<Declaration[]> Declared(Gen<EntityKey> keys, Gen<int> counts) =>
        from count in counts
        from entities in Gen.ArrayOf(from key in keys from entity in Values.Entities(key) select new Declaration { Entity = entity }, count)
        select entities;

    /// <summary>Null where it is no longer declared.</summary>
    private static Gen<Declaration?> Changed(Declaration old)
    {
        var pool = old.Key.Kind switch { EntityKind.Catalog => Texts.Catalogs, EntityKind.AccessPackage => Texts.Packages, _ => Texts.Policies };
        return from dice in Dice
               from made in Values.Entities(old.Key)
               from name in Gen.Elements(pool)
               from mixed in Mixed(old.Entity, made)
               select dice switch
               {
                   <= 35 => old with { Previously = [] },
                   <= 66 => new Declaration { Entity = mixed },
                   <= 74 => null,
                   <= 84 when old.Key.Kind != EntityKind.Settings => new Declaration { Entity = mixed.Under(old.Key.Named(name)), Previously = [old.Key.Name] },
                   <= 87 when old.Key.Kind != EntityKind.Settings => new Declaration { Entity = mixed.Under(old.Key.Named(name)) },
                   <= 94 when old.Key.Kind != EntityKind.Settings => new Declaration { Entity = old.Entity.Bare(), Ensure = Ensure.Absent },
                   <= 97 when old.Key.Kind != EntityKind.Settings => new Declaration { Entity = old.Entity.Bare(), Ensure = Ensure.Unmanaged },
                   _ => new Declaration { Entity = made },
               };
    }

    /// <summary>Each setting from the one, the other, or not written.</summary>
    private static Gen<Entity> Mixed(Entity old, Entity made) => Language.Of(old.Key.Kind).Settings.Aggregate(
        Gen.Constant((object)old.Bare()),
        (owners, field) =>
            from owner in owners
            from dice in Dice
            let value = dice <= 55 ? field.Get(old) : dice <= 90 ? field.Get(made) ?? field.Get(old) : null
            select value is null ? owner : field.With(owner, value)).Select(entity => (Entity)entity);

    // A child is declared in its parent, under whatever name that has now.
    private static IEnumerable<Declaration> InRenamedPlaces(EquatableArray<Declaration> before, IEnumerable<Declaration?> changed)
    {
        var now = before.OrderBy(d => d.Key.Kind).Zip(changed).Where(pair => pair.Second is not null).ToDictionary(pair => pair.First.Key, pair => pair.Second?.Key ?? pair.First.Key);
        foreach (var (old, declaration) in before.OrderBy(d => d.Key.Kind).Zip(changed))
        {
            if (declaration is not null)
            {
                IEnumerable<string> parent = old.Key.Kind switch
                {
                    EntityKind.AccessPackage => [NameOf(now, EntityKey.Catalog(old.Key.Path[0]))],
                    EntityKind.AssignmentPolicy => [NameOf(now, EntityKey.Catalog(old.Key.Path[0])), NameOf(now, EntityKey.Package(old.Key.Path[0], old.Key.Path[1]))],
                    _ => [],
                };
                yield return declaration with { Entity = declaration.Entity.Under(declaration.Key with { Path = [.. parent, .. declaration.Key.Path.TakeLast(1)] }) };
            }
        }
    }

    private static string NameOf(Dictionary<EntityKey, EntityKey> now, EntityKey old) => now.GetValueOrDefault(old, old).Name;
}
