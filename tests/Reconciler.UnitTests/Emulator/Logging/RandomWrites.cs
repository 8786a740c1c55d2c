using System.Text;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

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

    /// <summary>What was accepted: method and path without its ids, and the type of what was requested.</summary>
    public SortedSet<string> Accepted { get; } = new(StringComparer.Ordinal);

    public async Task<GraphAnswer> NextAsync()
    {
        var tenant = graph.Tenant.ToState();
        var (catalog, package) = (Any(Of(tenant, "catalogs")), Any(Packages(tenant)));
        var (packageId, otherId) = (Id(package), Id(Any(Packages(tenant))));
        var policy = Any(Of(package, "assignmentPolicies"));
        var assignable = Any(Packages(tenant).Where(one => Of(one, "assignmentPolicies").Any()));
        var resource = Any(Of(catalog, "resources"));
        var extension = Any(Of(catalog, "customWorkflowExtensions"));
        var organization = Any(Of(tenant, "connectedOrganizations"));
        var assignment = Any(Of(tenant, "assignments"));
        var (group, user, name, sponsors) = (Any(Groups), Any(Users), $"N{++_made} Größe \\\"x\\\"\\n", Any(Sponsors));
        return await (_random.Next(32) switch
        {
            0 => SendAsync(HttpMethod.Post, "~/catalogs", Named(name)),
            1 => SendAsync(HttpMethod.Patch, $"~/catalogs/{Id(catalog)}", Named(name)),
            2 => SendAsync(HttpMethod.Delete, $"~/catalogs/{Id(catalog)}"),
            3 or 4 => SendAsync(HttpMethod.Post, "~/accessPackages", Named(name, $$""", "catalog": { "id": "{{Id(catalog)}}" }""")),
            5 => SendAsync(HttpMethod.Patch, $"~/accessPackages/{packageId}", Named(name)),
            6 => SendAsync(HttpMethod.Delete, $"~/accessPackages/{packageId}"),
            7 => SendAsync(HttpMethod.Post, "~/resourceRequests", Given.AdminAdd(Id(catalog), group)),
            8 => SendAsync(HttpMethod.Post, "~/resourceRequests", Given.ResourceRequest("adminAdd", Id(catalog), $$"""{ "originId": "{{Given.Salesforce}}", "originSystem": "AadApplication" }""")),
            9 => SendAsync(HttpMethod.Post, "~/resourceRequests", Given.ResourceRequest("adminAdd", Id(catalog), $$"""{ "originId": "{{Given.MarketingSite}}", "originSystem": "SharePointOnline" }""")),
            10 => SendAsync(HttpMethod.Post, "~/resourceRequests", Given.ResourceRequest("adminRemove", Id(catalog), $$"""{ "id": "{{Id(resource)}}" }""")),
            11 => SendAsync(HttpMethod.Post, "~/resourceRequests", Given.ResourceRequest("adminUpdate", Id(catalog), $$"""{ "id": "{{Id(resource)}}", "attributes": [] }""")),
            12 => SendAsync(HttpMethod.Post, $"~/catalogs/{Id(catalog)}/resources/{Id(resource)}/refresh"),
            13 or 14 => GrantAsync(tenant, package),
            15 => SendAsync(HttpMethod.Delete, $"~/accessPackages/{packageId}/resourceRoleScopes/{Id(Any(Of(package, "resourceRoleScopes")))}"),
            16 => SendAsync(HttpMethod.Post, "~/assignmentPolicies", Policy(tenant, name, package)),
            17 => SendAsync(HttpMethod.Put, $"~/assignmentPolicies/{Id(policy)}", Policy(tenant, name, package, policy)),
            18 => SendAsync(HttpMethod.Delete, $"~/assignmentPolicies/{Id(policy)}"),
            19 => SendAsync(HttpMethod.Post, $"~/catalogs/{Id(catalog)}/customWorkflowExtensions", Given.Extension()),
            20 => _random.Next(2) == 0
                ? SendAsync(HttpMethod.Delete, $"~/catalogs/{Id(catalog)}/customWorkflowExtensions/{Id(extension)}")
                : SendAsync(HttpMethod.Patch, $"~/catalogs/{Id(catalog)}/customWorkflowExtensions/{Id(extension)}", Given.Extension(more: $"\"createdBy\": \"{_made}\",")),
            21 or 29 or 30 => RelateAsync(Any(Packages(tenant).Where(one => one["incompatibleAccessPackages"] is not null || _random.Next(3) == 0)), otherId),
            22 or 31 => OrganizationAsync(organization, name, user, sponsors),
            23 => RoleAsync(tenant, Id(catalog)),
            24 or 26 or 27 or 28 => AssignAsync(Id(assignable), Id(Any(Of(assignable, "assignmentPolicies"))), user, assignment),
            25 => SendAsync(HttpMethod.Patch, "~/settings", $$"""{ "durationUntilExternalUserDeletedAfterBlocked": "P{{_random.Next(1, 60)}}D" }"""),
            _ => LaterAsync(),
        });
    }

    private Task<GraphAnswer> GrantAsync(JsonObject tenant, JsonObject package)
    {
        var catalog = CatalogOf(tenant, package);
        var resource = Any(Of(catalog, "resources"));
        var (role, scope) = (Any(Of(resource, "roles")), Any(Of(resource, "scopes")));
        return SendAsync(HttpMethod.Post, $"~/accessPackages/{Id(package)}/resourceRoleScopes", $$"""
            { "role": { "id": "{{Id(role)}}", "originId": "{{role["originId"]}}", "originSystem": "{{role["originSystem"]}}", "resource": { "id": "{{Id(resource)}}" } },
              "scope": { "id": "{{Id(scope)}}", "originId": "{{scope["originId"]}}", "originSystem": "{{scope["originSystem"]}}" } }
            """);
    }

    private Task<GraphAnswer> RelateAsync(JsonObject package, string other) => _random.Next(4) switch
    {
        0 => SendAsync(HttpMethod.Post, $"~/accessPackages/{Id(package)}/incompatibleAccessPackages/$ref", Given.ReferenceToPackage(other)),
        1 => SendAsync(HttpMethod.Delete, $"~/accessPackages/{Id(package)}/incompatibleAccessPackages/{package["incompatibleAccessPackages"]?[0]}/$ref"),
        2 => SendAsync(HttpMethod.Post, $"~/accessPackages/{Id(package)}/incompatibleGroups/$ref", Given.Reference($"/groups/{Any(Groups)}")),
        _ => SendAsync(HttpMethod.Delete, $"~/accessPackages/{Id(package)}/incompatibleGroups/{package["incompatibleGroups"]?[0]}/$ref"),
    };

    private Task<GraphAnswer> OrganizationAsync(JsonObject organization, string name, string user, string sponsors) => _random.Next(12) switch
    {
        0 or 1 => SendAsync(HttpMethod.Post, "~/connectedOrganizations", Given.Organization($"Org {_made}", $"0f2b6e4c-5b77-4a9d-8b8a-{_made:d12}")),
        2 => SendAsync(HttpMethod.Patch, $"~/connectedOrganizations/{Id(organization)}", Named(name)),
        3 or 4 or 5 or 6 => SendAsync(HttpMethod.Post, $"~/connectedOrganizations/{Id(organization)}/{sponsors}/$ref", Given.Reference($"/users/{user}")),
        7 or 8 or 9 or 10 => SendAsync(HttpMethod.Delete, $"~/connectedOrganizations/{Id(organization)}/{sponsors}/{organization[sponsors]?[0]}/$ref"),
        _ => SendAsync(HttpMethod.Delete, $"~/connectedOrganizations/{Id(organization)}"),
    };

    private Task<GraphAnswer> RoleAsync(JsonObject tenant, string catalog) => _random.Next(3) == 0
        ? SendAsync(HttpMethod.Delete, $"/roleManagement/entitlementManagement/roleAssignments/{Id(Any(Of(tenant, "roleAssignments")))}")
        : SendAsync(HttpMethod.Post, "/roleManagement/entitlementManagement/roleAssignments", RoleManagementRoutesTests.Owner(catalog));

    private Task<GraphAnswer> AssignAsync(string package, string policy, string user, JsonObject assignment) => _random.Next(5) switch
    {
        0 or 1 => SendAsync(HttpMethod.Post, "~/assignmentRequests", Given.Assign(package, policy, user, """ "schedule": { "expiration": { "type": "afterDuration", "duration": "P2D" } }, """)),
        2 => SendAsync(HttpMethod.Post, "~/assignmentRequests", $$"""{ "requestType": "adminRemove", "assignment": { "id": "{{Id(assignment)}}" } }"""),
        3 => SendAsync(HttpMethod.Post, "~/assignmentRequests", $$"""
            { "requestType": "adminUpdate", "assignment": { "id": "{{Id(assignment)}}" }, "schedule": { "expiration": { "type": "noExpiration" } } }
            """),
        _ => SendAsync(HttpMethod.Delete, $"~/assignmentRequests/{Id(Any(Of(graph.Tenant.ToState(), "assignmentRequests")))}"),
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

    private async Task<GraphAnswer> SendAsync(HttpMethod method, string path, string body = "")
    {
        var answer = await graph.Send(method, path, body.Length == 0 ? null : new StringContent(body, Encoding.UTF8, "application/json"));
        if ((int)answer.Status < 300)
        {
            var place = Regex.Replace(path, "[0-9a-f]{8}-[0-9a-f-]{27}(_[0-9a-f-]{36})?", "*");
            Accepted.Add($"{method} {place} {Regex.Match(body, "admin[A-Z][a-z]+")}".TrimEnd());
        }

        return answer;
    }

    private static string Named(string name, string more = "") => $$"""{ "displayName": "{{name}}"{{more}} }""";

    private static JsonObject CatalogOf(JsonObject tenant, JsonObject package) =>
        Of(tenant, "catalogs").FirstOrDefault(catalog => Of(catalog, "accessPackages").Contains(package)) ?? [];

    private static IEnumerable<JsonObject> Packages(JsonObject tenant) => Of(tenant, "catalogs").SelectMany(catalog => Of(catalog, "accessPackages"));

    private static IEnumerable<JsonObject> Of(JsonObject holder, string member) => (holder[member] as JsonArray ?? []).OfType<JsonObject>();

    private static string Id(JsonObject entity) => entity["id"]?.GetValue<string>() ?? "";

    // Nothing there to choose from: an empty one has no id, and Graph refuses what names it.
    private JsonObject Any(IEnumerable<JsonObject> candidates) => candidates.ToList() is { Count: > 0 } list ? list[_random.Next(list.Count)] : [];

    private string Any(string[] candidates) => candidates[_random.Next(candidates.Length)];
}
