using Reconciler.Entitlements;
using Reconciler.Graph.Http;

namespace Reconciler.Graph.Writing;

/// <summary>Where an entity is written.</summary>
internal static class EntityPath
{
    public static string Of(Handle target, string verb) => target.Key.Kind switch
    {
        EntityKind.ConnectedOrganization => GraphPath.Organization(target.RequiredId),
        EntityKind.Catalog => GraphPath.Catalog(target.RequiredId),
        EntityKind.CustomExtension => GraphPath.Extension(ParentIdOf(target.Key, target.Parent), target.RequiredId),
        EntityKind.AccessPackage => GraphPath.Package(target.RequiredId),
        EntityKind.AssignmentPolicy => GraphPath.Policy(target.RequiredId),
        EntityKind.DirectAssignment => throw GraphRefusal.Refused(Doing.To(verb, target.Key), "an assignment that is there is left as it is."),
        _ => throw GraphRefusal.Refused(Doing.To(verb, target.Key), "they always exist."),
    };

    public static string ParentIdOf(EntityKey key, Handle? parent) =>
        parent?.RequiredId ?? throw new InvalidOperationException($"{key} can't be written without its parent.");
}
