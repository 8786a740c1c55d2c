using System.Net;
using System.Text.Json.Nodes;
using Reconciler.Entitlements;
using Reconciler.Graph;
using static Reconciler.UnitTests.Graph.StubGraph;

namespace Reconciler.UnitTests.Graph;

public sealed class FallbackTests
{
    private const string Bare = """{ "value": [ { "id": "p1", "displayName": "Subject", "assignmentPolicies": [ { "id": "q1", "displayName": "One", "questions": [] } ], "resourceRoleScopes": [] } ] }""";
    private const string Extension = """{ "value": [ { "@odata.type": "#microsoft.graph.accessPackageAssignmentRequestWorkflowExtension", "id": "x1", "displayName": "Notify" } ] }""";

    private readonly StubGraph _graph = StubGraph.Tenant();

    [Fact]
    public async Task What_a_list_of_packages_does_not_expand_is_read_in_a_batch()
    {
        _graph.On("/accessPackages?", Bare).On("incompatibleAccessPackages", Error("BadRequest"), HttpStatusCode.BadRequest)
            .On("$batch", Batch("""{ "value": [ { "id": "p2" } ] }""", """{ "value": [ { "id": "g1" } ] }"""));

        var package = (await Read()).Entities.Select(actual => actual.Entity).OfType<AccessPackage>().Single();

        Assert.Equal(["p2", "g1"], package.IncompatibleWith.Value.Select(other => other.Id));
        var urls = JsonNode.Parse(_graph.Bodies.First(body => body.Contains("incompatible", StringComparison.Ordinal)))?["requests"]?.AsArray()
            .Select(request => request?["url"]?.GetValue<string>()) ?? [];
        Assert.Equal(
            ["/identityGovernance/entitlementManagement/accessPackages/p1/incompatibleAccessPackages", "/identityGovernance/entitlementManagement/accessPackages/p1/incompatibleGroups"],
            urls);
    }

    [Fact]
    public async Task What_the_service_has_refused_once_it_is_not_asked_again()
    {
        var catalogs = string.Join(",", Enumerable.Range(0, 9).Select(n => $$"""{ "id": "k{{n}}", "displayName": "K{{n}}" }"""));
        _graph.On("/catalogs", $$"""{ "value": [ {{catalogs}} ] }""").On("/resources?", """{ "value": [] }""").On("/customWorkflowExtensions", """{ "value": [] }""")
            .On("/accessPackages?", """{ "value": [] }""").On("incompatibleAccessPackages", Error("BadRequest"), HttpStatusCode.BadRequest);

        Assert.Empty((await Read()).Gaps);

        Assert.Single(_graph.Asked, asked => asked.Contains("incompatibleAccessPackages", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_package_that_vanishes_while_it_is_read_is_absent()
    {
        _graph.On("/accessPackages?", Bare).On("$batch", """{ "responses": [ { "id": "0", "status": 404 }, { "id": "1", "status": 404 } ] }""")
            .On("/accessPackages/p1", Error("AccessPackageNotFound"), HttpStatusCode.NotFound);

        var snapshot = await Read();

        Assert.Empty(snapshot.Gaps);
        Assert.DoesNotContain(snapshot.Entities, actual => actual.Entity is AccessPackage or AssignmentPolicy);
    }

    [Fact]
    public async Task A_package_whose_lists_are_not_found_though_it_is_there_is_a_gap()
    {
        _graph.On("/accessPackages?", Bare).On("$batch", """{ "responses": [ { "id": "0", "status": 404 }, { "id": "1", "status": 404 } ] }""")
            .On("/accessPackages/p1", """{ "id": "p1" }""");

        Assert.Contains("knows \"Subject\" and not its incompatibleAccessPackages", Assert.Single((await Read()).Gaps), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Callouts_are_asked_for_where_a_catalog_has_extensions_and_else_not()
    {
        await Read();
        Assert.DoesNotContain(_graph.Asked, asked => asked.Contains("customExtensionStageSettings", StringComparison.Ordinal));

        _graph.On("/customWorkflowExtensions", Extension);
        await Read();
        Assert.Single(_graph.Asked, asked => asked.Contains("assignmentPolicies($expand=customExtensionStageSettings($expand=customExtension))", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Callouts_that_do_not_come_with_the_packages_are_read_in_a_batch()
    {
        _graph.On("/customWorkflowExtensions", Extension).On("/accessPackages?", Bare.Replace("\"resourceRoleScopes\": []", "\"resourceRoleScopes\": [], \"incompatibleAccessPackages\": [], \"incompatibleGroups\": []", StringComparison.Ordinal))
            .On("customExtensionStageSettings($expand=customExtension))", Error("BadRequest"), HttpStatusCode.BadRequest)
            .On("$batch", Batch("""{ "id": "q1", "questions": [], "customExtensionStageSettings": [ { "stage": "assignmentRequestGranted", "customExtension": { "id": "x1" } } ] }"""));

        var policy = (await Read()).Entities.Select(actual => actual.Entity).OfType<AssignmentPolicy>().Single();

        Assert.Equal("Notify", Assert.Single(policy.Callouts.Value).Run.Name);
        Assert.Contains(
            _graph.Bodies, body => body.Contains("assignmentPolicies/q1?$expand=customExtensionStageSettings($expand=customExtension),questions", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_policy_that_vanishes_while_it_is_read_is_absent()
    {
        _graph.On("/customWorkflowExtensions", Extension).On("/accessPackages?", Bare.Replace("\"resourceRoleScopes\": []", "\"resourceRoleScopes\": [], \"incompatibleAccessPackages\": [], \"incompatibleGroups\": []", StringComparison.Ordinal))
            .On("$batch", """{ "responses": [ { "id": "0", "status": 404 } ] }""");

        var snapshot = await new GraphTenant(_graph.Client, new ImpatientTime()).ReadAsync(new TenantPart(new Scope { Catalogs = ["Finance"] }), CancellationToken.None);

        Assert.Empty(snapshot.Gaps);
        Assert.Single(snapshot.Entities, actual => actual.Entity is AccessPackage);
        Assert.DoesNotContain(snapshot.Entities, actual => actual.Entity is AssignmentPolicy);
    }

    [Fact]
    public async Task A_list_as_long_as_any_that_is_expanded_is_read_again()
    {
        var twenty = string.Join(",", Enumerable.Range(0, 20).Select(n => $$"""{ "id": "u{{n}}" }"""));
        _graph.On("/connectedOrganizations", $$"""{ "value": [ { "id": "o1", "displayName": "Fabrikam", "internalSponsors": [ {{twenty}} ], "externalSponsors": null } ] }""")
            .On("/connectedOrganizations/o1/internalSponsors", $$"""{ "value": [ {{twenty}}, { "id": "u20" } ] }""");

        var organization = (await Read()).Entities.Select(actual => actual.Entity).OfType<ConnectedOrganization>().Single();

        Assert.Equal(21, organization.Sponsors.Value.Internal.Value.Count);
        Assert.Empty(organization.Sponsors.Value.External.Value);
    }

    [Fact]
    public async Task Lists_that_are_said_to_be_null_are_empty()
    {
        _graph.On("/customWorkflowExtensions", Extension).On("/accessPackages?", """
            { "value": [ { "id": "p1", "displayName": "Subject", "resourceRoleScopes": [], "incompatibleAccessPackages": null, "incompatibleGroups": null,
              "assignmentPolicies": [ { "id": "q1", "displayName": "One", "questions": null, "customExtensionStageSettings": null } ] } ] }
            """);

        var policy = (await Read()).Entities.Select(actual => actual.Entity).OfType<AssignmentPolicy>().Single();

        Assert.Empty(policy.Questions.Value);
        Assert.Empty(policy.Callouts.Value);
    }

    [Fact]
    public async Task Sponsors_that_are_not_expanded_are_read_in_a_batch()
    {
        _graph.On("/connectedOrganizations", """{ "value": [ { "id": "o1", "displayName": "Fabrikam" } ] }""")
            .On("$expand=internalSponsors", Error("BadRequest"), HttpStatusCode.BadRequest)
            .On("$batch", Batch("""{ "value": [ { "@odata.type": "#microsoft.graph.user", "id": "u1" } ] }""", """{ "value": [] }"""));

        var part = new TenantPart(new Scope { Organizations = ["Fabrikam"] });
        var snapshot = await new GraphTenant(_graph.Client, new ImpatientTime()).ReadAsync(part, CancellationToken.None);

        var organization = Assert.IsType<ConnectedOrganization>(Assert.Single(snapshot.Entities).Entity);
        Assert.Equal("u1", Assert.Single(organization.Sponsors.Value.Internal.Value).Id);
        Assert.Empty(organization.Sponsors.Value.External.Value);
    }

    private static string Batch(params string[] bodies) => $$"""
        { "responses": [ {{string.Join(",", bodies.Select((body, index) => $$"""{ "id": "{{index}}", "status": 200, "body": {{body}} }"""))}} ] }
        """;

    private Task<TenantSnapshot> Read() => new GraphTenant(_graph.Client, new ImpatientTime()).ReadAsync(TenantPart.Whole, CancellationToken.None);
}
