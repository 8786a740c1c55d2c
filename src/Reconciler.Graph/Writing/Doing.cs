using System.Diagnostics;
using Reconciler.Entitlements;

namespace Reconciler.Graph.Writing;

/// <summary>Says what a write is for, as a message says it.</summary>
internal static class Doing
{
    public static string To(string verb, EntityKey key) => $"{verb} {Words(key)}{(key.Parent is { } parent ? $" in \"{parent}\"" : "")}";

    public static string Adding(ListItem item, Handle target) => $"adding {item} to {Words(target.Key)}";

    public static string Changing(ListItem item, Handle target) => $"changing {item} of {Words(target.Key)}";

    public static string Removing(ListItem item, Handle target) => $"removing {item} from {Words(target.Key)}";

    private static string Words(EntityKey key) => key.Kind switch
    {
        EntityKind.Settings => "the settings of entitlement management",
        EntityKind.TenantRoles => "the roles of entitlement management",
        EntityKind.ConnectedOrganization => $"the connected organization \"{key.Name}\"",
        EntityKind.Catalog => $"the catalog \"{key.Name}\"",
        EntityKind.CustomExtension => $"the custom extension \"{key.Name}\"",
        EntityKind.AccessPackage => $"the access package \"{key.Name}\"",
        EntityKind.AssignmentPolicy => $"the assignment policy \"{key.Name}\"",
        EntityKind.DirectAssignment => $"the assignment of \"{key.Name}\"",
        _ => throw new UnreachableException($"No words for {key.Kind}."),
    };
}
