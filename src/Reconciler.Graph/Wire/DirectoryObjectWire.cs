using System.Text.Json.Nodes;
using Reconciler.Entitlements;

namespace Reconciler.Graph.Wire;

/// <summary>A user, a group or a service principal of the directory, as Graph writes it (contract 15).</summary>
internal static class DirectoryObjectWire
{
    /// <summary>The object where it says which it is; null for another type.</summary>
    public static Reference? ToReference(JsonObject found) => found.TypeName() switch
    {
        "user" => User(found),
        "group" => Group(found),
        "servicePrincipal" => ServicePrincipal(found),
        _ => null,
    };

    public static Reference User(JsonObject found) =>
        new(ReferenceKind.User, found.Text("userPrincipalName") ?? found.Text("displayName") ?? found.Id(), found.Id());

    public static Reference Group(JsonObject found) => Named(ReferenceKind.Group, found);

    public static Reference ServicePrincipal(JsonObject found) => Named(ReferenceKind.ServicePrincipal, found);

    private static Reference Named(ReferenceKind kind, JsonObject found) => new(kind, found.Text("displayName") ?? found.Id(), found.Id());
}
