using System.Net;
using Reconciler.Entitlements;
using Reconciler.Graph;
using static Reconciler.UnitTests.Graph.StubGraph;

namespace Reconciler.UnitTests.Graph;

public sealed class GapTests
{
    private readonly StubGraph _graph = StubGraph.Tenant();

    [Fact]
    public async Task A_tenant_without_trouble_has_no_gaps() => Assert.Empty((await Read()).Gaps);

    [Theory]
    [InlineData("/settings", "Reading the settings of entitlement management failed: Graph answered 403 UnAuthorized")]
    [InlineData("/catalogs/c1/resources", "Reading the resources of the catalog \"Finance\" failed: Graph answered 403 UnAuthorized")]
    [InlineData("/connectedOrganizations", "Reading the connected organizations failed: Graph answered 403 UnAuthorized")]
    [InlineData("/customWorkflowExtensions", "Reading the custom extensions of the catalog \"Finance\" failed: Graph answered 403 UnAuthorized")]
    [InlineData("roleAssignments?$filter=appScopeId", "Reading the roles of the catalog \"Finance\" failed: Graph answered 403 UnAuthorized")]
    [InlineData("roleAssignments?$filter=roleDefinitionId", "Reading the roles of entitlement management failed: Graph answered 403 UnAuthorized")]
    [InlineData("/accessPackages?", "Reading the access packages of the catalog \"Finance\" failed: Graph answered 403 UnAuthorized")]
    public async Task A_part_that_may_not_be_read_is_a_gap(string part, string sentence)
    {
        _graph.On(part, Error("UnAuthorized"), HttpStatusCode.Forbidden, ("request-id", "r-7"));

        var gap = Assert.Single((await Read()).Gaps);

        Assert.StartsWith(sentence, gap, StringComparison.Ordinal);
        Assert.EndsWith("(request id r-7)", gap, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("https://elsewhere.example/v1.0/next", "leads away")]
    [InlineData("https://graph.example.evil/v1.0/next", "leads away")]
    [InlineData("http://graph.example/v1.0/next", "leads away")]
    [InlineData("https://graph.example:8443/v1.0/next", "leads away")]
    [InlineData("https://me@graph.example/v1.0/next", "leads away")]
    [InlineData("/v1.0/next", "leads away")]
    [InlineData("https://graph.example/v1.0/next", "circle")]
    public async Task A_page_link_that_leads_astray_is_not_followed_and_is_a_gap(string link, string why)
    {
        var page = $$"""{ "value": [], "@odata.nextLink": "{{link}}" }""";
        _graph.On("/accessPackages?", page).On("GET https://graph.example/v1.0/next", page);

        Assert.Contains(why, Assert.Single((await Read()).Gaps), StringComparison.Ordinal);
        Assert.All(_graph.Asked, asked => Assert.StartsWith("https://graph.example/v1.0/", asked.Split(' ')[1], StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_cut_list_inside_a_package_is_read_to_its_end()
    {
        _graph.On("/accessPackages?", """
            { "value": [ { "id": "p1", "displayName": "Subject", "resourceRoleScopes": [], "incompatibleAccessPackages": [], "incompatibleGroups": [], "assignmentPolicies": [ { "id": "q1", "displayName": "One", "questions": [] } ],
              "assignmentPolicies@odata.nextLink": "https://graph.example/v1.0/more" } ] }
            """)
            .On("/more", """{ "value": [ { "id": "q2", "displayName": "Two", "questions": [] } ] }""");

        var snapshot = await Read();

        Assert.Equal(["q1", "q2"], snapshot.Entities.Where(actual => actual.Entity is AssignmentPolicy).Select(actual => actual.Id));
    }

    [Fact]
    public async Task A_catalog_that_vanished_meanwhile_is_left_out()
    {
        _graph.On("/catalogs/c1", Error("ResourceNotFound"), HttpStatusCode.NotFound);

        var snapshot = await Read();

        Assert.Empty(snapshot.Gaps);
        Assert.DoesNotContain(snapshot.Entities, actual => actual.Entity is Catalog);
    }

    [Fact]
    public async Task A_part_that_is_not_found_in_a_catalog_that_is_there_is_a_gap()
    {
        _graph.On("/catalogs/c1", """{ "id": "c1" }""").On("/customWorkflowExtensions", """{ "value": [] }""")
            .On("/catalogs/c1/resources", Error("ResourceNotFound"), HttpStatusCode.NotFound);

        Assert.Contains("404", Assert.Single((await Read()).Gaps), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nobody_is_called_deleted_because_the_directory_did_not_answer()
    {
        const string Group = "bbbbbbbb-0000-4000-8000-000000000001";
        _graph.On("/catalogs/c1/resources", $$"""{ "value": [ { "id": "r1", "originSystem": "AadGroup", "originId": "{{Group}}" } ] }""")
            .On("getByIds", Error("Authorization_RequestDenied"), HttpStatusCode.Forbidden);

        var snapshot = await Read();

        Assert.Contains("names of users, groups and service principals", Assert.Single(snapshot.Gaps), StringComparison.Ordinal);
        var catalog = snapshot.Entities.Select(actual => actual.Entity).OfType<Catalog>().Single();
        Assert.False(catalog.Resources.Value[0].Resource.IsDangling);
    }

    [Fact]
    public async Task Somebody_who_runs_a_catalog_alone_needs_to_see_nothing_else()
    {
        _graph.On("/settings", Error("UnAuthorized"), HttpStatusCode.Forbidden).On("/connectedOrganizations", Error("UnAuthorized"), HttpStatusCode.Forbidden)
            .On("roleAssignments?$filter=roleDefinitionId", Error("UnAuthorized"), HttpStatusCode.Forbidden)
            .On("/accessPackages?", """
                { "value": [ { "id": "p1", "displayName": "Subject", "incompatibleAccessPackages": [ { "id": "p9" } ], "incompatibleGroups": [], "resourceRoleScopes": [],
                  "assignmentPolicies": [ { "id": "q1", "displayName": "Partners", "questions": [], "allowedTargetScope": "specificConnectedOrganizationUsers",
                    "specificAllowedTargets": [ { "@odata.type": "#microsoft.graph.connectedOrganizationMembers", "connectedOrganizationId": "o1" } ] } ] } ] }
                """)
            .On("$batch", """{ "responses": [ { "id": "0", "status": 403, "body": {} } ] }""");

        var snapshot = await new GraphTenant(_graph.Client, new ImpatientTime()).ReadAsync(new TenantPart(new Scope { Catalogs = ["Finance"] }), CancellationToken.None);

        Assert.Empty(snapshot.Gaps);
        var policy = snapshot.Entities.Select(actual => actual.Entity).OfType<AssignmentPolicy>().Single();
        var organization = Assert.Single(Assert.IsType<RequestorScope.Listed>(policy.Requestors.Value.Who).Principals);
        var package = Assert.Single(snapshot.Entities.Select(actual => actual.Entity).OfType<AccessPackage>().Single().IncompatibleWith.Value);

        // What is not seen is not called deleted.
        Assert.Equal(("o1", "o1", "p9", "p9"), (organization.Id, organization.Name, package.Id, package.Name));
    }

    [Theory]
    [InlineData("""{ "id": "singleton", "externalUserLifecycleAction": "eatThem" }""")]
    [InlineData("""{ "id": "singleton", "externalUserLifecycleAction": "none", "durationUntilExternalUserDeletedAfterBlocked": "P1M" }""")]
    [InlineData("not json")]
    [InlineData("[]")]
    [InlineData("""{ "id": "singleton", "id": "twice" }""")]
    public async Task Settings_that_say_what_there_is_no_word_for_are_a_gap(string settings)
    {
        _graph.On("/settings", settings);

        var snapshot = await Read();

        Assert.Single(snapshot.Gaps);
        Assert.DoesNotContain(snapshot.Entities, actual => actual.Entity is Settings);
    }

    private Task<TenantSnapshot> Read() => new GraphTenant(_graph.Client, new ImpatientTime()).ReadAsync(TenantPart.Whole, CancellationToken.None);
}
