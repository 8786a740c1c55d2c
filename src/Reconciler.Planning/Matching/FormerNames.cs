using Reconciler.Entitlements;
using Reconciler.Entitlements.Fields;

namespace Reconciler.Planning.Matching;

/// <summary>A scope with the former names of what is declared in it: until the rename is applied, that is what the tenant and the memory call it.</summary>
internal static class FormerNames
{
    public static Scope Within(Scope scope, EntitlementSet declared)
    {
        return scope.IsWhole ? scope : scope with
        {
            Catalogs = [.. scope.Catalogs, .. Of(EntityKind.Catalog)],
            Organizations = [.. scope.Organizations, .. Of(EntityKind.ConnectedOrganization)],
        };

        IEnumerable<string> Of(EntityKind kind) => declared.Declarations
            .Where(d => d.Key.Kind == kind && d.Ensure != Ensure.Elsewhere && scope.Includes(d.Key))
            .SelectMany(d => d.Previously);
    }
}
