using System.Text.Json.Nodes;

namespace Reconciler.UnitTests.Emulator.Logging;

/// <summary>
/// Sends requests that write, of every kind that Graph takes, in an order that a seed decides. Many are refused: what a refused one left behind
/// must not matter either.
/// </summary>
internal sealed class RandomWrites(GraphClient graph, int seed)
{
    private static readonly string[] Groups = [Given.Collaboration, Given.Marketing, Given.Admins, Given.JustInTime];
    private static readonly string[] Users = [Given.Megan, Given.Isaiah, Given.Ana];
    private static readonly string[] Sponsors = ["internalSponsors", "externalSponsors"];

    private readonly Random _random = new(seed);
    private int _made;

    public async Task<GraphAnswer> NextAsync()
    {
        var tenant = graph.Tenant.ToState();
        var (catalog, package) = (Any(Of(tenant, "catalogs")), Any(Packages(tenant)));
        var (packageId, otherId) = (Id(package), Id(Any(Packages(tenant))));
        var policy = Any(Of(package, "assignmentPolicies"));
        var resource = Any(Of(catalog, "resources"));
        var extension = Any(Of(catalog, "customWorkflowExtensions"));
        var organization = Id(Any(Of(tenant, "connectedOrganizations")));
        var assignment = Any(Of(tenant, "assignments"));
        var (group, user, name, sponsors) = (Any(Groups), Any(Users), $"N{++_made} Größe \"x\"\\n", Any(Sponsors));
        return await (_random.Next(27) switch
        {
            0 => graph.Post("~/catalogs", Named(name)),
            1 => graph.Patch($"~/catalogs/{Id(catalog)}", Named(name)),
            2 => graph.Delete($"~/catalogs/{Id(catalog)}"),
            3 or 4 => graph.Post("~/accessPackages", Named(name, $$""", "catalog": { "id": "{{Id(catalog)}}" }""")),
            5 => graph.Patch($"~/accessPackages/{packageId}", Named(name)),
            6 => graph.Delete($"~/accessPackages/{packageId}"),
            7 => graph.Post("~/resourceRequests", Given.AdminAdd(Id(catalog), group)),
            8 => graph.Post("~/resourceRequests", Given.ResourceRequest("adminAdd", Id(catalog), $$"""{ "originId": "{{Given.Salesforce}}", "originSystem": "AadApplication" }""")),
            9 => graph.Post("~/resourceRequests", Given.ResourceRequest("adminAdd", Id(catalog), $$"""{ "originId": "{{Given.MarketingSite}}", "originSystem": "SharePointOnline" }""")),
            10 => graph.Post("~/resourceRequests", Given.ResourceRequest("adminRemove", Id(catalog), $$"""{ "id": "{{Id(resource)}}" }""")),
            11 => graph.Post("~/resourceRequests", Given.ResourceRequest("adminUpdate", Id(catalog), $$"""{ "id": "{{Id(resource)}}", "attributes": [] }""")),
            12 => graph.Post($"~/catalogs/{Id(catalog)}/resources/{Id(resource)}/refresh", ""),
            13 or 14 => Grant(tenant, package),
            15 => graph.Delete($"~/accessPackages/{packageId}/resourceRoleScopes/{Id(Any(Of(package, "resourceRoleScopes")))}"),
            16 => graph.Post("~/assignmentPolicies", Policy(tenant, name, package)),
            17 => graph.Put($"~/assignmentPolicies/{Id(policy)}", Policy(tenant, name, package, policy)),
            18 => graph.Delete($"~/assignmentPolicies/{Id(policy)}"),
            19 => graph.Post($"~/catalogs/{Id(catalog)}/customWorkflowExtensions", Given.Extension()),
            20 => _random.Next(2) == 0
                ? graph.Delete($"~/catalogs/{Id(catalog)}/customWorkflowExtensions/{Id(extension)}")
                : graph.Patch($"~/catalogs/{Id(catalog)}/customWorkflowExtensions/{Id(extension)}", Given.Extension(more: $"\"createdBy\": \"{_made}\",")),
            21 => Relate(packageId, otherId, group),
            22 => Organization(organization, name, user, sponsors),
            23 => Role(tenant, Id(catalog)),
            24 => Assign(packageId, Id(policy), user, assignment),
            25 => graph.Patch("~/settings", $$"""{ "durationUntilExternalUserDeletedAfterBlocked": "P{{_random.Next(1, 60)}}D" }"""),
            _ => LaterAsync(),
        });
    }

    private Task<GraphAnswer> Grant(JsonObject tenant, JsonObject package)
    {
        var catalog = CatalogOf(tenant, package);
        var resource = Any(Of(catalog, "resources"));
        var (role, scope) = (Any(Of(resource, "roles")), Any(Of(resource, "scopes")));
        return graph.Post($"~/accessPackages/{Id(package)}/resourceRoleScopes", $$"""
            { "role": { "id": "{{Id(role)}}", "originId": "{{role["originId"]}}", "originSystem": "{{role["originSystem"]}}", "resource": { "id": "{{Id(resource)}}" } },
              "scope": { "id": "{{Id(scope)}}", "originId": "{{scope["originId"]}}", "originSystem": "{{scope["originSystem"]}}" } }
            """);
    }

    private Task<GraphAnswer> Relate(string package, string other, string group) => _random.Next(4) switch
    {
        0 => graph.Post($"~/accessPackages/{package}/incompatibleAccessPackages/$ref", Given.ReferenceToPackage(other)),
        1 => graph.Delete($"~/accessPackages/{package}/incompatibleAccessPackages/{other}/$ref"),
        2 => graph.Post($"~/accessPackages/{package}/incompatibleGroups/$ref", Given.Reference($"/groups/{group}")),
        _ => graph.Delete($"~/accessPackages/{package}/incompatibleGroups/{group}/$ref"),
    };

    private Task<GraphAnswer> Organization(string id, string name, string user, string sponsors) => _random.Next(6) switch
    {
        0 or 1 => graph.Post("~/connectedOrganizations", Given.Organization($"Org {_made}", $"0f2b6e4c-5b77-4a9d-8b8a-{_made:d12}")),
        2 => graph.Patch($"~/connectedOrganizations/{id}", Named(name)),
        3 => graph.Post($"~/connectedOrganizations/{id}/{sponsors}/$ref", Given.Reference($"/users/{user}")),
        4 => graph.Delete($"~/connectedOrganizations/{id}/{sponsors}/{user}/$ref"),
        _ => graph.Delete($"~/connectedOrganizations/{id}"),
    };

    private Task<GraphAnswer> Role(JsonObject tenant, string catalog) => _random.Next(3) == 0
        ? graph.Delete($"/roleManagement/entitlementManagement/roleAssignments/{Id(Any(Of(tenant, "roleAssignments")))}")
        : graph.Post("/roleManagement/entitlementManagement/roleAssignments", RoleManagementRoutesTests.Owner(catalog));

    private Task<GraphAnswer> Assign(string package, string policy, string user, JsonObject assignment) => _random.Next(5) switch
    {
        0 or 1 => graph.Post("~/assignmentRequests", Given.Assign(package, policy, user, """ "schedule": { "expiration": { "type": "afterDuration", "duration": "P2D" } }, """)),
        2 => graph.Post("~/assignmentRequests", $$"""{ "requestType": "adminRemove", "assignment": { "id": "{{Id(assignment)}}" } }"""),
        3 => graph.Post("~/assignmentRequests", $$"""
            { "requestType": "adminUpdate", "assignment": { "id": "{{Id(assignment)}}" }, "schedule": { "expiration": { "type": "noExpiration" } } }
            """),
        _ => graph.Delete($"~/assignmentRequests/{Id(Any(Of(graph.Tenant.ToState(), "assignmentRequests")))}"),
    };

    // Time goes by, and somebody looks: a read ends what is over, and that has to be saved with the next write.
    private Task<GraphAnswer> LaterAsync()
    {
        graph.Time.Advance(TimeSpan.FromHours(20));
        return graph.Get("~/assignments");
    }

    private string Policy(JsonObject tenant, string name, JsonObject package, JsonObject? before = null)
    {
        var catalog = CatalogOf(tenant, package);
        var extension = Any(Of(catalog, "customWorkflowExtensions"));
        var kept = before is null ? "" : Id(Any(Of(before, "questions"))) is { Length: > 0 } id ? $"\"id\": \"{id}\"," : "";
        var settings = Id(extension).Length == 0 ? "" : $$"""
            , "customExtensionStageSettings": [ { "stage": "assignmentRequestGranted", "customExtension": {
              "id": "{{Id(extension)}}", "@odata.type": "#microsoft.graph.accessPackageAssignmentRequestWorkflowExtension" } } ]
            """;
        return $$"""
            { "displayName": "{{name}}", "accessPackage": { "id": "{{Id(package)}}" }, "allowedTargetScope": "specificDirectoryUsers",
              "specificAllowedTargets": [ { "@odata.type": "#microsoft.graph.singleUser", "userId": "{{Any(Users)}}" } ],
              "questions": [ { {{kept}} "text": "Wofür?", "@odata.type": "#microsoft.graph.accessPackageTextInputQuestion" } ]{{settings}} }
            """;
    }

    private static string Named(string name, string more = "") => $$"""{ "displayName": "{{name.Replace("\"", "\\\"", StringComparison.Ordinal)}}"{{more}} }""";

    private static JsonObject CatalogOf(JsonObject tenant, JsonObject package) =>
        Of(tenant, "catalogs").FirstOrDefault(catalog => Of(catalog, "accessPackages").Contains(package)) ?? [];

    private static IEnumerable<JsonObject> Packages(JsonObject tenant) => Of(tenant, "catalogs").SelectMany(catalog => Of(catalog, "accessPackages"));

    private static IEnumerable<JsonObject> Of(JsonObject holder, string member) => (holder[member] as JsonArray ?? []).OfType<JsonObject>();

    private static string Id(JsonObject entity) => entity["id"]?.GetValue<string>() ?? "";

    // Nothing there to choose from: an empty one has no id, and Graph refuses what names it.
    private JsonObject Any(IEnumerable<JsonObject> candidates) => candidates.ToList() is { Count: > 0 } list ? list[_random.Next(list.Count)] : [];

    private string Any(string[] candidates) => candidates[_random.Next(candidates.Length)];
}
