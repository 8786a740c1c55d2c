using System.Net;

namespace Reconciler.UnitTests.Emulator;

public sealed class CatalogRoutesTests : IDisposable
{
    private readonly GraphClient _graph = new();

    [Fact]
    public async Task A_fresh_tenant_has_the_built_in_catalog()
    {
        var catalogs = await _graph.Get("~/catalogs");

        var general = Assert.Single(catalogs.Items);
        Assert.Equal("General", general["displayName"]?.GetValue<string>());
        Assert.Equal("serviceDefault", general["catalogType"]?.GetValue<string>());
        Assert.Equal("Built-in catalog.", general["description"]?.GetValue<string>());
        Assert.Equal("published", general["state"]?.GetValue<string>());
        Assert.True(general["isExternallyVisible"]?.GetValue<bool>());
    }

    [Fact]
    public async Task A_created_catalog_is_answered_whole_with_the_services_defaults()
    {
        var created = await _graph.Post("~/catalogs", """{ "displayName": "Finance", "catalogType": "serviceManaged", "id": "mine" }""");

        Assert.Equal(HttpStatusCode.Created, created.Status);
        Assert.Equal("userManaged", created.Body?["catalogType"]?.GetValue<string>());
        Assert.Equal("published", created.Body?["state"]?.GetValue<string>());
        Assert.False(created.Body?["isExternallyVisible"]?.GetValue<bool>());
        Assert.Equal("2026-03-01T09:30:00Z", created.Body?["createdDateTime"]?.GetValue<string>());
        Assert.True(Guid.TryParse(created.Id, out _));
        Assert.EndsWith("/$entity", created.Body?["@odata.context"]?.GetValue<string>(), StringComparison.Ordinal);
        Assert.NotNull(created.RequestId);
    }

    [Fact]
    public async Task A_patch_merges_and_bumps_the_time_of_modification()
    {
        var id = await _graph.Created("~/catalogs", """{ "displayName": "Finance", "description": "Kept" }""");
        _graph.Time.Advance(TimeSpan.FromMinutes(1.5));

        var patched = await _graph.Patch($"~/catalogs/{id}", """{ "state": "UNPUBLISHED" }""");

        Assert.Equal(HttpStatusCode.NoContent, patched.Status);
        var catalog = await _graph.Get($"~/catalogs/{id}");
        Assert.Equal("Kept", catalog.Body?["description"]?.GetValue<string>());
        Assert.Equal("unpublished", catalog.Body?["state"]?.GetValue<string>());
        Assert.Equal("2026-03-01T09:31:30Z", catalog.Body?["modifiedDateTime"]?.GetValue<string>());
        Assert.Equal("2026-03-01T09:30:00Z", catalog.Body?["createdDateTime"]?.GetValue<string>());
    }

    [Fact]
    public async Task A_catalog_needs_a_name()
    {
        (await _graph.Post("~/catalogs", """{ "description": "x" }""")).IsRefused(HttpStatusCode.BadRequest, "InvalidModel");
        var id = await _graph.Catalog();
        (await _graph.Patch($"~/catalogs/{id}", """{ "displayName": null }""")).IsRefused(HttpStatusCode.BadRequest, "InvalidModel");
    }

    [Fact]
    public async Task A_catalog_with_packages_is_not_deleted()
    {
        var id = await _graph.Catalog();
        var package = await _graph.Package(id);

        (await _graph.Delete($"~/catalogs/{id}")).IsRefused(HttpStatusCode.BadRequest, "CatalogHasAccessPackages");

        await _graph.Delete($"~/accessPackages/{package}");
        Assert.Equal(HttpStatusCode.NoContent, (await _graph.Delete($"~/catalogs/{id}")).Status);
        (await _graph.Get($"~/catalogs/{id}")).IsRefused(HttpStatusCode.NotFound, "CatalogNotFound");
    }

    [Fact]
    public async Task A_catalog_with_resources_only_is_deleted_with_them()
    {
        var id = await _graph.Catalog();
        await _graph.Resource(id);

        Assert.Equal(HttpStatusCode.NoContent, (await _graph.Delete($"~/catalogs/{id}")).Status);
    }

    [Fact]
    public async Task The_built_in_catalog_is_not_deleted()
    {
        var general = (await _graph.Get("~/catalogs")).Items[0]["id"];

        (await _graph.Delete($"~/catalogs/{general}")).IsRefused(HttpStatusCode.BadRequest, "CatalogIsBuiltIn");
    }

    [Fact]
    public async Task Two_catalogs_may_have_one_name()
    {
        await _graph.Catalog("Finance");
        await _graph.Catalog("Finance");

        Assert.Equal(2, (await _graph.Get("~/catalogs?$filter=displayName eq 'finance'")).Items.Count);
    }

    [Fact]
    public async Task A_name_is_found_whatever_its_case()
    {
        await _graph.Catalog("Finance");

        Assert.Equal(["Finance"], (await _graph.Get("~/catalogs?$filter=contains(tolower(displayName),'nanc')")).Names);
    }

    [Fact]
    public async Task Catalogs_can_be_read_with_resources_and_packages()
    {
        var id = await _graph.Catalog();
        await _graph.Resource(id);
        await _graph.Package(id);

        var catalog = await _graph.Get($"~/catalogs/{id}?$expand=resources,accessPackages");

        Assert.Equal("External collaboration", catalog.Body?["resources"]?[0]?["displayName"]?.GetValue<string>());
        Assert.Equal("Expense approver", catalog.Body?["accessPackages"]?[0]?["displayName"]?.GetValue<string>());
    }

    public void Dispose() => _graph.Dispose();
}
