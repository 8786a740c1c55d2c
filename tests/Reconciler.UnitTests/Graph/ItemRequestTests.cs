using System.Net;
using System.Text.Json.Nodes;
using Reconciler.Entitlements;
using Reconciler.Graph;
using static Reconciler.UnitTests.Graph.StubGraph;

namespace Reconciler.UnitTests.Graph;

public sealed class ItemRequestTests
{
    private static readonly Handle Finance = new(EntityKey.Catalog("Finance"), "c1");
    private static readonly Handle Subject = new(EntityKey.Package("Finance", "Subject"), "p1", Finance);
    private static readonly Handle Fabrikam = new(EntityKey.Organization("Fabrikam"), "o1");
    private static readonly Handle Roles = new(EntityKey.TenantRoles, "tenantRoles");
    private static readonly Reference Megan = new(ReferenceKind.User, "megan@x.example", "u1");
    private static readonly Reference Marketing = new(ReferenceKind.Group, "Marketing", "g1");
    private static readonly Reference Site = new(ReferenceKind.Site, "https://x.sharepoint.com/sites/a", "https://x.sharepoint.com/sites/a");

    private readonly StubGraph _graph = StubGraph.Tenant();

    public static TheoryData<Handle, ListItem, string, string> Links => new()
    {
        {
            Subject, new ListItem.Incompatible(new Reference(ReferenceKind.Package, "Other", "p2") { Catalog = "General" }),
            "/accessPackages/p1/incompatibleAccessPackages", "https://graph.example/v1.0/identityGovernance/entitlementManagement/accessPackages/p2"
        },
        { Subject, new ListItem.Incompatible(Marketing), "/accessPackages/p1/incompatibleGroups", "https://graph.example/v1.0/groups/g1" },
        { Fabrikam, new ListItem.Sponsor(SponsorKind.Internal, Marketing), "/connectedOrganizations/o1/internalSponsors", "https://graph.example/v1.0/groups/g1" },
        { Fabrikam, new ListItem.Sponsor(SponsorKind.External, Megan), "/connectedOrganizations/o1/externalSponsors", "https://graph.example/v1.0/users/u1" },
    };

    [Theory]
    [MemberData(nameof(Links))]
    public async Task A_link_is_made_by_reference_and_taken_out_by_id(Handle target, ListItem item, string list, string address)
    {
        _graph.On(list, """{ "value": [] }""").On("POST", "", HttpStatusCode.NoContent);
        await Write(new TenantWrite.AddItem(target, item));

        Assert.EndsWith(list + "/$ref", _graph.Asked[^1], StringComparison.Ordinal);
        Assert.Equal(new JsonObject { ["@odata.id"] = address }.ToJsonString(), _graph.Bodies[^1]);

        _graph.On("GET", $$"""{ "value": [ { "id": "{{item.Names.Id}}" } ] }""").On("DELETE", "", HttpStatusCode.NoContent);
        await Write(new TenantWrite.AddItem(target, item));
        Assert.Single(_graph.Asked, asked => asked.StartsWith("POST", StringComparison.Ordinal));
        await Write(new TenantWrite.RemoveItem(target, item));
        Assert.EndsWith($"{list}/{item.Names.Id}/$ref", _graph.Asked[^1], StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Links))]
    public async Task A_link_that_is_refused_because_it_is_there_is_made(Handle target, ListItem item, string list, string address)
    {
        Assert.NotEmpty(address);
        _graph.OnInTurn(list, () => Response("""{ "value": [] }"""), () => Response(Error("Conflict"), HttpStatusCode.Conflict), () => Response($$"""{ "value": [ { "id": "{{item.Names.Id}}" } ] }"""));

        await Write(new TenantWrite.AddItem(target, item));

        _graph.On(list, """{ "value": [] }""").On("POST", Error("Nonsense", "It is wrong."), HttpStatusCode.BadRequest);
        var refusal = await Assert.ThrowsAsync<TenantException>(() => Write(new TenantWrite.AddItem(target, item)));
        Assert.StartsWith($"Adding {item} to the ", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_role_is_given_in_its_catalog_or_in_the_whole_tenant()
    {
        _graph.On("POST", """{ "id": "r1" }""", HttpStatusCode.Created);

        Assert.Equal("r1", await Write(new TenantWrite.AddItem(Finance, new ListItem.RoleHolder(EntitlementRole.CatalogOwner, Megan))));
        Assert.Equal("""{"principalId":"u1","roleDefinitionId":"ae79f266-94d4-4dab-b730-feca7e132178","appScopeId":"/AccessPackageCatalog/c1"}""", _graph.Bodies[^1]);

        await Write(new TenantWrite.AddItem(Roles, new ListItem.RoleHolder(EntitlementRole.CatalogCreator, Megan)));
        Assert.Equal("""{"principalId":"u1","roleDefinitionId":"ba92d953-d8e0-4e39-a797-0cbedb0a89e8","appScopeId":"/"}""", _graph.Bodies[^1]);
    }

    [Fact]
    public async Task A_role_that_is_held_is_not_given_again_and_each_of_it_is_taken_away()
    {
        const string Held = """
            { "value": [ { "id": "r1", "principalId": "U1", "roleDefinitionId": "ae79f266-94d4-4dab-b730-feca7e132178", "appScopeId": "/AccessPackageCatalog/c1" },
              { "id": "r2", "principalId": "u1", "roleDefinitionId": "AE79F266-94d4-4dab-b730-feca7e132178", "appScopeId": "/AccessPackageCatalog/c1" },
              { "id": "r3", "principalId": "u2", "roleDefinitionId": "ae79f266-94d4-4dab-b730-feca7e132178", "appScopeId": "/AccessPackageCatalog/c1" } ] }
            """;
        _graph.On("/roleAssignments", Held).On("DELETE", "", HttpStatusCode.NoContent);
        var owner = new ListItem.RoleHolder(EntitlementRole.CatalogOwner, Megan);

        Assert.Equal("r1", await Write(new TenantWrite.AddItem(Finance, owner)));
        await Write(new TenantWrite.RemoveItem(Finance, owner));

        Assert.DoesNotContain(_graph.Asked, asked => asked.StartsWith("POST", StringComparison.Ordinal));
        Assert.Equal(["r1", "r2"], _graph.Asked.Where(asked => asked.StartsWith("DELETE", StringComparison.Ordinal)).Select(asked => asked.Split('/')[^1]));
    }

    [Fact]
    public async Task A_role_of_a_catalog_is_no_role_of_the_tenant()
    {
        _graph.On("/roleAssignments", """{ "value": [ { "id": "r1", "principalId": "u1", "roleDefinitionId": "ba92d953-d8e0-4e39-a797-0cbedb0a89e8", "appScopeId": "/AccessPackageCatalog/c1" } ] }""");

        await Write(new TenantWrite.RemoveItem(Roles, new ListItem.RoleHolder(EntitlementRole.CatalogCreator, Megan)));

        Assert.DoesNotContain(_graph.Asked, asked => asked.StartsWith("DELETE", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_site_is_added_in_its_region_with_what_is_asked_of_its_requestors()
    {
        _graph.OnInTurn("/resources?", () => Response("""{ "value": [] }""")).On("POST", """{ "state": "delivered", "resource": { "id": "r1" } }""", HttpStatusCode.Created);
        var attribute = new RequiredAttribute { Name = "city", Persistent = true, Question = new Question { Text = "Where?", Answer = new Answer.Written("", LongText: false) } };
        var site = new CatalogResource { Resource = Site, Geo = "https://x-admin.sharepoint.com/", Attributes = EquatableArray.Create([attribute]) };

        Assert.Equal("r1", await Write(new TenantWrite.AddItem(Finance, new ListItem.ResourceOf(site))));

        Assert.Equal("""
            {"requestType":"adminAdd","resource":{"originId":"https://x.sharepoint.com/sites/a","originSystem":"SharePointOnline",
            "environment":{"originId":"https://x-admin.sharepoint.com/"},"attributes":[{"name":"city",
            "destination":{"@odata.type":"#microsoft.graph.accessPackageUserDirectoryAttributeStore"},
            "source":{"@odata.type":"#microsoft.graph.accessPackageResourceAttributeQuestion","question":{"@odata.type":"#microsoft.graph.accessPackageTextInputQuestion",
            "text":"Where?","sequence":0,"isRequired":false,"isAnswerEditable":true,"isSingleLineQuestion":true,"localizations":[]}},
            "isEditable":true,"isPersistedOnAssignmentRemoval":true}]},"catalog":{"id":"c1"}}
            """.ReplaceLineEndings(""), Plain(_graph.Bodies.First(body => body.Contains("adminAdd", StringComparison.Ordinal))));
    }

    [Fact]
    public async Task What_is_asked_of_requestors_is_replaced_whole_and_keeps_what_there_is_no_word_for()
    {
        const string Attribute = """{ "name": "x", "source": { "@odata.type": "#microsoft.graph.somethingNew" } }""";
        _graph.On("/resources?", $$"""{ "value": [ { "id": "r1", "originSystem": "AadGroup", "originId": "G1", "attributes": [ {{Attribute}}, {{Question("city")}} ] } ] }""").On("POST", "{}");

        await Write(new TenantWrite.ChangeItem(
            Finance, new ListItem.ResourceOf(new CatalogResource { Resource = Marketing, Attributes = EquatableArray.Create<RequiredAttribute>([]) })));

        Assert.Equal(
            """{"requestType":"adminUpdate","resource":{"originId":"G1","originSystem":"AadGroup","attributes":[{"name":"x","source":{"@odata.type":"#microsoft.graph.somethingNew"}}]},"catalog":{"id":"c1"}}""",
            Plain(_graph.Bodies[^1]));
    }

    [Fact]
    public async Task A_role_that_a_resource_does_not_have_is_refused_with_those_it_has()
    {
        _graph.On("/accessPackages/p1?", """{ "id": "p1", "resourceRoleScopes": [] }""").On("/resources", Listed)
            .On("/resourceRoles?", """{ "value": [ { "originId": "4", "displayName": "Members" }, { "originId": "3", "displayName": "Owners" } ] }""");

        var refusal = await Assert.ThrowsAsync<TenantException>(() => Write(new TenantWrite.AddItem(
            Subject, new ListItem.RoleOf(new ResourceRole { Resource = Site, Role = new Role.Named("Visitors") }))));

        Assert.EndsWith("it has no such role. It has \"Members\" (4), \"Owners\" (3).", refusal.Message, StringComparison.Ordinal);
        Assert.Contains("originSystem%20eq%20'SharePointOnline'", _graph.Asked[^1], StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_name_that_several_roles_bear_is_refused_with_their_ids()
    {
        _graph.On("/accessPackages/p1?", """{ "id": "p1", "resourceRoleScopes": [] }""").On("/resources", Listed)
            .On("/resourceRoles?", """{ "value": [ { "originId": "4", "displayName": "Members" }, { "originId": "9", "displayName": "members" } ] }""").On("POST", """{ "id": "s1" }""");

        var refusal = await Assert.ThrowsAsync<TenantException>(() => Write(new TenantWrite.AddItem(
            Subject, new ListItem.RoleOf(new ResourceRole { Resource = Site, Role = new Role.Named("Members") }))));
        Assert.EndsWith("several roles are called so: \"Members\" (4), \"members\" (9). Name it by its id.", refusal.Message, StringComparison.Ordinal);

        await Write(new TenantWrite.AddItem(Subject, new ListItem.RoleOf(new ResourceRole { Resource = Site, Role = new Role.Named(null, "9") })));
        Assert.Contains("\"originId\":\"9\"", _graph.Bodies[^1], StringComparison.Ordinal);
    }

    private static HttpResponseMessage Listed() =>
        Response($$"""{ "value": [ { "id": "r1", "originSystem": "SharePointOnline", "originId": "https://X.sharepoint.com/sites/a/", "attributes": [ {{Question("city")}} ] } ] }""");

    private static string Question(string name) => $$"""
        { "name": "{{name}}", "isEditable": true, "isPersistedOnAssignmentRemoval": true, "destination": { "@odata.type": "microsoft.graph.accessPackageUserDirectoryAttributeStore" },
          "source": { "@odata.type": "#microsoft.graph.accessPackageResourceAttributeQuestion",
            "question": { "@odata.type": "#microsoft.graph.accessPackageTextInputQuestion", "text": "Where?", "isAnswerEditable": true, "isSingleLineQuestion": true } } }
        """;

    private static string Plain(string body) => JsonNode.Parse(body)?.ToJsonString() ?? "";

    private async Task<string?> Write(TenantWrite write) => (await new GraphTenant(_graph.Client, new ImpatientTime()).WriteAsync(write, CancellationToken.None)).Id;
}
