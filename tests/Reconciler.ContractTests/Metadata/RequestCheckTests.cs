using System.Text.Json.Nodes;
using Reconciler.Tests.Metadata;

namespace Reconciler.ContractTests.Metadata;

/// <summary>What stands between the adapter and Graph in all tests must itself be able to say no.</summary>
public sealed class RequestCheckTests
{
    private const string Management = "/identityGovernance/entitlementManagement";
    private const string Id = "1b5f2d3c-8a77-4f2e-9a70-6d3f4e5a6b02";

    public static TheoryData<string, string, string?, string> Wrong => new()
    {
        { "GET", $"{Management}/packages", null, "'microsoft.graph.entitlementManagement' has no 'packages'" },
        { "GET", "/accessPackages", null, "nothing begins with 'accessPackages'" },
        { "GET", $"{Management}/accessPackages?$expand=policies", null, "has no navigation 'policies' to expand" },
        { "GET", $"{Management}/accessPackages?$expand=assignmentPolicies($expand=stages)", null, "has no navigation 'stages' to expand" },
        { "GET", $"{Management}/accessPackages?$expand=displayName", null, "has no navigation 'displayName' to expand" },
        { "GET", $"{Management}/accessPackages?$select=id,catalogId", null, "has no 'catalogId' to select" },
        { "GET", $"{Management}/accessPackages?$filter=catalogId eq '{Id}'", null, "has no 'catalogId' to filter by" },
        { "GET", $"{Management}/accessPackages?$top=5", null, "$top is documented for nothing of entitlement management" },
        { "GET", $"{Management}/accessPackages?$limit=5", null, "no option is called '$limit'" },
        { "GET", "/users?$filter=members/any(m:m/id eq '1')", null, "has no 'm/id' to filter by" },
        { "PATCH", $"{Management}/accessPackages", "{}", "nothing there takes a PATCH" },
        { "DELETE", $"{Management}/accessPackages", null, "nothing there takes a DELETE" },
        { "POST", $"{Management}/accessPackages/{Id}", "{}", "nothing there takes a POST" },
        { "POST", $"{Management}/accessPackages", null, "there is no body" },
        { "POST", $"{Management}/accessPackages", """{ "catalogId": "x" }""", "/catalogId: 'microsoft.graph.accessPackage' has no such member" },
        { "POST", $"{Management}/accessPackages", """{ "isHidden": "no" }""", "/isHidden: \"no\" is no Edm.Boolean" },
        { "POST", $"{Management}/catalogs", """{ "state": "Published" }""", "'microsoft.graph.accessPackageCatalogState' has no Published" },
        { "POST", $"{Management}/assignmentPolicies", """{ "specificAllowedTargets": [ { "userId": "x" } ] }""", "/specificAllowedTargets/0: 'microsoft.graph.subjectSet' is abstract: say which" },
        { "POST", $"{Management}/assignmentPolicies", """{ "specificAllowedTargets": [ { "@odata.type": "#microsoft.graph.user" } ] }""", "'#microsoft.graph.user' is no 'microsoft.graph.subjectSet'" },
        { "POST", $"{Management}/assignmentPolicies", """{ "expiration": { "duration": "60 days" } }""", "/expiration/duration: \"60 days\" is no Edm.Duration" },
        { "POST", $"{Management}/assignmentPolicies", """{ "expiration": { "endDateTime": "2026-01-01" } }""", "is no Edm.DateTimeOffset" },
        { "POST", $"{Management}/assignmentPolicies", """{ "questions": { } }""", "/questions: a collection is a list" },
        { "POST", "/directoryObjects/getByIds", """{ "id": [] }""", "/id: the action has no such parameter" },
        { "POST", $"{Management}/accessPackages/{Id}/incompatibleAccessPackages/$ref", """{ "id": "x" }""", "a reference has an @odata.id and nothing else" },
        { "POST", "/organization", "{}", "it is only read" },
    };

    public static TheoryData<string, string, string?> Right => new()
    {
        { "GET", $"{Management}/assignments?$filter=accessPackage/id eq '{Id}' and target/objectid eq 'it''s'&$expand=target,accessPackage", null },
        { "GET", $"{Management}/connectedOrganizations?$filter=identitySources/any(is:is/microsoft.graph.azureActiveDirectoryTenant/tenantId eq '{Id}')", null },
        { "GET", $"{Management}/accessPackages/{Id}?$expand=resourceRoleScopes($expand=role,scope;$select=id),catalog", null },
        { "GET", "/users?$filter=userPrincipalName in ('a@x','b@x')&$select=id,displayName&$top=999", null },
        { "PATCH", $"{Management}/subjects(objectId='{Id}')", """{ "subjectLifecycle": "governed" }""" },
        { "POST", $"{Management}/assignmentRequests/{Id}/cancel", null },
        { "DELETE", $"{Management}/connectedOrganizations/{Id}/internalSponsors/{Id}/$ref", null },
        { "POST", $"{Management}/assignmentRequests", """{ "requestType": "adminAdd", "assignment": { "targetId": "x", "accessPackageId": "y" } }""" },
        { "GET", "/sites/contoso.sharepoint.com:/sites/Marketing?$select=id,webUrl", null },
    };

    [TheoryAgainstMetadata]
    [MemberData(nameof(Wrong))]
    public void What_Graph_does_not_declare_is_refused(string method, string url, string? body, string why) =>
        Assert.Contains(Complaints(method, url, body), complaint => complaint.Contains(why, StringComparison.Ordinal));

    [TheoryAgainstMetadata]
    [MemberData(nameof(Right))]
    public void What_Graph_declares_passes(string method, string url, string? body) => Assert.Empty(Complaints(method, url, body));

    [TheoryAgainstMetadata]
    [InlineData("GET", Management + "/accessPackages", false)]
    [InlineData("GET", Management + "/assignmentPolicies/" + Id, true)]
    [InlineData("PATCH", Management + "/assignmentPolicies/" + Id, false)]
    public void In_beta_one_thing_is_read(string method, string path, bool isAllowed) =>
        Assert.Equal(isAllowed, !Checks().Check(new SentRequest(method, "beta", path, "", null), _ => false).Any());

    private static List<string> Complaints(string method, string url, string? body)
    {
        var query = url.IndexOf('?', StringComparison.Ordinal);
        var (path, options) = query < 0 ? (url, "") : (url[..query], url[query..]);
        return [.. Checks().Check(new SentRequest(method, "v1.0", path, options, body is null ? null : JsonNode.Parse(body)), _ => false)];
    }

    private static RequestChecks Checks() => new(GraphMetadata.Read(MetadataFile.Locate() ?? throw new FileNotFoundException("The metadata went away.")));
}
