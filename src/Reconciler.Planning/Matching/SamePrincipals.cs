using Reconciler.Entitlements;
using Reconciler.Entitlements.Fields;

namespace Reconciler.Planning.Matching;

/// <summary>
/// Of those who hold roles and of sponsors a tenant tells the ids alone, and the directory may say nothing of one for a while. Whoever was found by a declared name is
/// the same by that id: taken for somebody who is gone, he would be added, which he is already, and taken away.
/// </summary>
internal static class SamePrincipals
{
    public static TenantSnapshot Recognised(TenantSnapshot snapshot, Resolution names)
    {
        Dictionary<ActualEntity, ActualEntity>? others = null;
        foreach (var actual in snapshot.Entities)
        {
            if (actual.Entity is Catalog or ConnectedOrganization or TenantRoles && References.Rewrite(actual.Entity, held => Of(held, names)) is var entity && !ReferenceEquals(entity, actual.Entity))
            {
                (others ??= new(ReferenceEqualityComparer.Instance))[actual] = actual with { Entity = entity };
            }
        }

        return others is null ? snapshot : snapshot with { Entities = snapshot.Entities.Select(actual => others.GetValueOrDefault(actual) ?? actual).ToEquatableArray() };
    }

    private static Reference Of(Reference held, Resolution names) =>
        IsPrincipal(held.Kind) && held.Id is { } id && names.Found(id) is { } found && IsPrincipal(found.Kind) && (held.IsDangling || held.Kind != found.Kind) ? found : held;

    // An application gives roles and holds none.
    private static bool IsPrincipal(ReferenceKind kind) => kind is ReferenceKind.User or ReferenceKind.Group or ReferenceKind.ServicePrincipal;
}
