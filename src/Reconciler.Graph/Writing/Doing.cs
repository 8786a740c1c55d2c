using Reconciler.Entitlements;

namespace Reconciler.Graph.Writing;

/// <summary>Says what a write is for, as a message says it.</summary>
internal static class Doing
{
    public static string To(string verb, EntityKey key) => key.Kind == EntityKind.Settings
        ? $"{verb} the settings of entitlement management"
        : $"{verb} the {Noun(key.Kind)} \"{key.Name}\"{(key.Parent is { } parent ? $" in \"{parent}\"" : "")}";

    private static string Noun(EntityKind kind) => kind switch
    {
        EntityKind.Catalog => "catalog",
        EntityKind.AccessPackage => "access package",
        _ => "assignment policy",
    };
}
