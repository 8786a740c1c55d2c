using System.Net;

namespace Reconciler.UnitTests.Emulator;

public sealed class RoleManagementRoutesTests : IDisposable
{
    private const string Assignments = "/roleManagement/entitlementManagement/roleAssignments";
    private const string Definitions = "/roleManagement/entitlementManagement/roleDefinitions";
    private const string CatalogOwner = "ae79f266-94d4-4dab-b730-feca7e132178";
    private const string CatalogCreator = "ba92d953-d8e0-4e39-a797-0cbedb0a89e8";
    private const string OrganizationAdministrator = "e65cf63f-9cc2-4b48-8871-cb667e9d90fb";

    private readonly GraphClient _graph = new();

    public static string Owner(string catalog, string principal = Given.Megan) => Body(principal, CatalogOwner, $"/AccessPackageCatalog/{catalog}");

    [Fact]
    public async Task Five_roles_are_listed_and_six_are_there()
    {
        Assert.Equal(
            ["Catalog owner", "Catalog reader", "AccessPackages manager", "AccessPackage assignment manager", "Catalog creator"],
            (await _graph.Get(Definitions)).Names);
        Assert.Equal(HttpStatusCode.OK, (await _graph.Get($"{Definitions}/{OrganizationAdministrator}")).Status);
        (await _graph.Get($"{Definitions}/{Given.Nobody}")).IsRefused(HttpStatusCode.NotFound, "RoleDefinitionNotFound");
    }

    [Fact]
    public async Task Everything_of_one_catalog_is_read_in_one_request()
    {
        var catalog = await _graph.Catalog();
        await _graph.Created(Assignments, Owner(catalog));
        await _graph.Created(Assignments, Owner(catalog, Given.Bot));
        await _graph.Created(Assignments, Owner(await _graph.Catalog("Sales")));

        var found = await _graph.Get($"{Assignments}?$filter=appScopeId eq '/AccessPackageCatalog/{catalog}'&$expand=principal");

        Assert.Equal(["#microsoft.graph.user", "#microsoft.graph.servicePrincipal"], found.Items.Select(item => item["principal"]?["@odata.type"]?.GetValue<string>()));
        Assert.Equal("Megan Bowen", found.Items[0]["principal"]?["displayName"]?.GetValue<string>());
        Assert.Single((await _graph.Get($"{Assignments}?$filter=principalId eq '{Given.Bot}' and roleDefinitionId in ('{CatalogOwner}')")).Items);
        Assert.Equal(3, (await _graph.Get($"{Assignments}?$filter=roleDefinitionId eq '{CatalogOwner}'")).Items.Count);
    }

    [Fact]
    public async Task A_role_is_given_once()
    {
        var catalog = await _graph.Catalog();
        var id = await _graph.Created(Assignments, Owner(catalog));

        (await _graph.Post(Assignments, Owner(catalog))).IsRefused(HttpStatusCode.Conflict, "DuplicateKey");

        Assert.Equal(HttpStatusCode.NoContent, (await _graph.Delete($"{Assignments}/{id}")).Status);
        (await _graph.Delete($"{Assignments}/{id}")).IsRefused(HttpStatusCode.NotFound, "RoleAssignmentNotFound");
        Assert.Equal(HttpStatusCode.MethodNotAllowed, (await _graph.Patch($"{Assignments}/{id}", "{}")).Status);
    }

    [Fact]
    public async Task A_role_of_the_tenant_is_named_by_either_scope()
    {
        var id = await _graph.Created(Assignments, Body(Given.Megan, CatalogCreator, "/"));
        (await _graph.Post(Assignments, $$"""{ "principalId": "{{Given.Megan}}", "roleDefinitionId": "{{CatalogCreator}}", "directoryScopeId": "/" }"""))
            .IsRefused(HttpStatusCode.Conflict, "DuplicateKey");

        Assert.Equal(id, Assert.Single((await _graph.Get($"{Assignments}?$filter=appScopeId eq '/'")).Items)["id"]?.GetValue<string>());
    }

    [Fact]
    public async Task A_role_holds_only_where_it_can()
    {
        var catalog = await _graph.Catalog();

        (await _graph.Post(Assignments, Body(Given.Megan, CatalogOwner, "/"))).IsRefused(HttpStatusCode.BadRequest, "InvalidModel");
        (await _graph.Post(Assignments, Body(Given.Megan, CatalogCreator, $"/AccessPackageCatalog/{catalog}"))).IsRefused(HttpStatusCode.BadRequest, "InvalidModel");
        (await _graph.Post(Assignments, Body(Given.Megan, CatalogOwner, catalog))).IsRefused(HttpStatusCode.BadRequest, "InvalidModel");
        (await _graph.Post(Assignments, Owner(Given.Nobody))).IsRefused(HttpStatusCode.NotFound, "CatalogNotFound");
        (await _graph.Post(Assignments, Owner(catalog, Given.Nobody))).IsRefused(HttpStatusCode.NotFound, "Request_ResourceNotFound");
        (await _graph.Post(Assignments, """{ "principalId": "x" }""")).IsRefused(HttpStatusCode.BadRequest, "InvalidModel");
    }

    [Fact]
    public async Task A_deleted_catalog_takes_its_role_assignments_along()
    {
        var catalog = await _graph.Catalog();
        var id = await _graph.Created(Assignments, Owner(catalog));

        await _graph.Delete($"~/catalogs/{catalog}");

        (await _graph.Get($"{Assignments}/{id}")).IsRefused(HttpStatusCode.NotFound, "RoleAssignmentNotFound");
    }

    public void Dispose() => _graph.Dispose();

    private static string Body(string principal, string role, string scope) =>
        $$"""{ "principalId": "{{principal}}", "roleDefinitionId": "{{role}}", "appScopeId": "{{scope}}" }""";
}
