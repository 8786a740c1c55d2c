using System.Net;

namespace Reconciler.UnitTests.Emulator;

public sealed class TenantRoutesTests : IDisposable
{
    private readonly GraphClient _graph = new();

    [Fact]
    public async Task Settings_start_with_the_services_defaults_and_are_patched()
    {
        var settings = (await _graph.Get("~/settings")).Body;
        Assert.Equal("singleton", settings?["id"]?.GetValue<string>());
        Assert.Equal("blockSignInAndDelete", settings?["externalUserLifecycleAction"]?.GetValue<string>());
        Assert.Equal("P30D", settings?["durationUntilExternalUserDeletedAfterBlocked"]?.GetValue<string>());

        var patched = await _graph.Patch("~/settings", """{ "externalUserLifecycleAction": "none" }""");

        Assert.Equal(HttpStatusCode.NoContent, patched.Status);
        settings = (await _graph.Get("~/settings")).Body;
        Assert.Equal("none", settings?["externalUserLifecycleAction"]?.GetValue<string>());
        Assert.Equal("P30D", settings?["durationUntilExternalUserDeletedAfterBlocked"]?.GetValue<string>());
    }

    [Fact]
    public async Task The_organization_is_the_tenant()
    {
        var organization = Assert.Single((await _graph.Get("/organization")).Items);

        Assert.Equal(Given.TenantId, organization["id"]?.GetValue<string>());
        Assert.Equal(Given.TenantId, _graph.Tenant.TenantId);
        Assert.Equal("woodgrove.example", organization["verifiedDomains"]?[0]?["name"]?.GetValue<string>());
    }

    [Fact]
    public async Task Assignments_are_found_by_package_state_and_person()
    {
        using var graph = new GraphClient(state: Given.StateWithAssignment());

        var found = await graph.Get($"~/assignments?$filter=accessPackage/id eq '{Given.StatePackage}' and state eq 'Delivered' and target/objectid eq '{Given.Megan}'&$expand=target,assignmentPolicy,accessPackage");

        var assignment = Assert.Single(found.Items);
        Assert.Equal("Megan Bowen", assignment["target"]?["displayName"]?.GetValue<string>());
        Assert.Equal("Employees", assignment["assignmentPolicy"]?["displayName"]?.GetValue<string>());
        Assert.Empty((await graph.Get("~/assignments?$filter=state eq 'expired'")).Items);
        Assert.Equal(HttpStatusCode.OK, (await graph.Get($"~/assignments/{assignment["id"]}?$expand=*")).Status);
        (await graph.Delete($"~/assignments/{assignment["id"]}")).IsRefused(HttpStatusCode.NotFound, "AssignmentNotFound");
        (await graph.Get($"~/assignments/{Given.Nobody}")).IsRefused(HttpStatusCode.NotFound, "AssignmentNotFound");
    }

    public void Dispose() => _graph.Dispose();

    [Fact]
    public async Task A_tenant_has_the_licence_that_entitlement_management_needs()
    {
        using var graph = new GraphClient();

        var licence = Assert.Single((await graph.Get("/subscribedSkus")).Items);

        Assert.Equal("Enabled", licence["capabilityStatus"]?.GetValue<string>());
        Assert.Equal(["Entra_Identity_Governance", "AAD_PREMIUM_P2"], licence["servicePlans"]?.AsArray().Select(plan => plan?["servicePlanName"]?.GetValue<string>()) ?? []);
        Assert.Null(graph.Tenant.ToState()["subscribedSkus"]);
    }

    [Fact]
    public async Task A_seed_or_a_state_says_which_licences_there_are()
    {
        var seed = Given.Seed();
        seed["subscribedSkus"] = new System.Text.Json.Nodes.JsonArray(Given.Json("""{ "skuPartNumber": "FREE", "servicePlans": [] }"""));
        var options = new Reconciler.Emulator.EmulatorOptions { Time = new FixedTime(), NewId = () => Guid.Empty };
        using var graph = new GraphClient(state: Reconciler.Emulator.EmulatedTenant.FromSeed(seed, options).ToState());

        Assert.Equal("FREE", Assert.Single((await graph.Get("/subscribedSkus")).Items)["skuPartNumber"]?.GetValue<string>());
    }
}
