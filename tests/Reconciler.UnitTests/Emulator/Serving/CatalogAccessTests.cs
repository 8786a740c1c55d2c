using System.Text.Json.Nodes;
using static Reconciler.UnitTests.Emulator.Serving.AccessTests;

namespace Reconciler.UnitTests.Emulator.Serving;

/// <summary>Without a grant for all of entitlement management, with a role in one catalog.</summary>
public sealed class CatalogAccessTests : IAsyncLifetime
{
    public const string Owner = "ae79f266-94d4-4dab-b730-feca7e132178";
    public const string Reader = "44272f93-9762-48e8-af59-1b5351b1d6b3";
    public const string PackageManager = "7f480852-ebdc-47d4-87de-0d8498384a83";

    private const string Management = Served.Management;
    private const string Assignments = "roleManagement/entitlementManagement/roleAssignments";

    private Served? _served;

    private string Admin { get; set; } = "";

    private string Bot { get; set; } = "";

    private string Mine { get; set; } = "";

    private string Theirs { get; set; } = "";

    private string MyPackage { get; set; } = "";

    private string TheirPackage { get; set; } = "";

    private Served Server => _served ?? throw new InvalidOperationException("Not started.");

    public async Task InitializeAsync()
    {
        _served = await Served.StartAsync();
        Admin = await Server.Token("EntitlementManagement.ReadWrite.All", "Group.ReadWrite.All");
        Bot = await Server.Mint(new() { ["roles"] = new JsonArray("Group.ReadWrite.All"), ["principal"] = Given.Bot });
        Mine = await Created(Server, $"{Management}/catalogs", """{ "displayName": "Mine" }""", Admin);
        Theirs = await Created(Server, $"{Management}/catalogs", """{ "displayName": "Theirs" }""", Admin);
        MyPackage = await Created(Server, $"{Management}/accessPackages", Package(Mine), Admin);
        TheirPackage = await Created(Server, $"{Management}/accessPackages", Package(Theirs), Admin);
    }

    public async Task DisposeAsync() => await Server.DisposeAsync();

    [Fact]
    public async Task Without_any_role_nothing_is_seen() => Assert.Equal(403, (await Server.Get($"{Management}/catalogs", Bot)).Status);

    [Theory]
    [InlineData(Owner)]
    [InlineData(Reader)]
    [InlineData(PackageManager)]
    public async Task Each_role_sees_its_catalog_and_no_other(string role)
    {
        await Give(role);

        Assert.Equal([Mine], await Ids("catalogs"));
        Assert.Equal([MyPackage], await Ids("accessPackages"));
        Assert.Equal(200, await Status(HttpMethod.Get, $"{Management}/catalogs/{Mine}"));
        Assert.Equal(200, await Status(HttpMethod.Get, $"{Management}/accessPackages/{MyPackage}/resourceRoleScopes"));
        Assert.Equal(403, await Status(HttpMethod.Get, $"{Management}/catalogs/{Theirs}"));
        Assert.Equal(403, await Status(HttpMethod.Get, $"{Management}/accessPackages/{TheirPackage}"));
        Assert.Equal(403, await Status(HttpMethod.Get, $"{Management}/settings"));
        Assert.Equal(200, await Status(HttpMethod.Get, $"{Management}/connectedOrganizations"));
        var (_, assignments) = await Server.Get(Assignments, Bot);
        Assert.Single(assignments["value"] as JsonArray ?? []);
    }

    [Theory]
    [InlineData(Owner, 204, 201, 201)]
    [InlineData(PackageManager, 403, 201, 403)]
    [InlineData(Reader, 403, 403, 403)]
    public async Task Each_role_writes_what_is_its_own_and_only_in_its_catalog(string role, int catalog, int package, int resource)
    {
        await Give(role);

        Assert.Equal(catalog, await Status(HttpMethod.Patch, $"{Management}/catalogs/{Mine}", """{ "description": "d" }"""));
        Assert.Equal(package, await Status(HttpMethod.Post, $"{Management}/accessPackages", Package(Mine)));
        Assert.Equal(resource, await Status(HttpMethod.Post, $"{Management}/resourceRequests", Given.AdminAdd(Mine, Given.Marketing)));
        Assert.Equal(403, await Status(HttpMethod.Patch, $"{Management}/catalogs/{Theirs}", """{ "description": "d" }"""));
        Assert.Equal(403, await Status(HttpMethod.Post, $"{Management}/accessPackages", Package(Theirs)));
        Assert.Equal(403, await Status(HttpMethod.Post, $"{Management}/resourceRequests", Given.AdminAdd(Theirs, Given.Marketing)));
        Assert.Equal(403, await Status(HttpMethod.Post, $"{Management}/catalogs", """{ "displayName": "New" }"""));
    }

    [Fact]
    public async Task An_owner_gives_roles_in_the_catalog_and_in_no_other_and_a_role_taken_away_is_gone()
    {
        await Give(Owner);

        Assert.Equal(201, await Status(HttpMethod.Post, Assignments, Role(Reader, Mine, Given.Megan)));
        Assert.Equal(403, await Status(HttpMethod.Post, Assignments, Role(Owner, Theirs, Given.Bot)));
        var (_, given) = await Server.Get($"{Assignments}?$filter=principalId%20eq%20'{Given.Bot}'", Admin);
        Assert.Equal(System.Net.HttpStatusCode.NoContent, (await Server.Send(HttpMethod.Delete, $"{Assignments}/{given["value"]?[0]?["id"]}", token: Admin)).StatusCode);
        Assert.Equal(403, await Status(HttpMethod.Get, $"{Management}/catalogs"));
    }

    [Fact]
    public async Task A_role_of_a_group_is_its_members_role()
    {
        await Created(Server, Assignments, Role(Reader, Mine, Given.JustInTime), Admin);
        var megan = await Server.Mint(new() { ["scp"] = "User.Read", ["principal"] = "megan@woodgrove.example" });

        Assert.Equal(200, (await Server.Get($"{Management}/catalogs/{Mine}", megan)).Status);
        Assert.Equal(403, (await Server.Get($"{Management}/catalogs/{Theirs}", megan)).Status);
    }

    private Task<string> Give(string role) => Created(Server, Assignments, Role(role, Mine, Given.Bot), Admin);

    private async Task<int> Status(HttpMethod method, string path, string? body = null) => (await Server.Ask(method, path, body, Bot)).Status;

    private async Task<IEnumerable<string?>> Ids(string collection)
    {
        var (status, body) = await Server.Get($"{Management}/{collection}", Bot);
        Assert.Equal(200, status);
        return (body["value"] as JsonArray ?? []).Select(one => (string?)one?["id"]);
    }

    private static string Package(string catalog) => $$"""{ "displayName": "Package", "catalog": { "id": "{{catalog}}" } }""";
}
