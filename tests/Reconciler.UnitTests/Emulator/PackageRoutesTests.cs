using System.Net;

namespace Reconciler.UnitTests.Emulator;

public sealed class PackageRoutesTests : IDisposable
{
    private readonly GraphClient _graph = new();

    [Fact]
    public async Task A_package_is_created_without_echoing_its_catalog()
    {
        var catalog = await _graph.Catalog();

        var created = await _graph.Post("~/accessPackages", $$"""{ "displayName": "P", "catalog": { "id": "{{catalog}}" } }""");

        Assert.Equal(HttpStatusCode.Created, created.Status);
        Assert.False(created.Body?["isHidden"]?.GetValue<bool>());
        Assert.Null(created.Body?["catalog"]);
        var read = await _graph.Get($"~/accessPackages/{created.Id}?$expand=catalog");
        Assert.Equal(catalog, read.Body?["catalog"]?["id"]?.GetValue<string>());
    }

    [Fact]
    public async Task A_package_needs_a_catalog_that_exists()
    {
        (await _graph.Post("~/accessPackages", """{ "displayName": "P" }""")).IsRefused(HttpStatusCode.BadRequest, "InvalidModel");
        (await _graph.Post("~/accessPackages", $$"""{ "displayName": "P", "catalog": { "id": "{{Given.Nobody}}" } }"""))
            .IsRefused(HttpStatusCode.NotFound, "CatalogNotFound");
    }

    [Fact]
    public async Task A_package_stays_in_its_catalog()
    {
        var catalog = await _graph.Catalog();
        var other = await _graph.Catalog("Sales");
        var package = await _graph.Package(catalog);

        (await _graph.Patch($"~/accessPackages/{package}", $$"""{ "catalog": { "id": "{{other}}" } }""")).IsRefused(HttpStatusCode.BadRequest, "InvalidModel");
        var same = await _graph.Patch($"~/accessPackages/{package}", $$"""{ "isHidden": true, "catalog": { "id": "{{catalog}}" } }""");
        Assert.Equal(HttpStatusCode.NoContent, same.Status);
    }

    [Fact]
    public async Task Role_scopes_cannot_be_given_along_with_a_package()
    {
        var catalog = await _graph.Catalog();

        (await _graph.Post("~/accessPackages", $$"""{ "displayName": "P", "catalog": { "id": "{{catalog}}" }, "resourceRoleScopes": [] }"""))
            .IsRefused(HttpStatusCode.BadRequest, "InvalidModel");
    }

    [Fact]
    public async Task A_deleted_package_takes_its_policies_and_role_scopes_along()
    {
        var catalog = await _graph.Catalog();
        var resource = await _graph.Resource(catalog);
        var package = await _graph.Package(catalog);
        var policy = await _graph.Policy(package);
        await _graph.Post($"~/accessPackages/{package}/resourceRoleScopes", Given.Grant(resource));

        Assert.Equal(HttpStatusCode.NoContent, (await _graph.Delete($"~/accessPackages/{package}")).Status);

        (await _graph.Get($"~/accessPackages/{package}")).IsRefused(HttpStatusCode.NotFound, "AccessPackageNotFound");
        (await _graph.Get($"~/assignmentPolicies/{policy}")).IsRefused(HttpStatusCode.NotFound, "PolicyNotFound");
        var removal = await _graph.Post("~/resourceRequests", Given.ResourceRequest("adminRemove", catalog, $$"""{ "id": "{{resource}}" }"""));
        Assert.Equal(HttpStatusCode.Created, removal.Status);
    }

    [Theory]
    [InlineData("delivered")]
    [InlineData("delivering")]
    [InlineData("partiallyDelivered")]
    public async Task A_package_with_live_assignments_is_not_deleted(string state)
    {
        using var graph = new GraphClient(state: Given.StateWithAssignment(state));

        (await graph.Delete($"~/accessPackages/{Given.StatePackage}")).IsRefused(HttpStatusCode.BadRequest, "AccessPackageHasAssignments");
    }

    [Fact]
    public async Task A_package_with_expired_assignments_is_deleted()
    {
        using var graph = new GraphClient(state: Given.StateWithAssignment("expired"));

        Assert.Equal(HttpStatusCode.NoContent, (await graph.Delete($"~/accessPackages/{Given.StatePackage}")).Status);
    }

    [Fact]
    public async Task The_whole_of_a_catalogs_packages_is_read_in_one_request()
    {
        var catalog = await _graph.Catalog();
        await _graph.Package(await _graph.Catalog("Sales"), "Elsewhere");
        var resource = await _graph.Resource(catalog);
        var package = await _graph.Package(catalog);
        await _graph.Policy(package);
        await _graph.Post($"~/accessPackages/{package}/resourceRoleScopes", Given.Grant(resource));

        var answer = await _graph.Get($"~/accessPackages?$filter=catalog/id%20eq%20'{catalog}'&$expand=catalog,assignmentPolicies,resourceRoleScopes($expand=role,scope)");

        var read = Assert.Single(answer.Items);
        Assert.Equal(catalog, read["catalog"]?["id"]?.GetValue<string>());
        Assert.Equal("Employees", read["assignmentPolicies"]?[0]?["displayName"]?.GetValue<string>());
        Assert.Null(read["assignmentPolicies"]?[0]?["accessPackage"]);
        Assert.Equal($"Member_{Given.Collaboration}", read["resourceRoleScopes"]?[0]?["role"]?["originId"]?.GetValue<string>());
        Assert.Equal(Given.Collaboration, read["resourceRoleScopes"]?[0]?["scope"]?["originId"]?.GetValue<string>());
        Assert.Null(read["resourceRoleScopes"]?[0]?["role"]?["resource"]);
    }

    public void Dispose() => _graph.Dispose();
}
