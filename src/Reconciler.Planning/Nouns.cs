using Reconciler.Entitlements;

namespace Reconciler.Planning;

/// <summary>What the kinds of entity are called in a sentence.</summary>
public static class Nouns
{
    public static string One(EntityKind kind) => kind switch
    {
        EntityKind.Settings => "settings",
        EntityKind.TenantRoles => "tenant roles",
        EntityKind.ConnectedOrganization => "connected organization",
        EntityKind.Catalog => "catalog",
        EntityKind.CustomExtension => "custom extension",
        EntityKind.AccessPackage => "access package",
        EntityKind.AssignmentPolicy => "assignment policy",
        _ => "assignment",
    };

    public static string Many(EntityKind kind) => kind switch
    {
        EntityKind.Settings or EntityKind.TenantRoles => One(kind),
        EntityKind.AssignmentPolicy => "assignment policies",
        _ => One(kind) + "s",
    };

    public static string Count(int count, EntityKind kind) => $"{count} {(count == 1 ? One(kind) : Many(kind))}";
}
