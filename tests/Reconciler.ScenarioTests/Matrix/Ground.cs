using System.Text.Json.Nodes;
using Reconciler.Entitlements;

namespace Reconciler.ScenarioTests.Matrix;

/// <summary>What every row stands on: a directory in which each kind of name is there twice, and a catalog that has all of it.</summary>
internal static class Ground
{
    public const string Catalog = "Ground";

    public const string OnRequest = "On request";

    public const string OnRequestToo = "On request too";

    public const string OnAssignment = "On assignment";

    public const string Policy = "By hand";

    public const string PolicyToo = "By hand too";

    /// <summary>A group that is no sample, for those who decide where somebody has to.</summary>
    public const string Deciders = "Deciders";

    public static IReadOnlyList<string> Regions { get; } = ["https://ground-eu-admin.sharepoint.example", "https://ground-na-admin.sharepoint.example"];

    public const string SiteOfTheFirstRegion = "https://ground-eu.sharepoint.example/sites/Archive";

    /// <summary>Derived from the names in the seed.</summary>
    public static IReadOnlyList<JsonNode> RolesOfTheFirstApplication { get; } = ["87322a98-38ee-4c87-aa58-9c6c53c98dba", "4320a218-f3ad-4e70-91e9-7fce81740386"];

    private static readonly string[] Sites = ["https://ground.sharepoint.example/sites/One", "https://ground.sharepoint.example/sites/Two"];

    private static readonly Dictionary<ReferenceKind, string[]> Known = new()
    {
        [ReferenceKind.User] = ["ada@ground.example", "ben@ground.example"],
        [ReferenceKind.Group] = ["Group one", "Group two"],
        [ReferenceKind.Application] = ["Application one", "Application two"],
        [ReferenceKind.ServicePrincipal] = ["Robot one", "Robot two"],
        [ReferenceKind.Site] = Sites,
        [ReferenceKind.Organization] = ["Organization one", "Organization two"],
        [ReferenceKind.Package] = ["Package one", "Package two"],
    };

    /// <summary>The samples of a kind of reference, as a file writes them.</summary>
    public static IEnumerable<JsonNode> Names(ReferenceKind kind) => Known[kind].Select(name =>
    {
        var reference = new JsonObject { [kind.Word()] = name };
        if (kind == ReferenceKind.Package)
        {
            reference["catalog"] = Catalog;
        }

        return reference;
    });

    public const string Workspace = """
        version: 1
        tenants: { dev: { adapter: embedded, seed: directory.yaml } }
        budgets: { deletes: { count: 1000 }, removals: { count: 1000 } }
        """;

    public const string Seed = """
        organization: { name: Ground, tenantId: 5c1d0000-0000-4000-8000-000000000001, domain: ground.example }
        users:
          - { userPrincipalName: ada@ground.example, displayName: Ada }
          - { userPrincipalName: ben@ground.example, displayName: Ben, manager: ada@ground.example }
        groups:
          - { displayName: Group one, pim: true }
          - { displayName: Group two, pim: true }
          - { displayName: Deciders }
        applications:
          - { displayName: Application one, roles: [ Standard user, Administrator ] }
          - { displayName: Application two, roles: [ Standard user, Administrator ] }
        servicePrincipals:
          - { displayName: Robot one }
          - { displayName: Robot two }
        environments:
          - { displayName: Home, originId: https://ground-admin.sharepoint.example, default: true }
          - { displayName: Europe, originId: https://ground-eu-admin.sharepoint.example }
          - { displayName: America, originId: https://ground-na-admin.sharepoint.example }
        sites:
          - { url: https://ground.sharepoint.example/sites/One, roles: [ Owner, Standard user, Administrator ] }
          - { url: https://ground.sharepoint.example/sites/Two, roles: [ Owner, Standard user, Administrator ] }
          - { url: https://ground-eu.sharepoint.example/sites/Archive, roles: [ Owner, Standard user, Administrator ], environment: https://ground-eu-admin.sharepoint.example }
        """;

    public const string Declared = """
        kind: Catalog
        name: Ground
        enabledForExternalUsers: true
        resources:
          - { group: Group one }
          - { group: Group two }
          - { application: Application one }
          - { application: Application two }
          - { site: https://ground.sharepoint.example/sites/One }
          - { site: https://ground.sharepoint.example/sites/Two }
        extensions:
          - { name: On request, runs: onRequest, logicApp: &app { subscription: 00000000-0000-4000-8000-000000000001, resourceGroup: rg, workflow: w } }
          - { name: On request too, runs: onRequest, logicApp: *app }
          - { name: On assignment, runs: onAssignment, logicApp: *app }
        ---
        { kind: AccessPackage, name: Package one, catalog: Ground }
        ---
        { kind: AccessPackage, name: Package two, catalog: Ground }
        ---
        { kind: ConnectedOrganization, name: Organization one, identitySources: [ { domain: one.example } ] }
        ---
        { kind: ConnectedOrganization, name: Organization two, identitySources: [ { domain: two.example } ] }
        """;
}
