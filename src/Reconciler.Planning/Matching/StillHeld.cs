using Reconciler.Entitlements;
using Reconciler.Entitlements.Fields;

namespace Reconciler.Planning.Matching;

/// <summary>What an entity of the tenant holds although it was deleted: a service keeps ids of what somebody took out of the directory.</summary>
internal static class StillHeld
{
    /// <summary>The reference of the entity that is the asked one, by id.</summary>
    public static Reference? In(Entity actual, Reference asked) =>
        References.In(actual).Select(found => found.Reference).Where(held => IsSame(held, asked)).MinBy(held => held.Kind == asked.Kind ? 0 : 1);

    /// <summary>The role that the package gives.</summary>
    public static Role.Named? RoleIn(AccessPackage? actual, ResourceRole asked) => actual is { ResourceRoles: { IsWritten: true, Value: var roles } }
        ? roles.Where(held => held.Resource.Equals(asked.Resource) && held.Role.Equals(asked.Role)).Select(held => held.Role).OfType<Role.Named>().FirstOrDefault()
        : null;

    // Of a principal that is gone nothing but the id is known in some places: not even whether it was a user or a group.
    private static bool IsSame(Reference held, Reference asked) => asked.Kind == ReferenceKind.Site
        ? held.Kind == asked.Kind && IsSame(Address(held), Address(asked))
        : asked.Id is { } id && IsSame(held.Id, id) && (held.Kind == asked.Kind || (held.IsDangling && held.Kind.IsOfDirectory() && asked.Kind.IsOfDirectory()));

    private static bool IsSame(string? one, string? other) => string.Equals(one, other, StringComparison.OrdinalIgnoreCase);

    /// <summary>A site's, which is its id.</summary>
    private static string? Address(Reference site) => (site.Id ?? site.Name)?.TrimEnd('/');
}
