using System.Net;

namespace Reconciler.UnitTests.Emulator;

public sealed class ServicePrincipalRoutesTests : IDisposable
{
    private readonly GraphClient _graph = new();

    [Theory]
    [InlineData("?$filter=displayName eq 'salesforce'")]
    [InlineData("?$filter=appId eq '" + Given.SalesforceAppId + "'")]
    public async Task An_application_is_found_by_name_and_by_application_id(string query)
    {
        var found = Assert.Single((await _graph.Get($"/servicePrincipals{query}&$select=id,appRoles")).Items);

        Assert.Equal(["id", "appRoles"], found.Select(member => member.Key));
        Assert.Equal(Given.Salesforce, found["id"]?.GetValue<string>());
        Assert.Equal("Standard User", found["appRoles"]?[0]?["displayName"]?.GetValue<string>());
        Assert.Equal("User", found["appRoles"]?[0]?["allowedMemberTypes"]?[0]?.GetValue<string>());
    }

    [Theory]
    [InlineData("/servicePrincipals/" + Given.Salesforce)]
    [InlineData("/servicePrincipals(appId='" + Given.SalesforceAppId + "')")]
    public async Task An_application_has_two_keys(string path) =>
        Assert.Equal(Given.Salesforce, (await _graph.Get(path)).Id);

    [Theory]
    [InlineData("/servicePrincipals/" + Given.SalesforceAppId)]
    [InlineData("/servicePrincipals(appId='" + Given.Salesforce + "')")]
    [InlineData("/directoryObjects/" + Given.Nobody)]
    public async Task The_keys_are_not_mistaken_for_each_other(string path) =>
        (await _graph.Get(path)).IsRefused(HttpStatusCode.NotFound, "Request_ResourceNotFound");

    [Fact]
    public async Task Any_directory_object_says_what_it_is()
    {
        Assert.Equal("#microsoft.graph.servicePrincipal", await TypeOf(Given.Bot));
        Assert.Equal("#microsoft.graph.user", await TypeOf(Given.Megan));
        Assert.Equal("#microsoft.graph.group", await TypeOf(Given.Admins));
        var byIds = await _graph.Post("/directoryObjects/getByIds", $$"""{ "ids": [ "{{Given.Bot}}", "{{Given.Megan}}" ], "types": [ "servicePrincipal" ] }""");
        Assert.Equal(["Woodgrove Bot"], byIds.Names);
    }

    [Fact]
    public async Task Sponsors_of_a_user_come_when_expanded() =>
        Assert.Equal(Given.Megan, (await _graph.Get($"/users/{Given.Isaiah}?$expand=sponsors")).Body?["sponsors"]?[0]?["id"]?.GetValue<string>());

    public void Dispose() => _graph.Dispose();

    private async Task<string?> TypeOf(string id) => (await _graph.Get($"/directoryObjects/{id}")).Body?["@odata.type"]?.GetValue<string>();
}
