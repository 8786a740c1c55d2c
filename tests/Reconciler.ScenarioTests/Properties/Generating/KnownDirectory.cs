using System.Text.Json.Nodes;
using Reconciler.Emulator;
using Reconciler.Entitlements;

namespace Reconciler.ScenarioTests.Properties.Generating;

/// <summary>The directory and the sites that every generated tenant has. Two groups share a name, so those are always named with their ids.</summary>
internal static class KnownDirectory
{
    public const string Domain = "woodgrove.example";

    public const string DefaultRegion = "https://woodgrove-admin.sharepoint.example";

    public const string OtherRegion = "https://woodgroveeur-admin.sharepoint.example";

    private static readonly string[] Users =
    [
        "megan@woodgrove.example", "diego@woodgrove.example", "ana_fabrikam.com#EXT#@woodgrove.example", "o'hara+1@woodgrove.example", "no@woodgrove.example",
        "adele@woodgrove.example", "1e3@woodgrove.example", "ıvan@woodgrove.example", "lee_contoso.com#EXT#@woodgrove.example",
    ];

    /// <summary>How many of the users hold what somebody assigned by hand; the others hold what is declared, so that no assignment excludes another.</summary>
    private const int AssignedByHand = 5;

    private static readonly string[] Groups =
        ["Ledger readers", "İzmir ırmağı i", "a/b 100% \"x\" & 'y' # z", "🎉 Party: all", "no", "Twins", "Twins", "Privileged", "Role holders"];

    private static readonly (string Name, string[] Roles)[] Applications = [("Salesforce", ["Standard User", "Administrator"]), ("null and void", [])];

    private static readonly string[] ServicePrincipals = ["Robot: one", "1e3"];

    private static readonly (string Url, string[] Roles, string Region)[] Sites =
    [
        ("https://woodgrove.sharepoint.example/sites/Marketing", ["Marketing Owners", "Marketing Members", "no"], DefaultRegion),
        ("https://woodgroveeur.sharepoint.example/sites/Lisboa%20%23", ["Proprietários", "Visitors"], OtherRegion),
    ];

    public static IReadOnlyList<Reference> Everybody { get; } =
    [
        .. Users.Select((name, i) => new Reference(ReferenceKind.User, name, $"aaaaaaaa-0000-4000-8000-{i + 1:d12}")),
        .. Groups.Select((name, i) => new Reference(ReferenceKind.Group, name, $"bbbbbbbb-0000-4000-8000-{i + 1:d12}")),
        .. Applications.Select((app, i) => new Reference(ReferenceKind.Application, app.Name, $"cccccccc-0000-4000-8000-{i + 1:d12}")),
        .. ServicePrincipals.Select((name, i) => new Reference(ReferenceKind.ServicePrincipal, name, $"eeeeeeee-0000-4000-8000-{i + 1:d12}")),
        .. Sites.Select(site => new Reference(ReferenceKind.Site, site.Url)),
    ];

    public static IReadOnlyList<string> UserIds { get; } = [.. IdsOf(ReferenceKind.User).Take(AssignedByHand)];

    public static IReadOnlyList<string> GroupIds { get; } = IdsOf(ReferenceKind.Group);

    public static IReadOnlyList<string> ApplicationIds { get; } = IdsOf(ReferenceKind.Application);

    public static IReadOnlyList<string> ServicePrincipalIds { get; } = IdsOf(ReferenceKind.ServicePrincipal);

    public static IReadOnlyList<string> SiteUrls { get; } = [.. Sites.Select(site => site.Url)];

    /// <summary>The users whom declarations assign directly.</summary>
    public static IReadOnlyList<string> Assignable { get; } = Users[AssignedByHand..];

    private static readonly Lazy<JsonObject> Fresh = new(() => EmulatedTenant.FromSeed(Seed(), new EmulatorOptions { Time = TimeProvider.System, NewId = Guid.NewGuid }).ToState());

    /// <summary>As a file has to write it: an id only where the name alone says too little.</summary>
    public static Reference Written(Reference known, bool withId) => withId || known.Name == "Twins" ? known : known with { Id = null };

    /// <summary>Whether a group may be eligible rather than active.</summary>
    public static bool HasEligibleRoles(Reference group) => group.Name == "Role holders" || IsPrivileged(group);

    /// <summary>The roles of an application or a site, each by the name and by the id that a file may give; without an id where that is published nowhere.</summary>
    public static IReadOnlyList<Role.Named> RolesOf(Reference resource) => resource.Kind == ReferenceKind.Site
        ? [.. Sites.First(site => site.Url == resource.Name).Roles.Select((name, i) => new Role.Named(name, $"{i + 3}"))]
        : [.. AppRolesOf(resource.Name ?? "")];

    public static string RegionOf(Reference site) => Sites.First(known => known.Url == site.Name).Region;

    public static JsonObject Seed() => new()
    {
        ["organization"] = new JsonObject { ["name"] = "Woodgrove Bank", ["domain"] = Domain },
        ["users"] = All(ReferenceKind.User, r => new JsonObject
        {
            ["id"] = r.Id,
            ["displayName"] = r.Name?.Split('@')[0],
            ["userPrincipalName"] = r.Name,
            ["guest"] = r.Name?.Contains("#EXT#", StringComparison.Ordinal),
        }),
        ["groups"] = All(ReferenceKind.Group, r => new JsonObject
        {
            ["id"] = r.Id,
            ["displayName"] = r.Name,
            ["pim"] = IsPrivileged(r),
            ["roleAssignable"] = r.Name == "Role holders",
        }),
        ["applications"] = All(ReferenceKind.Application, r => new JsonObject
        {
            ["id"] = r.Id,
            ["displayName"] = r.Name,
            ["roles"] = Texts(Applications.First(app => app.Name == r.Name).Roles),
        }),
        ["servicePrincipals"] = All(ReferenceKind.ServicePrincipal, r => new JsonObject { ["id"] = r.Id, ["displayName"] = r.Name }),
        ["environments"] = new JsonArray(Region(DefaultRegion, isDefault: true), Region(OtherRegion, isDefault: false)),
        ["sites"] = new JsonArray([.. Sites.Select(site => new JsonObject { ["url"] = site.Url, ["roles"] = Texts(site.Roles), ["environment"] = site.Region })]),
    };

    private static bool IsPrivileged(Reference group) => group.Name is "Privileged" or "Ledger readers" or "no";

    private static List<Role.Named> AppRolesOf(string application)
    {
        var found = (Fresh.Value["servicePrincipals"] as JsonArray ?? []).OfType<JsonObject>().First(app => $"{app["displayName"]}" == application);
        var roles = (found["appRoles"] as JsonArray ?? []).OfType<JsonObject>().Select(role => new Role.Named($"{role["displayName"]}", $"{role["id"]}")).ToList();
        return roles.Count > 0 ? roles : [new Role.Named("Default Access")];
    }

    private static JsonArray All(ReferenceKind kind, Func<Reference, JsonObject> made) => new([.. Everybody.Where(r => r.Kind == kind).Select(made)]);

    private static JsonArray Texts(string[] texts) => new([.. texts.Select(text => JsonValue.Create(text))]);

    private static JsonObject Region(string address, bool isDefault) => new() { ["displayName"] = address, ["originId"] = address, ["default"] = isDefault };

    private static string[] IdsOf(ReferenceKind kind) => [.. Everybody.Where(r => r.Kind == kind).Select(r => r.Id).OfType<string>()];
}
