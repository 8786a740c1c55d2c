using System.Net;
using System.Text.Json;

namespace Reconciler.UnitTests.Emulator;

public sealed class DirectoryRoutesTests : IDisposable
{
    private readonly GraphClient _graph = new();

    [Theory]
    [InlineData("megan@woodgrove.example", Given.Megan)]
    [InlineData("MEGAN@woodgrove.example", Given.Megan)]
    [InlineData(Given.Megan, Given.Megan)]
    [InlineData("ana_fabrikam.com%23EXT%23@woodgrove.example", Given.Ana)]
    public async Task A_user_is_found_by_id_and_by_principal_name(string key, string id) =>
        Assert.Equal(id, (await _graph.Get($"/users/{key}")).Id);

    [Fact]
    public async Task A_user_says_little_unless_asked()
    {
        Assert.Null((await _graph.Get($"/users/{Given.Megan}")).Body?["department"]);

        var asked = (await _graph.Get($"/users/{Given.Megan}?$select=department,userType,accountEnabled&$expand=manager($select=displayName)")).Body;

        Assert.Equal("Sales", asked?["department"]?.GetValue<string>());
        Assert.Equal("Member", asked?["userType"]?.GetValue<string>());
        Assert.Equal("Isaiah Langer", asked?["manager"]?["displayName"]?.GetValue<string>());
    }

    [Theory]
    [InlineData("userPrincipalName in ('megan@woodgrove.example','isaiah@woodgrove.example','nobody@woodgrove.example')", 2)]
    [InlineData("mail eq 'ANA@fabrikam.com'", 1)]
    [InlineData("mail eq 'ana@fabrikam.com' or otherMails/any(o:o eq 'ana@fabrikam.com') or proxyAddresses/any(p:p eq 'SMTP:ana@fabrikam.com')", 1)]
    [InlineData("displayName eq 'Megan Bowen' and accountEnabled eq true", 1)]
    [InlineData("displayName eq 'Nobody'", 0)]
    public async Task Users_are_found_by_what_they_are_called(string filter, int count) =>
        Assert.Equal(count, (await _graph.Get($"/users?$filter={Uri.EscapeDataString(filter)}&$top=999")).Items.Count);

    [Fact]
    public async Task More_than_fifteen_values_are_too_many()
    {
        var values = string.Join(',', Enumerable.Range(0, 16).Select(index => $"'u{index}@x'"));

        (await _graph.Get($"/users?$filter=userPrincipalName in ({values})")).IsRefused(HttpStatusCode.BadRequest, "InvalidFilter");
    }

    [Fact]
    public async Task Groups_of_one_name_are_all_found_with_what_kind_they_are()
    {
        var groups = await _graph.Get("/groups?$filter=displayName eq 'External collaboration'&$select=id,groupTypes,onPremisesSyncEnabled,isAssignableToRole,membershipRule");

        Assert.Equal(2, groups.Items.Count);
        Assert.Equal("DynamicMembership", groups.Items[1]["groupTypes"]?[0]?.GetValue<string>());
        Assert.True((await _graph.Get($"/groups/{Given.Synced}")).Body?["onPremisesSyncEnabled"]?.GetValue<bool>());
        Assert.True((await _graph.Get($"/groups/{Given.Admins}")).Body?["isAssignableToRole"]?.GetValue<bool>());
    }

    [Fact]
    public async Task Members_and_owners_come_when_expanded()
    {
        var group = (await _graph.Get($"/groups/{Given.Collaboration}?$expand=owners,members")).Body;

        Assert.Equal("#microsoft.graph.user", group?["owners"]?[0]?["@odata.type"]?.GetValue<string>());
        Assert.Equal("#microsoft.graph.group", group?["members"]?[0]?["@odata.type"]?.GetValue<string>());
    }

    [Theory]
    [InlineData("/users/" + Given.Nobody)]
    [InlineData("/groups/" + Given.Nobody)]
    public async Task What_does_not_exist_is_not_found(string path) =>
        (await _graph.Get(path)).IsRefused(HttpStatusCode.NotFound, "Request_ResourceNotFound");

    [Fact]
    public async Task Unknown_ids_are_silently_missing()
    {
        var all = await _graph.Post("/directoryObjects/getByIds", $$"""{ "ids": [ "{{Given.Megan}}", "{{Given.Nobody}}", "{{Given.Collaboration}}" ] }""");
        var users = await _graph.Post("/directoryObjects/getByIds", $$"""{ "ids": [ "{{Given.Megan}}", "{{Given.Collaboration}}" ], "types": [ "user", "servicePrincipal" ] }""");

        Assert.Equal(HttpStatusCode.OK, all.Status);
        Assert.Equal(["Megan Bowen", "External collaboration"], all.Names);
        Assert.Equal("#microsoft.graph.user", Assert.Single(users.Items)["@odata.type"]?.GetValue<string>());
    }

    [Fact]
    public async Task A_thousand_ids_are_enough()
    {
        var ids = JsonSerializer.Serialize(Enumerable.Repeat(Given.Megan, 1001));

        (await _graph.Post("/directoryObjects/getByIds", $$"""{ "ids": {{ids}} }""")).IsRefused(HttpStatusCode.BadRequest, "Request_BadRequest");
        (await _graph.Post("/directoryObjects/getByIds", """{ "ids": [ "megan" ] }""")).IsRefused(HttpStatusCode.BadRequest, "Request_BadRequest");
    }

    public void Dispose() => _graph.Dispose();
}
