using Reconciler.Entitlements;

namespace Reconciler.Planning.Matching;

/// <summary>The assignments that were read, as entities in their packages.</summary>
internal static class AssignmentsThere
{
    public static IEnumerable<ActualEntity> In(TenantSnapshot snapshot, EquatableArray<Assignment> assignments)
    {
        var packages = snapshot.Entities.Where(a => a.Entity is AccessPackage).ToDictionary(a => a.Id, a => (AccessPackage)a.Entity);
        var policies = snapshot.Entities.Where(a => a.Entity is AssignmentPolicy).ToDictionary(a => a.Id, a => a.Entity.Key.Name);
        foreach (var assignment in assignments)
        {
            if (!packages.TryGetValue(assignment.PackageId, out var package))
            {
                continue;
            }

            var entity = new DirectAssignment
            {
                Catalog = package.Catalog,
                Package = package.Name,
                User = new Reference(ReferenceKind.User, assignment.TargetName, assignment.TargetId),
            };
            entity = assignment.PolicyId is { } policy ? entity with { Policy = new Reference(ReferenceKind.Policy, policies.GetValueOrDefault(policy), policy) } : entity;
            yield return new ActualEntity(assignment.End is { } end ? entity with { Until = end } : entity, assignment.Id, assignment.PackageId);
        }
    }
}
