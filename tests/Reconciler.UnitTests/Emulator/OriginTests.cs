using System.Net;
using System.Text.Json.Nodes;

namespace Reconciler.UnitTests.Emulator;

/// <summary>What groups, applications and sites are as resources of a catalog.</summary>
public sealed class OriginTests : IAsyncLifetime, IDisposable
{
    private readonly GraphClient _graph = new();
    private string _catalog = "";

    public async Task InitializeAsync() => _catalog = await _graph.Catalog();

    public Task DisposeAsync() => Task.CompletedTask;

    public void Dispose() => _graph.Dispose();

    [Fact]
    public async Task An_applications_roles_are_its_app_roles()
    {
        var resource = await _graph.Resource(_catalog, "AadApplication", Given.Salesforce);
        var appRoles = (await _graph.Get($"/servicePrincipals/{Given.Salesforce}?$select=appRoles")).Body?["appRoles"]?.AsArray() ?? [];

        var roles = await Roles(resource, "AadApplication");
        Assert.Equal(["Standard User", "Administrator"], roles.Select(role => role["displayName"]?.GetValue<string>()));
        Assert.Equal(appRoles.Select(role => role?["id"]?.GetValue<string>()), roles.Select(role => role["originId"]?.GetValue<string>()));
    }

    [Fact]
    public async Task An_application_without_roles_has_default_access()
    {
        var resource = await _graph.Resource(_catalog, "AadApplication", Given.Bot);

        var role = Assert.Single(await Roles(resource, "AadApplication"));
        Assert.Equal(("Default Access", "00000000-0000-0000-0000-000000000000"), (role["displayName"]?.GetValue<string>(), role["originId"]?.GetValue<string>()));
    }

    [Fact]
    public async Task An_application_is_named_by_its_object_id_not_its_app_id()
    {
        (await Add("AadApplication", Given.SalesforceAppId)).IsRefused(HttpStatusCode.BadRequest, "ResourceNotFoundInOriginSystem");
        (await Add("AadGroup", Given.Salesforce)).IsRefused(HttpStatusCode.BadRequest, "ResourceNotFoundInOriginSystem");
    }

    [Theory]
    [InlineData("https://woodgrove.sharepoint.example/sites/Marketing/")]
    [InlineData("https://WOODGROVE.sharepoint.example/sites/marketing")]
    public async Task A_site_is_its_address_however_it_is_written(string address)
    {
        await _graph.Created("~/resourceRequests", Given.ResourceRequest("adminAdd", _catalog, $$"""{ "originId": "{{address}}", "originSystem": "SharePointOnline" }"""));

        var resource = Assert.Single((await _graph.Get($"~/catalogs/{_catalog}/resources?$expand=roles,scopes,environment")).Items);
        Assert.Equal(Given.MarketingSite, resource["originId"]?.GetValue<string>());
        Assert.Equal(["3", "4"], (resource["roles"]?.AsArray() ?? []).Select(role => role?["originId"]?.GetValue<string>()));
        Assert.Equal(Given.MarketingSite, resource["scopes"]?[0]?["originId"]?.GetValue<string>());
        Assert.Equal(Given.HomeEnvironment, resource["environment"]?["originId"]?.GetValue<string>());
        (await Add("SharePointOnline", Given.MarketingSite)).IsRefused(HttpStatusCode.BadRequest, "ResourceAlreadyOnboarded");
        (await Add("SharePointOnline", Given.MarketingSite + "2")).IsRefused(HttpStatusCode.BadRequest, "ResourceNotFoundInOriginSystem");
    }

    [Fact]
    public async Task A_site_far_away_is_found_in_its_environment_only()
    {
        (await Add("SharePointOnline", Given.FarSite)).IsRefused(HttpStatusCode.BadRequest, "ResourceNotFoundInOriginSystem");
        (await Add("SharePointOnline", Given.MarketingSite, Environment(Given.FarEnvironment))).IsRefused(HttpStatusCode.BadRequest, "ResourceNotFoundInOriginSystem");
        (await Add("SharePointOnline", Given.FarSite, Environment("https://nowhere"))).IsRefused(HttpStatusCode.NotFound, "ResourceEnvironmentNotFound");
        (await Add("AadGroup", Given.Collaboration, Environment(Given.FarEnvironment))).IsRefused(HttpStatusCode.BadRequest, "InvalidModel");

        Assert.Equal(HttpStatusCode.Created, (await Add("SharePointOnline", Given.FarSite, Environment(Given.FarEnvironment))).Status);
    }

    [Fact]
    public async Task An_environment_can_be_bound()
    {
        var environments = await _graph.Get("~/resourceEnvironments?$filter=originSystem eq 'SharePointOnline'");
        var far = environments.Items.Single(item => item["originId"]?.GetValue<string>() == Given.FarEnvironment)["id"];

        Assert.Equal(HttpStatusCode.Created, (await Add("SharePointOnline", Given.FarSite, $$""", "environment@odata.bind": "resourceEnvironments/{{far}}" """)).Status);

        Assert.Equal(HttpStatusCode.OK, (await _graph.Get($"~/resourceEnvironments/{far}")).Status);
        (await _graph.Get("~/resourceEnvironments")).IsRefused(HttpStatusCode.BadRequest, "BadRequest");
    }

    [Theory]
    [InlineData(Given.JustInTime)]
    [InlineData(Given.Admins)]
    public async Task Roles_of_privileged_groups_show_only_where_they_are_asked_for(string group)
    {
        var resource = await _graph.Resource(_catalog, group);

        Assert.Equal(["Member", "Owner", "Eligible Member", "Eligible Owner"], (await Roles(resource, "AadGroup")).Select(role => role["displayName"]?.GetValue<string>()));
        Assert.Empty((await _graph.Get($"~/catalogs/{_catalog}/resources/{resource}?$expand=roles")).Body?["roles"]?.AsArray() ?? [null]);
        Assert.False((await _graph.Get($"/groups/{group}")).Body?.AsObject().ContainsKey("isManagedByPim"));
    }

    [Theory]
    [InlineData("AadApplication", Given.Bot, "00000000-0000-0000-0000-000000000000")]
    [InlineData("SharePointOnline", Given.MarketingSite, "4")]
    [InlineData("AadGroup", Given.JustInTime, "EligibleMember_" + Given.JustInTime)]
    public async Task Every_kind_of_role_can_be_granted(string originSystem, string originId, string roleOriginId)
    {
        var resource = await _graph.Resource(_catalog, originSystem, originId);
        var package = await _graph.Package(_catalog);
        var grant = Grant(originSystem, originId, roleOriginId, resource);

        await _graph.Created($"~/accessPackages/{package}/resourceRoleScopes", grant);

        (await _graph.Post($"~/accessPackages/{package}/resourceRoleScopes", grant)).IsRefused(HttpStatusCode.Conflict, "DuplicateKey");
        (await _graph.Post($"~/accessPackages/{package}/resourceRoleScopes", Grant(originSystem, originId, "9", resource))).IsRefused(HttpStatusCode.NotFound, "RoleNotFound");
        var read = await _graph.Get($"~/accessPackages/{package}?$expand=resourceRoleScopes($expand=role,scope)");
        Assert.Equal(roleOriginId, read.Body?["resourceRoleScopes"]?[0]?["role"]?["originId"]?.GetValue<string>());
        (await _graph.Post("~/resourceRequests", Given.ResourceRequest("adminRemove", _catalog, $$"""{ "originId": "{{originId}}", "originSystem": "{{originSystem}}" }""")))
            .IsRefused(HttpStatusCode.BadRequest, "InvalidDeleteResourceHasEntitlements");
    }

    [Fact]
    public async Task Required_attributes_are_replaced_as_a_whole()
    {
        var resource = await _graph.Resource(_catalog, "AadApplication", Given.Salesforce);
        await Update(Attribute("officeLocation", "Where?"), Attribute("department", "For whom?"));

        await Update(Attribute("city", "Which city?"));

        var read = (await _graph.Get($"~/catalogs/{_catalog}/resources/{resource}")).Body?["attributes"]?.AsArray() ?? [];
        var attribute = Assert.Single(read);
        Assert.Equal("city", attribute?["name"]?.GetValue<string>());
        Assert.Equal("#microsoft.graph.accessPackageUserDirectoryAttributeStore", attribute?["destination"]?["@odata.type"]?.GetValue<string>());
        Assert.Equal("Which city?", attribute?["source"]?["question"]?["text"]?.GetValue<string>());
        Assert.True(Guid.TryParse(attribute?["source"]?["question"]?["id"]?.GetValue<string>(), out _));
        await Update();
        Assert.Empty((await _graph.Get($"~/catalogs/{_catalog}/resources/{resource}")).Body?["attributes"]?.AsArray() ?? [null]);
    }

    [Fact]
    public async Task Half_an_attribute_or_the_same_one_twice_is_refused()
    {
        await _graph.Resource(_catalog, "AadApplication", Given.Salesforce);

        (await TryUpdate("""{ "name": "city" }""")).IsRefused(HttpStatusCode.BadRequest, "InvalidModel");
        (await TryUpdate(Attribute("city", "a"), Attribute("City", "b"))).IsRefused(HttpStatusCode.BadRequest, "InvalidModel");
        (await TryUpdate("""{ "name": "city", "destination": { }, "source": { } }""")).IsRefused(HttpStatusCode.BadRequest, "InvalidModel");
        (await _graph.Post("~/resourceRequests", Given.ResourceRequest("adminUpdate", _catalog, $$"""{ "originId": "{{Given.Bot}}", "originSystem": "AadApplication", "attributes": [] }""")))
            .IsRefused(HttpStatusCode.NotFound, "ResourceNotFound");
    }

    [Fact]
    public async Task A_resource_is_refreshed()
    {
        var resource = await _graph.Resource(_catalog);

        Assert.Equal(HttpStatusCode.NoContent, (await _graph.Post($"~/catalogs/{_catalog}/resources/{resource}/refresh", "{}")).Status);
        (await _graph.Post($"~/catalogs/{_catalog}/resources/{Given.Nobody}/refresh", "{}")).IsRefused(HttpStatusCode.NotFound, "ResourceNotFound");
    }

    private static string Environment(string originId) => $$""", "environment": { "originId": "{{originId}}" } """;

    private static string Grant(string originSystem, string originId, string roleOriginId, string resource) => $$"""
        { "role": { "originId": "{{roleOriginId}}", "originSystem": "{{originSystem}}", "resource": { "id": "{{resource}}" } },
          "scope": { "originId": "{{originId}}", "originSystem": "{{originSystem}}" } }
        """;

    private static string Attribute(string name, string question) => $$"""
        { "name": "{{name}}", "destination": { "@odata.type": "microsoft.graph.accessPackageUserDirectoryAttributeStore" },
          "source": { "@odata.type": "#microsoft.graph.accessPackageResourceAttributeQuestion",
            "question": { "@odata.type": "#microsoft.graph.accessPackageTextInputQuestion", "text": "{{question}}", "isRequired": true } } }
        """;

    private Task<GraphAnswer> Add(string originSystem, string originId, string more = "") =>
        _graph.Post("~/resourceRequests", Given.ResourceRequest("adminAdd", _catalog, $$"""{ "originId": "{{originId}}", "originSystem": "{{originSystem}}"{{more}} }"""));

    private Task<GraphAnswer> TryUpdate(params string[] attributes) => _graph.Post("~/resourceRequests", Given.ResourceRequest(
        "adminUpdate", _catalog, $$"""{ "originId": "{{Given.Salesforce}}", "originSystem": "AadApplication", "attributes": [ {{string.Join(',', attributes)}} ] }"""));

    private async Task Update(params string[] attributes) => Assert.Equal(HttpStatusCode.Created, (await TryUpdate(attributes)).Status);

    private async Task<IReadOnlyList<JsonObject>> Roles(string resource, string originSystem) =>
        (await _graph.Get($"~/catalogs/{_catalog}/resourceRoles?$filter=(originSystem eq '{originSystem}' and resource/id eq '{resource}')")).Items;
}
