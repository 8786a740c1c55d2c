using Reconciler.Entitlements;

namespace Reconciler.Planning;

/// <summary>What the kinds of entity are called in a sentence.</summary>
public static class Nouns
{
    public static string One(EntityKind kind) => kind switch
    {
        EntityKind.Settings => "settings",
        EntityKind.Catalog => "catalog",
        EntityKind.AccessPackage => "access package",
        _ => "assignment policy",
    };

    public static string Many(EntityKind kind) => kind switch
    {
        EntityKind.Settings => "settings",
        EntityKind.Catalog => "catalogs",
        EntityKind.AccessPackage => "access packages",
        _ => "assignment policies",
    };

    public static string Count(int count, EntityKind kind) => $"{count} {(count == 1 ? One(kind) : Many(kind))}";
}
