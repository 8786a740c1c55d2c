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
}
