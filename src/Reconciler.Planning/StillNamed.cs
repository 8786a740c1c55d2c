using Reconciler.Entitlements;
using Reconciler.Entitlements.Fields;

namespace Reconciler.Planning;

/// <summary>What the plan deletes and something that stays goes on naming: the service refuses the one, and of the other the next plan would.</summary>
internal static class StillNamed
{
    public static IEnumerable<Diagnostic> Check(BoundState state, IReadOnlyCollection<PlannedChange> changes)
    {
        var deletes = changes.OfType<PlannedChange.Delete>().ToList();
        var named = deletes.Where(d => d.Key.Kind is EntityKind.ConnectedOrganization or EntityKind.CustomExtension or EntityKind.AccessPackage).ToDictionary(d => d.Actual.Id);
        if (named.Count == 0)
        {
            return [];
        }

        var deleted = deletes.Select(d => d.Actual.Id).ToHashSet();
        return NamesAfter(state, deleted)
            .Where(found => named.ContainsKey(found.Id))
            .GroupBy(found => found.Id, found => found.By)
            .Select(found => PlanDiagnostics.StillNamed(named[found.Key].Where, named[found.Key].Key, [.. found.Distinct()]));
    }

    /// <summary>The ids that whatever stays will name, by the declarations or as the tenant has it.</summary>
    private static IEnumerable<(string Id, EntityKey By)> NamesAfter(BoundState state, HashSet<string> deleted)
    {
        var wanted = state.Entities.Where(e => e.IsWanted).ToList();
        var declared = from entity in wanted
                       from found in References.In(entity.Declaration.Entity)
                       where found.Reference.Id is not null
                       select (found.Reference.Id, entity.Key);
        var byId = wanted.Where(e => e.Actual is not null).ToDictionary(e => (e.Key.Kind, e.Actual?.Id));
        var left = from actual in state.Snapshot.Entities
                   where actual.Entity is AssignmentPolicy && !deleted.Contains(actual.Id) && !deleted.Contains(actual.ParentId ?? "")
                   let here = byId.GetValueOrDefault((EntityKind.AssignmentPolicy, actual.Id))
                   from found in References.In(here is null ? actual.Entity : NotWritten(here.Declaration.Entity, actual.Entity))
                   where found.Reference.Id is not null
                   select (found.Reference.Id, actual.Entity.Key);
        return declared.Concat(left);
    }

    private static Entity NotWritten(Entity declared, Entity actual) =>
        Language.Of(actual.Key.Kind).Leaves.Where(leaf => leaf.Get(declared) is not null).Aggregate(actual, (entity, leaf) => leaf.Without(entity));
}
