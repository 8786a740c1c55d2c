using System.Text.Json;
using System.Text.Json.Nodes;
using Reconciler.Emulator;

namespace Reconciler.UnitTests.Emulator;

public sealed class TenantStateTests
{
    private static readonly EmulatorOptions Options = new() { Time = new FixedTime(), NewId = () => new Guid(7, 0, 0x4000, 0x80, 0, 0, 0, 0, 0, 0, 0) };

    [Fact]
    public async Task A_state_written_and_read_again_is_the_same_text()
    {
        using var graph = new GraphClient();
        var catalog = await graph.Catalog();
        var resource = await graph.Resource(catalog, Given.Admins);
        await graph.Resource(catalog, "AadApplication", Given.Salesforce);
        await graph.Resource(catalog, "SharePointOnline", Given.MarketingSite);
        var extension = await graph.Extension(catalog);
        var package = await graph.Package(catalog);
        await graph.Created($"~/accessPackages/{package}/resourceRoleScopes", Given.Grant(resource, Given.Admins));
        await graph.Post($"~/accessPackages/{package}/incompatibleAccessPackages/$ref", Given.ReferenceToPackage(await graph.Package(catalog)));
        await graph.Post($"~/accessPackages/{package}/incompatibleGroups/$ref", Given.Reference($"/groups/{Given.Admins}"));
        var organization = await graph.Created("~/connectedOrganizations", Given.Organization());
        await graph.Post($"~/connectedOrganizations/{organization}/internalSponsors/$ref", Given.Reference($"/users/{Given.Megan}"));
        await graph.Created("/roleManagement/entitlementManagement/roleAssignments", RoleManagementRoutesTests.Owner(catalog));
        await graph.Created("~/assignmentRequests", Given.Assign(package, await graph.Policy(package)));
        await graph.Created("~/assignmentPolicies", $$"""
            { "displayName": "x", "accessPackage": { "id": "{{package}}" }, "description": null, "allowedTargetScope": "specificDirectoryUsers",
              "specificAllowedTargets": [ { "userId": "{{Given.Megan}}", "@odata.type": "#microsoft.graph.singleUser" } ],
              "questions": [ { "text": "Wofür, Größe?", "@odata.type": "#microsoft.graph.accessPackageTextInputQuestion" } ],
              "customExtensionStageSettings": [ { "stage": "assignmentRequestGranted", "customExtension": {
                "id": "{{extension}}", "@odata.type": "#microsoft.graph.accessPackageAssignmentRequestWorkflowExtension" } } ] }
            """);
        var before = graph.Tenant.ToState().ToJsonString();

        var after = EmulatedTenant.FromState(graph.Tenant.ToState(), Options).ToState().ToJsonString();

        Assert.Equal(before, after);
        Assert.DoesNotContain("null", before, StringComparison.Ordinal);
    }

    [Fact]
    public void A_hand_written_state_is_completed_in_the_same_way_every_time()
    {
        var once = EmulatedTenant.FromState(Given.StateWithAssignment(), Options).ToState();
        var again = EmulatedTenant.FromState(Given.StateWithAssignment(), Options).ToState();

        Assert.Equal(once.ToJsonString(), again.ToJsonString());
        Assert.Equal(once.ToJsonString(), EmulatedTenant.FromState(once, Options).ToState().ToJsonString());
        var catalog = once["catalogs"]?[0];
        Assert.Equal("External collaboration", catalog?["resources"]?[0]?["displayName"]?.GetValue<string>());
        Assert.Equal($"Member_{Given.Collaboration}", catalog?["accessPackages"]?[0]?["resourceRoleScopes"]?[0]?["role"]?["originId"]?.GetValue<string>());
        Assert.Equal("2026-03-01T09:30:00Z", catalog?["createdDateTime"]?.GetValue<string>());
    }

    [Fact]
    public async Task A_hand_written_state_answers_like_any_tenant()
    {
        using var graph = new GraphClient(state: Given.StateWithAssignment());

        var policy = (await graph.Get($"~/assignmentPolicies/{Given.StatePolicy}")).Body;

        Assert.Equal("notSpecified", policy?["allowedTargetScope"]?.GetValue<string>());
        Assert.Equal("userManaged", (await graph.Get($"~/catalogs/{Given.StateCatalog}")).Body?["catalogType"]?.GetValue<string>());
        Assert.Single((await graph.Get("/groups?$filter=securityEnabled eq true")).Items);
        Assert.Equal("P30D", (await graph.Get("~/settings")).Body?["durationUntilExternalUserDeletedAfterBlocked"]?.GetValue<string>());
    }

    [Fact]
    public async Task Members_of_the_future_in_a_state_are_kept_and_shown()
    {
        var state = Changed("catalogs/0", catalog => catalog["riskLevel"] = "high");
        using var graph = new GraphClient(state: state);

        Assert.Equal("high", (await graph.Get($"~/catalogs/{Given.StateCatalog}")).Body?["riskLevel"]?.GetValue<string>());
        Assert.Equal("high", graph.Tenant.ToState()["catalogs"]?[0]?["riskLevel"]?.GetValue<string>());
    }

    [Fact]
    public void A_foreign_or_damaged_state_is_refused_naming_the_place()
    {
        Refused("/format", Changed("", state => state["format"] = "terraform"));
        Refused("/format", []);
        Refused("/version", Changed("", state => state["version"] = 2));
        Refused("/groupz", Changed("", state => state["groupz"] = new JsonArray()));
        Refused("/users", Changed("", state => state["users"] = "many"));
        Refused("/users/0", Changed("", state => state["users"] = new JsonArray("Megan")));
        Refused("/users/0/displayName", Changed("users/0", user => user["displayName"] = 7));
        Refused("/users/0/id", Changed("users/0", user => user["id"] = "megan"));
        Refused("/groups/0/id", Changed("groups/0", group => group["id"] = Given.Megan));
        Refused("managerId", Changed("users/0", user => user["managerId"] = Given.Nobody));
        Refused("owners", Changed("groups/0", group => group["owners"] = new JsonArray(Given.Nobody)));
        Refused("/catalogs/0/state", Changed("catalogs/0", catalog => catalog["state"] = "open"));
        Refused("/catalogs/0/resources", Changed("catalogs/0", catalog => catalog["resources"] = new JsonObject()));
        Refused("/resourceRoleScopes/0/role", Changed("catalogs/0/accessPackages/0/resourceRoleScopes/0", grant => grant["role"] = new JsonObject { ["originId"] = "Visitor" }));
        Refused("accessPackageId", Changed("assignments/0", assignment => assignment["accessPackageId"] = Given.Nobody));
        Refused("incompatibleAccessPackages", Changed("catalogs/0/accessPackages/0", package => package["incompatibleAccessPackages"] = new JsonArray(Given.Nobody)));
        Refused("environmentId", Changed("catalogs/0/resources/0", resource => resource["environmentId"] = Given.Nobody));
        Refused("/customWorkflowExtensions/0", Changed("catalogs/0", catalog => catalog["customWorkflowExtensions"] = new JsonArray(new JsonObject { ["displayName"] = "untyped" })));
        Refused("assignmentPolicyId", Changed("assignments/0", assignment => assignment["assignmentPolicyId"] = Given.Nobody));
    }

    private static void Refused(string place, JsonObject state)
    {
        var refusal = Assert.Throws<TenantStateException>(() => EmulatedTenant.FromState(state, Options));
        Assert.Contains(place, refusal.Message, StringComparison.Ordinal);
    }

    private static JsonObject Changed(string path, Action<JsonObject> change)
    {
        var state = Given.StateWithAssignment();
        JsonNode? place = state;
        foreach (var step in path.Split('/', StringSplitOptions.RemoveEmptyEntries))
        {
            place = int.TryParse(step, out var index) ? place?[index] : place?[step];
        }

        change(place as JsonObject ?? throw new JsonException($"No object at {path}."));
        return state;
    }
}
