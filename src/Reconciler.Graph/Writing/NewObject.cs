using System.Text.Json.Nodes;
using Reconciler.Entitlements;
using Reconciler.Graph.Http;
using Reconciler.Graph.Wire;

namespace Reconciler.Graph.Writing;

/// <summary>
/// Takes the answer to a creation only where it is about what was created: what stands between may mix up answers, and everything that
/// follows would be written to another object.
/// </summary>
internal static class NewObject
{
    private const string Unknown = "Nothing builds on it. It may have been made all the same: check what stands between this machine and Graph, and plan again to see.";

    /// <summary>The id of what was made, which the run knows from now on. Throws <see cref="TenantException"/> where nobody can tell what was.</summary>
    public static string Take(JsonObject answer, Entity declared, string? parentId, RunMemory memory, string doing) =>
        answer.Text("id") is not { Length: > 0 } id ? throw Doubt(doing, "Graph answered without an id.")
        : answer.Text("displayName") is { } name && !NameComparer.Instance.Equals(name.Trim(), declared.Key.Name.Trim()) ? throw Doubt(doing, $"Graph answered with another object, \"{name}\" ({id}).")
        : PlaceOf(answer, declared) is { } place && !place.Means(parentId ?? "") ? throw Elsewhere(answer, doing)
        : !memory.Made(id) ? throw Doubt(doing, $"Graph answered with an object that was there before ({id}).")
        : id;

    /// <summary>The id of what it was made in; null where the answer does not tell.</summary>
    public static string? PlaceOf(JsonObject answer, Entity declared) => declared switch
    {
        AssignmentPolicy => answer["accessPackage"].Text("id") ?? answer.Text("accessPackageId"),
        AccessPackage or CustomExtension => answer["catalog"].Text("id") ?? answer.Text("catalogId"),
        _ => null,
    };

    public static TenantException Elsewhere(JsonObject answer, string doing) =>
        Doubt(doing, $"Graph answered with an object that is not where it was to be made, \"{answer.Text("displayName")}\" ({answer.Text("id")}).");

    private static TenantException Doubt(string doing, string what) => GraphRefusal.Unreadable(doing, $"{what} {Unknown}");
}
