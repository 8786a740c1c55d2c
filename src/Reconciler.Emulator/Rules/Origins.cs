using System.Text.Json;
using System.Text.Json.Nodes;
using Reconciler.Emulator.State;

namespace Reconciler.Emulator.Rules;

/// <summary>Finds the directory object or site that an origin system and id name (contract 4.1, 4.2).</summary>
internal static class Origins
{
    private const string DefaultAccess = "00000000-0000-0000-0000-000000000000";
    private const string Created = "createdDateTime";
    private const int FirstSiteRole = 3;

    // Office's own applications stand for whole services and cannot be granted (contract 4.2).
    private static readonly string[] UngrantableApplications = ["Office 365 Exchange Online", "Office 365 SharePoint Online", "Exchange Online", "SharePoint Online"];

    public static Origin? Find(TenantStore store, string originSystem, string originId, string defaultAccess = DefaultAccess) => originSystem.ToUpperInvariant() switch
    {
        "AADGROUP" => store.Find(Names.Group, originId) is { } group ? Group(group) : null,
        "AADAPPLICATION" => store.Find(Names.ServicePrincipal, originId) is { } application ? Application(application, defaultAccess) : null,
        "SHAREPOINTONLINE" => store.Sites.Find(site => SiteAddress.Same(site.Text("webUrl"), originId)) is { } site ? Site(site) : null,
        _ => null,
    };

    /// <summary>What is left of an origin that was deleted: a group still has its two roles, for they follow from its id.</summary>
    public static Origin Vanished(string originSystem, string originId) =>
        new(originSystem, originId, originSystem == Names.AadGroup ? RolesOfGroup(originId, hasEligible: false) : []);

    public static bool Same(string? originSystem, string? one, string? other) =>
        string.Equals(one, other, StringComparison.OrdinalIgnoreCase)
        || (string.Equals(originSystem, Names.SharePointOnline, StringComparison.OrdinalIgnoreCase) && SiteAddress.Same(one, other));

    public static bool HasEligibleRoles(Entity group) => group.Is("isAssignableToRole") || group.Is(Names.ManagedByPim);

    private static Origin Group(Entity group)
    {
        var isMicrosoft365 = group.Members["groupTypes"] is JsonArray types
            && types.Any(type => TextOf(type) == "Unified");
        var isUnmanageable = group.Is("onPremisesSyncEnabled") || (group.Is("mailEnabled") && !isMicrosoft365);
        return new(Names.AadGroup, group.Id, RolesOfGroup(group.Id, HasEligibleRoles(group)))
        {
            DisplayName = group.Text("displayName"),
            Description = group.Text("description"),
            CreatedDateTime = group.Text(Created),
            Obstacle = isUnmanageable
                ? $"The group '{group.Text("displayName")}' is synchronised or a mail group, so its membership cannot be managed here."
                : null,
        };
    }

    // The origin ids of the eligible variants are published nowhere; these follow the pattern of the active ones.
    private static OriginRole[] RolesOfGroup(string id, bool hasEligible)
    {
        OriginRole[] active = [new("Member", $"Member_{id}"), new("Owner", $"Owner_{id}")];
        return hasEligible ? [.. active, new("Eligible Member", $"EligibleMember_{id}"), new("Eligible Owner", $"EligibleOwner_{id}")] : active;
    }

    private static Origin Application(Entity application, string defaultAccess)
    {
        var name = application.Text("displayName");
        var roles = (application.Members["appRoles"] as JsonArray ?? []).OfType<JsonObject>()
            .Where(role => role["isEnabled"]?.GetValueKind() is not JsonValueKind.False)
            .Select(role => new OriginRole(Text(role, "displayName") ?? Text(role, "value") ?? "", Text(role, "id") ?? "", Text(role, "description")))
            .ToArray();
        return new(Names.AadApplication, application.Id, roles.Length > 0 ? roles : [new("Default Access", defaultAccess)])
        {
            DisplayName = name,
            Description = name,
            CreatedDateTime = application.Text(Created),
            Obstacle = UngrantableApplications.Contains(name) ? $"The application '{name}' cannot be a resource of a catalog." : null,
        };
    }

    private static Origin Site(Entity site)
    {
        var url = site.Text("webUrl") ?? "";
        var roles = (site.Members[Names.SiteRoles] as JsonArray ?? [])
            .Select((role, index) => new OriginRole(TextOf(role) ?? "", $"{FirstSiteRole + index}"));
        return new(Names.SharePointOnline, url, [.. roles])
        {
            DisplayName = site.Text("displayName"),
            Description = url,
            CreatedDateTime = site.Text(Created),
            Environment = site.Text(Names.SiteEnvironment),
        };
    }

    private static string? Text(JsonObject holder, string member) => TextOf(holder[member]);

    private static string? TextOf(JsonNode? value) => value?.GetValueKind() is JsonValueKind.String ? value.GetValue<string>() : null;
}
