using System.Text.Json.Nodes;
using Reconciler.Entitlements;

namespace Reconciler.Graph.Wire;

/// <summary>A user or group of the directory, as Graph writes it (contract 15).</summary>
internal static class DirectoryObjectWire
{
    /// <summary>The user or group where the object says which it is; null for another type.</summary>
    public static Reference? ToReference(JsonObject found) => found.TypeName() switch
    {
        "user" => User(found),
        "group" => Group(found),
        _ => null,
    };

    public static Reference User(JsonObject found) =>
        new(ReferenceKind.User, found.Text("userPrincipalName") ?? found.Text("displayName") ?? found.Id(), found.Id());

    public static Reference Group(JsonObject found) => new(ReferenceKind.Group, found.Text("displayName") ?? found.Id(), found.Id());
}
