using System.Net;
using System.Text.Json.Nodes;
using Reconciler.Entitlements;
using Reconciler.Graph;

namespace Reconciler.UnitTests.Graph;

public sealed class EntityRequestTests
{
    private static readonly Handle Finance = new(EntityKey.Catalog("Finance"), "c1");
    private static readonly Handle Notify = new(EntityKey.Extension("Finance", "Notify"), "x1", Finance);
    private static readonly Handle Subject = new(EntityKey.Package("Finance", "Subject"), "p1", Finance);

    private readonly StubGraph _graph = StubGraph.Tenant().On("POST", """{ "id": "n1" }""", HttpStatusCode.Created).On("/n1", """{ "id": "n1" }""");

    [Fact]
    public async Task An_organization_is_made_with_its_sources_and_without_sponsors()
    {
        var organization = new ConnectedOrganization
        {
            Name = "Fabrikam",
            IdentitySources = EquatableArray.Create<IdentitySource>([new IdentitySource.Tenant("t1"), new IdentitySource.CrossCloudTenant("t2", Cloud.China), new IdentitySource.Federation("f.example", "https://f/")]),
        };

        Assert.Equal("n1", await Write(new TenantWrite.Create(organization, null)));

        Assert.Equal("""
            {"displayName":"Fabrikam","description":"","state":"configured","identitySources":[
            {"@odata.type":"#microsoft.graph.azureActiveDirectoryTenant","displayName":"Fabrikam","tenantId":"t1"},
            {"@odata.type":"#microsoft.graph.crossCloudAzureActiveDirectoryTenant","displayName":"Fabrikam","tenantId":"t2","cloudInstance":"partner.microsoftonline.cn"},
            {"@odata.type":"#microsoft.graph.externalDomainFederation","displayName":"f.example","domainName":"f.example","issuerUri":"https://f/"}]}
            """.ReplaceLineEndings(""), Sent("POST"));
    }

    [Theory]
    [InlineData(HttpStatusCode.OK, "{}")]
    [InlineData(HttpStatusCode.Accepted, """{ "id": "o1" }""")]
    [InlineData(HttpStatusCode.NoContent, "")]
    public async Task An_organization_is_changed_whatever_the_service_answers_to_that(HttpStatusCode status, string answer)
    {
        _graph.On("/connectedOrganizations/o1", """
            { "id": "o1", "identitySources": [ { "@odata.type": "#microsoft.graph.domainIdentitySource", "domainName": "A.example", "displayName": "A", "extra": 1 } ] }
            """).On("PATCH", answer, status);
        var changes = new ConnectedOrganization
        {
            Name = "Fabrikam",
            IdentitySources = EquatableArray.Create<IdentitySource>([new IdentitySource.Domain("b.example"), new IdentitySource.Domain("a.example")]),
        };

        await Write(new TenantWrite.Update(new Handle(EntityKey.Organization("Fabrikam"), "o1"), changes, Renames: false));

        Assert.Equal("""
            {"identitySources":[{"@odata.type":"#microsoft.graph.domainIdentitySource","domainName":"A.example","displayName":"A","extra":1},
            {"@odata.type":"#microsoft.graph.domainIdentitySource","displayName":"b.example","domainName":"b.example"}]}
            """.ReplaceLineEndings(""), Sent("PATCH"));
    }

    [Fact]
    public async Task An_extension_is_made_in_its_catalog_with_a_type_everywhere_one_is_required()
    {
        var extension = new CustomExtension
        {
            Catalog = "Finance",
            Name = "Notify",
            Runs = ExtensionOccasion.OnRequest,
            Endpoint = "https://x.example/",
            SignIn = new ExtensionSignIn.TokenFor("api"),
            Waits = new ExtensionWait.Within(Duration.OfDays(1)),
        };

        await Write(new TenantWrite.Create(extension, Finance));

        Assert.Contains(_graph.Asked, asked => asked.StartsWith("POST", StringComparison.Ordinal) && asked.EndsWith("/catalogs/c1/customWorkflowExtensions", StringComparison.Ordinal));
        Assert.Equal("""
            {"@odata.type":"#microsoft.graph.accessPackageAssignmentRequestWorkflowExtension","displayName":"Notify","description":"",
            "endpointConfiguration":{"@odata.type":"#microsoft.graph.httpRequestEndpoint","targetUrl":"https://x.example/"},
            "authenticationConfiguration":{"@odata.type":"#microsoft.graph.azureAdTokenAuthentication","resourceId":"api"},
            "clientConfiguration":{"maximumRetries":1,"timeoutInMilliseconds":1000},
            "callbackConfiguration":{"@odata.type":"#microsoft.graph.customExtensionCallbackConfiguration","timeoutDuration":"P1D"}}
            """.ReplaceLineEndings(""), Sent("POST"));
    }

    [Fact]
    public async Task An_extension_is_changed_with_all_that_it_is_and_without_what_is_only_for_reading()
    {
        _graph.On("/customWorkflowExtensions/x1", """
            { "@odata.context": "x", "@odata.type": "#microsoft.graph.accessPackageAssignmentWorkflowExtension", "id": "x1", "displayName": "Notify", "description": "Old.",
              "createdBy": "a", "createdDateTime": "2026-01-01T00:00:00Z", "lastModifiedBy": "b", "lastModifiedDateTime": "2026-01-01T00:00:00Z",
              "endpointConfiguration": { "@odata.type": "#microsoft.graph.somethingNew", "deep": 1 }, "authenticationConfiguration": null, "callbackConfiguration": null }
            """).On("PATCH", "", HttpStatusCode.NoContent);

        await Write(new TenantWrite.Update(Notify, new CustomExtension { Catalog = "Finance", Name = "Notify", Description = "New." }, Renames: false));

        Assert.Equal("""
            {"@odata.type":"#microsoft.graph.accessPackageAssignmentWorkflowExtension","displayName":"Notify","description":"New.",
            "endpointConfiguration":{"@odata.type":"#microsoft.graph.somethingNew","deep":1},"authenticationConfiguration":null,"callbackConfiguration":null}
            """.ReplaceLineEndings(""), Sent("PATCH"));
    }

    [Fact]
    public async Task An_automatic_policy_is_a_scope_of_one_rule_and_nobody_may_request()
    {
        var policy = new AssignmentPolicy
        {
            Catalog = "Finance",
            Package = "Subject",
            Name = "Sales",
            Automatic = new Automatic.ByRule("(user.department -eq \"Sales\")"),
            Approval = new Approval.None(),
            Expiration = new Expiration.Never(),
        };

        await Write(new TenantWrite.Create(policy, Subject));

        var sent = JsonNode.Parse(Sent("POST"));
        Assert.Equal("specificDirectoryUsers", sent?["allowedTargetScope"]?.GetValue<string>());
        Assert.Equal(
            """[{"@odata.type":"#microsoft.graph.attributeRuleMembers","membershipRule":"(user.department -eq \u0022Sales\u0022)"}]""",
            sent?["specificAllowedTargets"]?.ToJsonString());
        Assert.Equal("""{"requestAccessForAllowedTargets":true,"removeAccessWhenTargetLeavesAllowedTargets":true}""", sent?["automaticRequestSettings"]?.ToJsonString());
        Assert.False(sent?["requestorSettings"]?["enableTargetsToSelfAddAccess"]?.GetValue<bool>());
    }

    [Fact]
    public async Task A_policy_for_people_and_for_organizations_is_refused_before_it_is_sent()
    {
        var mixed = new Requestors { Who = new RequestorScope.Listed([new Reference(ReferenceKind.User, "m", "u1"), new Reference(ReferenceKind.Organization, "F", "o1")]) };
        var policy = new AssignmentPolicy { Catalog = "Finance", Package = "Subject", Name = "Sales", Requestors = mixed };

        var refusal = await Assert.ThrowsAsync<TenantException>(() => Write(new TenantWrite.Create(policy, Subject)));

        Assert.Contains("Make a policy for each", refusal.Message, StringComparison.Ordinal);
        Assert.Empty(_graph.Asked);
    }

    [Fact]
    public async Task What_always_exists_is_neither_made_nor_deleted()
    {
        await Assert.ThrowsAsync<TenantException>(() => Write(new TenantWrite.Create(new TenantRoles(), null)));
        await Assert.ThrowsAsync<TenantException>(() => Write(new TenantWrite.Delete(new Handle(EntityKey.TenantRoles, "tenantRoles"))));
        await Assert.ThrowsAsync<TenantException>(() => Write(new TenantWrite.Delete(new Handle(EntityKey.Settings, "singleton"))));
        Assert.Empty(_graph.Asked);
    }

    private string Sent(string method)
    {
        var index = _graph.Asked.ToList().FindIndex(asked => asked.StartsWith(method, StringComparison.Ordinal));
        return JsonNode.Parse(_graph.Bodies[index])?.ToJsonString() ?? "";
    }

    private async Task<string?> Write(TenantWrite write) => (await new GraphTenant(_graph.Client, new ImpatientTime()).WriteAsync(write, CancellationToken.None)).Id;
}
