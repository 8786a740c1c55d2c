using Reconciler.Entitlements;
using Reconciler.Entitlements.Fields;

namespace Reconciler.Planning;

/// <summary>
/// What stays and names it holds it back: Graph refuses to delete an extension that runs (contract 13), of an organization it would leave a
/// policy for nobody, and of a package it would leave a separation of duties with a hole (contract 5).
/// </summary>
internal static class StillNamed
{
    public static IEnumerable<Diagnostic> Check(BoundState state, IReadOnlyCollection<PlannedChange> changes)
    {
        var deletes = changes.OfType<PlannedChange.Delete>().ToList();
        if (!deletes.Exists(IsNamed))
        {
            return [];
        }

        var gone = deletes.Select(delete => delete.Actual.Id).ToHashSet();
        var declared = state.Entities.Where(e => e is { IsWanted: true, Actual: not null }).ToDictionary(e => (e.Key.Kind, e.Actual?.Id));
        var users = state.Snapshot.Entities
            .Where(e => e.Entity is AssignmentPolicy or AccessPackage && !gone.Contains(e.Id) && !gone.Contains(e.ParentId ?? ""))
            .SelectMany(e => References.In(NotManaged(e, declared)).Select(found => (found.Reference, Policy: e)))
            .Where(use => use.Reference is { Id: not null, Kind: ReferenceKind.Organization or ReferenceKind.Extension or ReferenceKind.Package })
            .ToLookup(use => use.Reference.Id, use => use.Policy);
        return from delete in deletes.Where(IsNamed)
               let policies = users[delete.Actual.Id].Distinct().ToList()
               where policies.Count > 0
               select PlanDiagnostics.StillNamed(state.Sources.Find(delete.Key, "ensure") ?? delete.Where, delete.Key, policies);
    }

    private static bool IsNamed(PlannedChange.Delete delete) => delete.Key.Kind is EntityKind.ConnectedOrganization or EntityKind.CustomExtension or EntityKind.AccessPackage;

    /// <summary>What of a policy or package of the tenant stays as it is: all that is not declared. What is declared is told where it stands.</summary>
    private static Entity NotManaged(ActualEntity policy, Dictionary<(EntityKind, string?), BoundEntity> declared)
    {
        if (!declared.TryGetValue((policy.Entity.Key.Kind, policy.Id), out var bound))
        {
            return policy.Entity;
        }

        // Of two settings that exclude each other the one that is written takes the other's place.
        var table = Language.Of(policy.Entity.Key.Kind);
        var written = table.Leaves.Where(leaf => leaf.Get(bound.Declaration.Entity) is not null).Select(leaf => leaf.Path).ToHashSet();
        written.UnionWith(table.NeededToCreate.Where(needed => needed.Any(written.Contains)).SelectMany(needed => needed).ToList());
        return table.Leaves.Where(leaf => written.Contains(leaf.Path)).Aggregate(policy.Entity, (entity, leaf) => leaf.Without(entity));
    }
}
