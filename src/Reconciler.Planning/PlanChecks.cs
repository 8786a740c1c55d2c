using Reconciler.Entitlements;
using Reconciler.Entitlements.Fields;
using Reconciler.Planning.Comparing;
using Reconciler.Planning.Matching;

namespace Reconciler.Planning;

/// <summary>What makes a plan impossible although both sides are understood.</summary>
internal static class PlanChecks
{
    public static IEnumerable<Diagnostic> Check(BoundState state, IReadOnlyCollection<PlannedChange> changes) =>
        NeededToCreate(changes, state).Concat(NowhereToCreate(state, changes)).Concat(CatalogsWithPackages(state, changes)).Concat(ResourcesInUse(state, changes))
            .Concat(NamesWhatGoes(state, changes)).Concat(Impossible(changes)).Concat(AssignedOtherwise(state)).Concat(StillNamed.Check(state, changes)).Concat(SecondAutomatic.Check(state))
            .Concat(NobodyOwns(state)).Concat(WouldBePruned(state));

    private static IEnumerable<Diagnostic> NeededToCreate(IEnumerable<PlannedChange> changes, BoundState state) =>
        from change in changes.OfType<PlannedChange.Create>()
        let table = Language.Of(change.Key.Kind)
        let missing = table.NeededToCreate.Where(needed => needed.All(key => table.Setting(key).Get(change.Declared) is null)).ToList()
        where missing.Count > 0
        select PlanDiagnostics.NeededToCreate(state.Sources.Find(change.Key, "name") ?? change.Where, change.Key, missing);

    private static IEnumerable<Diagnostic> AssignedOtherwise(BoundState state) =>
        from entity in state.Entities
        where entity is { IsWanted: true, Key.Kind: EntityKind.DirectAssignment, Actual.Entity: DirectAssignment }
        let fields = EntityComparer.Compare(entity.Declaration.Entity, entity.Actual?.Entity ?? entity.Declaration.Entity, state.Sources)
            .Where(field => field.Path != "user" && field.Path != "from").ToEquatableArray()
        where !fields.IsEmpty
        select PlanDiagnostics.AssignedOtherwise(entity.Where, entity.Key, fields);

    /// <summary>What is deleted while something that stays names it: the next plan would not find it.</summary>
    private static IEnumerable<Diagnostic> NamesWhatGoes(BoundState state, IReadOnlyCollection<PlannedChange> changes)
    {
        var deleted = changes.OfType<PlannedChange.Delete>().ToDictionary(d => (d.Key.Kind, d.Actual.Id), d => d.Key);
        return from entity in deleted.Count == 0 ? [] : state.Entities
               where entity.IsWanted
               from found in References.In(entity.Declaration.Entity)
               where found.Reference is { Id: not null } && found.Reference.Kind.IsEntity()
               let gone = deleted.GetValueOrDefault((EntityFinder.KeyOf(found.Reference, entity.Key).Kind, found.Reference.Id ?? ""))
               where gone is not null
               select PlanDiagnostics.NamesWhatGoes(state.Sources.Find(entity.Key, found.Path), entity.Key, gone);
    }

    private static IEnumerable<Diagnostic> NobodyOwns(BoundState state) =>
        from entity in state.Entities
        where entity is
        {
            IsWanted: true,
            Key.Kind: EntityKind.Catalog,
            Declaration.Entity: Catalog { Delegates: { IsWritten: true, Value.Owners: { IsWritten: true, Value.IsEmpty: true } } },
            Actual.Entity: Catalog { Delegates: { IsWritten: true, Value.Owners: { IsWritten: true, Value.IsEmpty: false } } },
        }
        select PlanDiagnostics.NobodyOwns(state.Sources.Find(entity.Key, "delegates.owners"), entity.Key);

    /// <summary>What is let go is forgotten: under a name that its declaration does not give, the next run would prune it.</summary>
    private static IEnumerable<Diagnostic> WouldBePruned(BoundState state)
    {
        var pruned = state.Entities.Where(e => e is { IsWanted: true, Key.Kind: EntityKind.Catalog, Declaration.Prune: true }).Select(e => e.Key).ToHashSet();
        return from entity in state.Entities
               where !entity.IsWanted && entity.Declaration is { Ensure: Ensure.Unmanaged, Id: null } && entity.Key.Kind > EntityKind.Catalog
               let actual = entity.Actual
               where pruned.Contains(EntityKey.Catalog(entity.Key.Path[0])) && actual is not null && !NameComparer.Instance.Equals(entity.Key.Name, actual.Entity.Key.Name)
               select PlanDiagnostics.WouldBePruned(state.Sources.Find(entity.Key, "name"), entity.Key, actual);
    }

    private static IEnumerable<Diagnostic> Impossible(IEnumerable<PlannedChange> changes) =>
        from change in changes
        where change is PlannedChange.Update or PlannedChange.Rename && change.Fields.Exists(field => field.IsImpossible)
        from field in change.Fields
        where field.IsImpossible
        select PlanDiagnostics.CannotConverge(field.Where ?? change.Where, change.Key, field);

    /// <summary>What is new in a place that is not there and not to be made, or that the same plan deletes.</summary>
    private static IEnumerable<Diagnostic> NowhereToCreate(BoundState state, IReadOnlyCollection<PlannedChange> changes)
    {
        var deleted = changes.OfType<PlannedChange.Delete>().Select(d => d.Actual.Id).ToHashSet();
        var missing = state.Entities.Where(e => !e.IsWanted).Select(e => e.Key).ToHashSet();
        return from entity in state.Entities
               where entity is { IsWanted: true, Actual: null }
               let parent = entity.Key.Parent
               where parent is not null && (entity.ParentId is { } id ? deleted.Contains(id) : missing.Contains(parent))
               select PlanDiagnostics.NowhereToCreate(state.Sources.Find(entity.Key, parent.Kind == EntityKind.Catalog ? "catalog" : "name"), entity.Key, parent);
    }

    private static IEnumerable<Diagnostic> CatalogsWithPackages(BoundState state, IReadOnlyCollection<PlannedChange> changes)
    {
        var deleted = changes.OfType<PlannedChange.Delete>().Select(d => d.Actual.Id).ToHashSet();
        var packages = new Lazy<ILookup<string?, ActualEntity>>(() => state.Snapshot.Entities.Where(e => e.Entity is AccessPackage && !deleted.Contains(e.Id)).ToLookup(e => e.ParentId));
        return from change in changes.OfType<PlannedChange.Delete>()
               where change.Key.Kind == EntityKind.Catalog
               let left = packages.Value[change.Actual.Id].ToList()
               where left.Count > 0
               select PlanDiagnostics.CatalogStillHolds(state.Sources.Find(change.Key, "ensure") ?? change.Where, change.Key, left);
    }

    private static IEnumerable<Diagnostic> ResourcesInUse(BoundState state, IReadOnlyCollection<PlannedChange> changes)
    {
        var deleted = changes.OfType<PlannedChange.Delete>().Select(d => d.Actual.Id).ToHashSet();
        var declared = new Lazy<Dictionary<(EntityKind, string?), BoundEntity>>(() => state.Entities.Where(e => e is { IsWanted: true, Actual: not null }).ToDictionary(e => (e.Key.Kind, e.Actual?.Id)));
        var packages = new Lazy<ILookup<string?, ActualEntity>>(() => state.Snapshot.Entities.Where(e => e.Entity is AccessPackage && !deleted.Contains(e.Id)).ToLookup(e => e.ParentId));
        foreach (var catalog in state.Entities)
        {
            if (catalog is not { IsWanted: true, Key.Kind: EntityKind.Catalog, Actual: { Entity: Catalog { Resources.Value: var held } } actual, Declaration.Entity: Catalog { Resources: { IsWritten: true, Value: var kept } } })
            {
                continue;
            }

            foreach (var resource in held.Select(r => r.Resource).Except(kept.Select(r => r.Resource)))
            {
                var users = packages.Value[actual.Id]
                    .Where(e => After(e, declared.Value).Any(role => role.Resource.Equals(resource)))
                    .ToList();
                if (users.Count > 0)
                {
                    yield return PlanDiagnostics.ResourceInUse(state.Sources.Find(catalog.Key, "resources"), catalog.Key, resource, users);
                }
            }
        }
    }

    /// <summary>The roles a package of the tenant will have.</summary>
    private static EquatableArray<ResourceRole> After(ActualEntity package, Dictionary<(EntityKind, string?), BoundEntity> declared) =>
        declared.GetValueOrDefault((EntityKind.AccessPackage, package.Id))?.Declaration.Entity is AccessPackage { ResourceRoles: { IsWritten: true, Value: var roles } }
            ? roles
            : package.Entity is AccessPackage { ResourceRoles: { IsWritten: true, Value: var held } } ? held : [];
}
