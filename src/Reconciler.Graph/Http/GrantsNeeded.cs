using System.Text.Json.Nodes;
using Reconciler.Entitlements;
using Reconciler.Graph.Wire;

namespace Reconciler.Graph.Http;

/// <summary>Which grants of Microsoft Graph a call needs (contract 1.8).</summary>
internal static class GrantsNeeded
{
    private const string OfGroup = "for a group its owner, or Group.ReadWrite.All";
    private const string OfApplication = "for an application its owner, or Application.ReadWrite.All (…OwnedBy is not enough)";
    private const string OfSite = "for a site its administrator, or Sites.FullControl.All";

    private static readonly (string Area, string Grant)[] Directory =
    [
        ("organization", GraphGrants.Of(AccessKind.ReadTenant).Application),
        ("subscribedSkus", "Organization.Read.All"),
        ("users", GraphGrants.Of(AccessKind.ReadUsers).Application),
        ("groups", GraphGrants.Of(AccessKind.ReadGroups).Application),
        ("servicePrincipals", GraphGrants.Of(AccessKind.ReadApplications).Application),
        ("sites/", GraphGrants.Of(AccessKind.ReadSites).Application),
        ("directoryObjects", string.Join(" and ", new[] { AccessKind.ReadUsers, AccessKind.ReadGroups, AccessKind.ReadApplications }.Select(kind => GraphGrants.Of(kind).Application))),
    ];

    /// <summary>What a call needs, as it stands in a sentence.</summary>
    public static string For(GraphCall call) =>
        Directory.FirstOrDefault(row => Begins(call.Url, row.Area)).Grant
        ?? (call.Method == HttpMethod.Get || call.Url == GraphPath.Batch ? GraphGrants.Of(AccessKind.ReadManagement).Application : GraphGrants.Of(AccessKind.WriteManagement).Application);

    /// <summary>What a request to add or take out a resource needs beside that; for every kind where it does not say of which it is.</summary>
    public static string OverResource(GraphCall call) => (call.Body?["resource"] as JsonObject).Text("originSystem") switch
    {
        "AadGroup" => OfGroup,
        "AadApplication" => OfApplication,
        "SharePointOnline" => OfSite,
        _ => $"{OfGroup}; {OfApplication}; {OfSite}",
    };

    // A link to a next page is absolute.
    private static bool Begins(string url, string area) =>
        url.StartsWith(area, StringComparison.OrdinalIgnoreCase) || url.Contains($"/v1.0/{area}", StringComparison.OrdinalIgnoreCase);
}
