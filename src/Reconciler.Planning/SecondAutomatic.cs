using Reconciler.Entitlements;

namespace Reconciler.Planning;

/// <summary>A package has one policy that assigns automatically, and at any time: also while the plan is carried out, which gives before it takes (contract 7.8).</summary>
internal static class SecondAutomatic
{
    public static IEnumerable<Diagnostic> Check(BoundState state)
    {
        var there = new Lazy<ILookup<string?, ActualEntity>>(() => state.Snapshot.Entities.Where(IsAutomatic).ToLookup(a => a.ParentId));
        return from entity in state.Entities
               where entity is { IsWanted: true, Key.Kind: EntityKind.AssignmentPolicy, Declaration.Entity: AssignmentPolicy { Automatic: { IsWritten: true, Value: Automatic.ByRule } } } && !IsAutomatic(entity.Actual)
               let package = entity.Actual?.ParentId ?? entity.ParentId
               where package is not null
               let other = there.Value[package].FirstOrDefault(a => a.Id != entity.Actual?.Id)
               where other is not null
               select PlanDiagnostics.SecondAutomatic(state.Sources.Find(entity.Key, "automatic"), entity.Key, other);
    }

    private static bool IsAutomatic(ActualEntity? actual) => actual?.Entity is AssignmentPolicy { Automatic: { IsWritten: true, Value: Automatic.ByRule } };
}
