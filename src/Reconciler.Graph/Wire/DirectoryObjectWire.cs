using Reconciler.Entitlements;

namespace Reconciler.Graph.Wire;

/// <summary>A user, a group or a service principal of the directory, as Graph writes it (contract 15).</summary>
internal static class DirectoryObjectWire
{
    /// <summary>The object where it says which it is; null for another type.</summary>
    public static Reference? ToReference(WireValue found) => found.TypeName() switch
    {
        "user" => User(found),
        "group" => Group(found),
        "servicePrincipal" => ServicePrincipal(found),
        _ => null,
    };

    public static Reference User(WireValue found) =>
        new(ReferenceKind.User, found.Text("userPrincipalName") ?? found.Text("displayName") ?? found.Id(), found.Id());

    public static Reference Group(WireValue found) => Named(ReferenceKind.Group, found);

    public static Reference ServicePrincipal(WireValue found) => Named(ReferenceKind.ServicePrincipal, found);

    private static Reference Named(ReferenceKind kind, WireValue found) => new(kind, found.Text("displayName") ?? found.Id(), found.Id());
}
