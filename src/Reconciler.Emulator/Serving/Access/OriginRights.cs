using System.Text.Json.Nodes;
using Reconciler.Emulator.Routes;
using Reconciler.Emulator.State;

namespace Reconciler.Emulator.Serving.Access;

/// <summary>To bring a group, an application or a site into a catalog, or take it out, the caller needs a right on that as well (contract 1.2, 1.8).</summary>
internal static class OriginRights
{
    public static void Demand(TenantStore store, Caller caller, GraphRequest request, IReadOnlyList<string> segments)
    {
        if (request.Method != HttpMethod.Post
            || segments is not [_, _, var collection]
            || !string.Equals(collection, "resourceRequests", StringComparison.OrdinalIgnoreCase)
            || request.Body is not JsonObject body
            || Finding.Text(body, "requestType") is not { } kind
            || !(string.Equals(kind, "adminAdd", StringComparison.OrdinalIgnoreCase) || string.Equals(kind, "adminRemove", StringComparison.OrdinalIgnoreCase)))
        {
            return;
        }

        var resource = body["resource"] as JsonObject;
        var known = store.Find(Names.Resource, Finding.Text(resource, "id"));
        var system = known?.Text("originSystem") ?? Finding.Text(resource, "originSystem");
        var originId = known?.Text("originId") ?? Finding.Text(resource, "originId");
        if (Needed(system) is { } grant && !caller.Grants.Contains(grant) && !Owns(store, caller, originId))
        {
            throw GraphErrorException.BadRequest("CallerNotResourceOwner", "The caller is not the resource owner.");
        }
    }

    private static string? Needed(string? originSystem) => originSystem switch
    {
        Names.AadGroup => "Group.ReadWrite.All",
        Names.AadApplication => "Application.ReadWrite.All",
        Names.SharePointOnline => "Sites.FullControl.All",
        _ => null,
    };

    /// <summary>A user may bring in the groups they own; for an application only the grant counts.</summary>
    private static bool Owns(TenantStore store, Caller caller, string? groupId) =>
        caller is { IsDelegated: true, PrincipalId: { } principal }
        && store.Find(Names.Group, groupId) is { } group
        && group.Links(Names.Owners).Contains(principal, StringComparer.OrdinalIgnoreCase);
}
