using System.Net;

namespace Reconciler.UnitTests.Emulator;

public sealed class ResourceRoutesTests : IDisposable
{
    private readonly GraphClient _graph = new();

    [Fact]
    public async Task An_added_group_is_listed_with_its_root_scope_and_roles()
    {
        var catalog = await _graph.Catalog();

        var request = await _graph.Post("~/resourceRequests", Given.AdminAdd(catalog, Given.Collaboration));

        Assert.Equal(HttpStatusCode.Created, request.Status);
        Assert.Equal("delivered", request.Body?["state"]?.GetValue<string>());
        Assert.Null(request.Body?["resource"]);
        var resource = Assert.Single((await _graph.Get($"~/catalogs/{catalog}/resources?$expand=roles,scopes")).Items);
        Assert.Equal(Given.Collaboration, resource["originId"]?.GetValue<string>());
        Assert.NotEqual(Given.Collaboration, resource["id"]?.GetValue<string>());
        Assert.Equal("External collaboration", resource["displayName"]?.GetValue<string>());
        Assert.Equal(2, resource["roles"]?.AsArray().Count);
        Assert.True(resource["scopes"]?[0]?["isRootScope"]?.GetValue<bool>());
    }

    [Fact]
    public async Task Roles_of_a_resource_are_listed_by_the_documented_filter()
    {
        var catalog = await _graph.Catalog();
        await _graph.Resource(catalog, Given.Marketing);
        var resource = await _graph.Resource(catalog);

        var roles = await _graph.Get($"~/catalogs/{catalog}/resourceRoles?$filter=(originSystem+eq+%27AadGroup%27+and+resource/id+eq+%27{resource}%27)&$expand=resource");

        Assert.Equal(["Member", "Owner"], roles.Names);
        Assert.Equal(resource, roles.Items[0]["resource"]?["id"]?.GetValue<string>());
        (await _graph.Get($"~/catalogs/{catalog}/resourceRoles")).IsRefused(HttpStatusCode.BadRequest, "InvalidFilter");
    }

    [Fact]
    public async Task A_role_assignable_group_has_eligible_roles_that_only_resourceRoles_shows()
    {
        var catalog = await _graph.Catalog();
        var resource = await _graph.Resource(catalog, Given.Admins);

        var roles = await _graph.Get($"~/catalogs/{catalog}/resourceRoles?$filter=(originSystem eq 'AadGroup' and resource/id eq '{resource}')");
        var expanded = await _graph.Get($"~/catalogs/{catalog}/resources/{resource}?$expand=roles");

        Assert.Equal(["Member", "Owner", "Eligible Member", "Eligible Owner"], roles.Names);
        Assert.Empty(expanded.Body?["roles"]?.AsArray() ?? throw new InvalidOperationException());
    }

    [Fact]
    public async Task A_group_nobody_knows_is_refused()
    {
        var catalog = await _graph.Catalog();

        (await _graph.Post("~/resourceRequests", Given.AdminAdd(catalog, Given.Nobody))).IsRefused(HttpStatusCode.BadRequest, "ResourceNotFoundInOriginSystem");
    }

    [Fact]
    public async Task A_group_is_onboarded_once_a_catalog()
    {
        var catalog = await _graph.Catalog();
        var first = await _graph.Resource(catalog);

        (await _graph.Post("~/resourceRequests", Given.AdminAdd(catalog, Given.Collaboration.ToUpperInvariant()))).IsRefused(HttpStatusCode.BadRequest, "ResourceAlreadyOnboarded");

        Assert.NotEqual(first, await _graph.Resource(await _graph.Catalog("Sales")));
    }

    [Fact]
    public async Task A_synchronised_group_cannot_be_managed()
    {
        var catalog = await _graph.Catalog();

        (await _graph.Post("~/resourceRequests", Given.AdminAdd(catalog, Given.Synced))).IsRefused(HttpStatusCode.BadRequest, "ResourceCannotBeManaged");
    }

    [Fact]
    public async Task Microsoft_365_and_dynamic_groups_can_be_added()
    {
        var catalog = await _graph.Catalog();

        Assert.NotEmpty(await _graph.Resource(catalog, Given.Marketing));
        Assert.NotEmpty(await _graph.Resource(catalog, Given.MarketingToo));
    }

    [Fact]
    public async Task Other_origin_systems_are_said_to_be_missing_and_unknown_ones_to_be_unknown()
    {
        var catalog = await _graph.Catalog();

        (await _graph.Post("~/resourceRequests", Given.ResourceRequest("adminAdd", catalog, """{ "originId": "x", "originSystem": "DirectoryRole" }""")))
            .IsRefused(HttpStatusCode.NotImplemented, "NotImplementedByEmulator");
        (await _graph.Post("~/resourceRequests", Given.ResourceRequest("adminAdd", catalog, """{ "originId": "x", "originSystem": "AadGruop" }""")))
            .IsRefused(HttpStatusCode.BadRequest, "ArgumentException");
    }

    [Fact]
    public async Task A_request_needs_a_catalog_a_resource_and_a_known_type()
    {
        var catalog = await _graph.Catalog();

        (await _graph.Post("~/resourceRequests", """{ "requestType": "adminAdd", "resource": {} }""")).IsRefused(HttpStatusCode.BadRequest, "InvalidModel");
        (await _graph.Post("~/resourceRequests", $$"""{ "requestType": "adminAdd", "catalog": { "id": "{{catalog}}" } }""")).IsRefused(HttpStatusCode.BadRequest, "InvalidModel");
        (await _graph.Post("~/resourceRequests", Given.ResourceRequest("userAdd", catalog, "{}"))).IsRefused(HttpStatusCode.BadRequest, "InvalidModel");
        (await _graph.Post("~/resourceRequests", Given.AdminAdd(Given.Nobody, Given.Collaboration))).IsRefused(HttpStatusCode.NotFound, "CatalogNotFound");
    }

    [Fact]
    public async Task A_resource_in_use_is_not_removed()
    {
        var catalog = await _graph.Catalog();
        var resource = await _graph.Resource(catalog);
        var package = await _graph.Package(catalog);
        var grant = await _graph.Created($"~/accessPackages/{package}/resourceRoleScopes", Given.Grant(resource));
        var removal = Given.ResourceRequest("adminRemove", catalog, $$"""{ "id": "{{resource}}" }""");

        (await _graph.Post("~/resourceRequests", removal)).IsRefused(HttpStatusCode.BadRequest, "InvalidDeleteResourceHasEntitlements");

        await _graph.Delete($"~/accessPackages/{package}/resourceRoleScopes/{grant}");
        Assert.Equal(HttpStatusCode.Created, (await _graph.Post("~/resourceRequests", removal)).Status);
        Assert.Empty((await _graph.Get($"~/catalogs/{catalog}/resources")).Items);
        (await _graph.Post("~/resourceRequests", removal)).IsRefused(HttpStatusCode.NotFound, "ResourceNotFound");
    }

    [Fact]
    public async Task Requests_are_kept()
    {
        var catalog = await _graph.Catalog();
        await _graph.Resource(catalog);

        var requests = await _graph.Get($"~/resourceRequests?$filter=catalog/id eq '{catalog}'&$expand=resource,catalog");

        var request = Assert.Single(requests.Items);
        Assert.Equal("adminAdd", request["requestType"]?.GetValue<string>());
        Assert.Equal(Given.Collaboration, request["resource"]?["originId"]?.GetValue<string>());
        Assert.Equal(HttpStatusCode.OK, (await _graph.Get($"~/resourceRequests/{request["id"]}")).Status);
    }

    public void Dispose() => _graph.Dispose();
}
