using System.Text.Json.Nodes;

namespace Reconciler.UnitTests.Emulator.Serving;

public sealed class AccessTests
{
    private const string Management = Served.Management;
    private const string Roles = "roleManagement/entitlementManagement";

    [Theory]
    [InlineData($"{Management}/catalogs", "EntitlementManagement.Read.All", "UnAuthorized")]
    [InlineData($"{Roles}/roleAssignments", "RoleManagement.Read.Directory", "UnAuthorized")]
    [InlineData("users", "User.ReadBasic.All", "Authorization_RequestDenied")]
    [InlineData("groups", "GroupMember.Read.All", "Authorization_RequestDenied")]
    [InlineData("servicePrincipals", "Application.Read.All", "Authorization_RequestDenied")]
    [InlineData($"servicePrincipals(appId='{Given.SalesforceAppId}')", "Application.Read.All", "Authorization_RequestDenied")]
    [InlineData("sites/woodgrove.sharepoint.example:/sites/Marketing", "Sites.Read.All", "Authorization_RequestDenied")]
    [InlineData("organization", "User.Read.All", "Authorization_RequestDenied")]
    [InlineData("auditLogs/directoryAudits", "AuditLog.Read.All", "Authorization_RequestDenied")]
    public async Task What_is_read_needs_its_grant_and_any_other_is_refused(string path, string grant, string code)
    {
        await using var served = await Served.StartAsync();

        var (refused, body) = await served.Get(path, await served.Token("Mail.Read"));
        var (granted, _) = await served.Get(path, await served.Token(grant.ToUpperInvariant()));

        // What is not imitated says so to everybody: nobody is told that a grant is missing which would not help.
        Assert.True((refused, Served.Code(body)) == (403, code) || (refused == granted && granted == 501), $"{refused} {body.ToJsonString()}");
        Assert.NotEqual(403, granted);
    }

    [Fact]
    public async Task The_refusals_have_graphs_words()
    {
        await using var served = await Served.StartAsync();
        var token = await served.Token();

        Assert.Equal("User is not authorized to perform the operation. Reason: Unauthorized", Message((await served.Get($"{Management}/catalogs", token)).Body));
        Assert.Equal("Insufficient privileges to complete the operation.", Message((await served.Get("users", token)).Body));

        static string? Message(JsonObject body) => (string?)body["error"]?["message"];
    }

    [Fact]
    public async Task Who_may_read_may_not_write()
    {
        await using var served = await Served.StartAsync();
        var catalog = """{ "displayName": "Finance" }""";

        var (refused, body) = await served.Ask(HttpMethod.Post, $"{Management}/catalogs", catalog, await served.Token("EntitlementManagement.Read.All"));
        var (granted, _) = await served.Ask(HttpMethod.Post, $"{Management}/catalogs", catalog, await served.Token("EntitlementManagement.ReadWrite.All"));

        Assert.Equal((403, "UnAuthorized", 201), (refused, Served.Code(body), granted));
    }

    [Fact]
    public async Task Looking_up_ids_is_reading_although_it_is_a_post()
    {
        await using var served = await Served.StartAsync();

        var (status, _) = await served.Ask(HttpMethod.Post, "directoryObjects/getByIds", $$"""{ "ids": [ "{{Given.Megan}}" ] }""", await served.Token("User.Read.All"));

        Assert.Equal(200, status);
    }

    [Fact]
    public async Task A_signed_in_user_is_held_to_the_scopes_of_the_token()
    {
        await using var served = await Served.StartAsync();
        var reader = await served.Mint(new() { ["scp"] = "EntitlementManagement.Read.All User.Read", ["principal"] = "megan@woodgrove.example" });

        Assert.Equal(200, (await served.Get($"{Management}/catalogs", reader)).Status);
        Assert.Equal(200, (await served.Get("organization", reader)).Status);
        Assert.Equal(403, (await served.Get("groups", reader)).Status);
        Assert.Equal(403, (await served.Ask(HttpMethod.Post, $"{Management}/catalogs", "{}", reader)).Status);
    }

    [Theory]
    [InlineData("AadGroup", Given.Marketing, "Group.ReadWrite.All")]
    [InlineData("AadApplication", Given.Salesforce, "Application.ReadWrite.All")]
    [InlineData("SharePointOnline", Given.MarketingSite, "Sites.FullControl.All")]
    public async Task A_resource_is_brought_in_and_taken_out_by_who_may_write_it_where_it_comes_from(string system, string originId, string grant)
    {
        await using var served = await Served.StartAsync();
        var writer = await served.Token("EntitlementManagement.ReadWrite.All", "Group.Read.All", "Application.Read.All", "Sites.Read.All");
        var owner = await served.Token("EntitlementManagement.ReadWrite.All", grant);
        var catalog = await Created(served, $"{Management}/catalogs", """{ "displayName": "Finance" }""", writer);
        var add = Given.ResourceRequest("adminAdd", catalog, $$"""{ "originId": "{{originId}}", "originSystem": "{{system}}" }""");

        Assert.Equal((400, "CallerNotResourceOwner"), await Outcome(add, writer));
        Assert.Equal((201, null), await Outcome(add, owner));
        var (_, resources) = await served.Get($"{Management}/catalogs/{catalog}/resources", writer);
        var remove = Given.ResourceRequest("adminRemove", catalog, $$"""{ "id": "{{resources["value"]?[0]?["id"]}}" }""");
        Assert.Equal((400, "CallerNotResourceOwner"), await Outcome(remove, writer));
        Assert.Equal((201, null), await Outcome(remove, owner));

        async Task<(int, string?)> Outcome(string request, string token)
        {
            var (status, body) = await served.Ask(HttpMethod.Post, $"{Management}/resourceRequests", request, token);
            return (status, Served.Code(body));
        }
    }

    [Fact]
    public async Task A_user_brings_in_the_groups_they_own()
    {
        await using var served = await Served.StartAsync();
        var catalog = await Created(served, $"{Management}/catalogs", """{ "displayName": "Finance" }""", await served.Token("EntitlementManagement.ReadWrite.All"));
        var megan = await served.Mint(new() { ["scp"] = "EntitlementManagement.ReadWrite.All", ["principal"] = Given.Megan });

        Assert.Equal(201, (await served.Ask(HttpMethod.Post, $"{Management}/resourceRequests", Given.AdminAdd(catalog, Given.Collaboration), megan)).Status);
        Assert.Equal(400, (await served.Ask(HttpMethod.Post, $"{Management}/resourceRequests", Given.AdminAdd(catalog, Given.Marketing), megan)).Status);
    }

    [Fact]
    public async Task The_requests_of_a_batch_are_held_to_the_grants_one_by_one()
    {
        await using var served = await Served.StartAsync();
        var batch = $$"""
            { "requests": [
              { "id": "1", "method": "GET", "url": "/users" },
              { "id": "2", "method": "GET", "url": "/groups" },
              { "id": "3", "method": "POST", "url": "/{{Management}}/catalogs", "headers": { "Content-Type": "application/json" }, "body": { "displayName": "x" } },
              { "id": "4", "method": "GET", "url": "/users", "dependsOn": [ "3" ] } ] }
            """;

        var (status, body) = await served.Ask(HttpMethod.Post, "$batch", batch, await served.Token("User.Read.All", "EntitlementManagement.Read.All"));

        Assert.Equal(200, status);
        Assert.Equal([200, 403, 403, 424], (body["responses"] as JsonArray ?? []).Select(response => (int?)response?["status"] ?? 0));
    }

    [Fact]
    public async Task Signing_in_as_an_application_of_the_directory_is_to_be_that_application()
    {
        await using var served = await Served.StartAsync(options => options with { Clients = [.. options.Clients, new(Given.SalesforceAppId, "x", ["User.Read.All"])] });
        var (_, own) = await served.SignIn(null, ("client_id", Given.SalesforceAppId), ("client_secret", "x"));
        var token = (string?)own["access_token"] ?? "";

        Assert.Equal(403, (await served.Get($"{Management}/catalogs", token)).Status);
        var admin = await served.Token("EntitlementManagement.ReadWrite.All");
        var catalog = await Created(served, $"{Management}/catalogs", """{ "displayName": "Finance" }""", admin);
        await Created(served, $"{Roles}/roleAssignments", Role(CatalogAccessTests.Reader, catalog, Given.Salesforce), admin);

        Assert.Equal(200, (await served.Get($"{Management}/catalogs/{catalog}", token)).Status);
    }

    internal static async Task<string> Created(Served served, string path, string body, string token)
    {
        var (status, created) = await served.Ask(HttpMethod.Post, path, body, token);
        Assert.True(status == 201, $"{status} {created.ToJsonString()}");
        return (string?)created["id"] ?? "";
    }

    internal static string Role(string role, string catalog, string principal) =>
        $$"""{ "principalId": "{{principal}}", "roleDefinitionId": "{{role}}", "appScopeId": "/AccessPackageCatalog/{{catalog}}" }""";
}
