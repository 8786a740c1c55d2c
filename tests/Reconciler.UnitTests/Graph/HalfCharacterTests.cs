using System.Net;
using Reconciler.Entitlements;
using Reconciler.Graph;

namespace Reconciler.UnitTests.Graph;

/// <summary>Half a character, which JSON can spell and no text can hold, is an answer that can't be read, and no crash.</summary>
public sealed class HalfCharacterTests
{
    private const string Policy = """
        { "id": "o1", "displayName": "Standard", "customExtensionStageSettings": [], "questions": [], "accessPackage": { "id": "p1" } }
        """;

    private static readonly TenantWrite Sales = new TenantWrite.Create(new Catalog { Name = "Sales" }, null);
    private static readonly Handle Finance = new(EntityKey.Catalog("Finance"), "c1");
    private static readonly Handle Standard = new(EntityKey.Policy("Finance", "Subject", "Standard"), "o1", new(EntityKey.Package("Finance", "Subject"), "p1", Finance));
    private static readonly TenantWrite ToPolicy = new TenantWrite.Update(Standard, new AssignmentPolicy { Catalog = "Finance", Package = "Subject", Name = "Standard", Description = "New" }, Renames: false);
    private static readonly TenantWrite ToCatalog = new TenantWrite.Update(Finance, new Catalog { Name = "Finance", Description = "New" }, Renames: false);

    private readonly StubGraph _graph = StubGraph.Tenant();

    [Theory]
    [InlineData("""{ "error": { "code": "a\ud800", "message": "b" } }""")]
    [InlineData("""{ "error": { "code": "a", "message": "b\udc00" } }""")]
    [InlineData("""{ "\ud800": 1, "error": { "code": "a", "message": "b" } }""")]
    [InlineData("""{ "error": { "code": "a", "message": "b", "innerError": { "\ud800": 1 } } }""")]
    public async Task A_refusal_that_cannot_be_read_is_shown_as_its_status(string body)
    {
        _graph.On("POST", body, HttpStatusCode.BadRequest);

        var trouble = await Refused(Sales);

        Assert.Equal((400, null), (trouble.Status, trouble.Code));
        Assert.StartsWith("Creating the catalog \"Sales\" failed: Graph answered 400.", trouble.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{ "value": [ { "capabilityStatus": "Enabled", "servicePlans": [ { "servicePlanName": "\ud800" } ] } ] }""")]
    [InlineData("""{ "\ud800": 1, "value": [] }""")]
    public async Task Licences_that_cannot_be_read_are_not_spoken_of(string body)
    {
        _graph.On("/subscribedSkus", body).On("POST", StubGraph.Error("UnAuthorized"), HttpStatusCode.Forbidden);

        Assert.DoesNotContain("licences holds", (await Refused(Sales)).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{ "id": "o1", "displayName": "\ud800", "customExtensionStageSettings": [], "questions": [], "accessPackage": { "id": "p1" } }""")]
    [InlineData("""{ "\ud800": 1, "id": "o1", "displayName": "Standard", "customExtensionStageSettings": [], "questions": [], "accessPackage": { "id": "p1" } }""")]
    public async Task A_policy_that_cannot_be_read_is_not_written_over(string body)
    {
        _graph.On("GET " + StubGraph.Root + "identityGovernance/entitlementManagement/assignmentPolicies/o1", body);

        Assert.Contains("is not Graph's JSON", (await Refused(ToPolicy)).Message, StringComparison.Ordinal);
        Assert.DoesNotContain(_graph.Asked, asked => asked.StartsWith("PUT", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("""{ "\ud800": 1 }""")]
    [InlineData("""{ "displayName": "\ud800" }""")]
    [InlineData("<html>")]
    public async Task A_change_whose_answer_cannot_be_read_may_have_been_made(string body)
    {
        _graph.On("assignmentPolicies/o1", Policy).On("PUT", body).On("PATCH", body);

        foreach (var write in new[] { ToPolicy, ToCatalog })
        {
            var trouble = await Refused(write);

            Assert.Equal(TenantProblem.Unavailable, trouble.Problem);
            Assert.Contains("is not Graph's JSON", trouble.Message, StringComparison.Ordinal);
            Assert.EndsWith("It may have been made all the same. Plan again to see.", trouble.Message, StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("""{ "\ud800": 1, "id": "n1" }""")]
    [InlineData("""{ "id": "n1", "displayName": "\ud800" }""")]
    public async Task A_creation_whose_answer_cannot_be_read_is_looked_for(string body)
    {
        _graph.On("/catalogs?", """{ "value": [ { "id": "n1", "displayName": "Sales" } ] }""").On("POST", body, HttpStatusCode.Created);

        Assert.Equal("n1", (await Tenant().WriteAsync(Sales, CancellationToken.None)).Id);
        Assert.Single(_graph.Asked, asked => asked.StartsWith("POST", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("""{ "value": [ { "id": "t1", "displayName": "a\ud800" } ] }""")]
    [InlineData("""{ "value": [ { "id": "t1", "\ud800": "a" } ] }""")]
    [InlineData("""{ "value": [ { "id": "t1", "displayName": "a", "verifiedDomains@odata.nextLink": "https://graph.example/v1.0/x", "verifiedDomains": [ { "name": "\ud800" } ] } ] }""")]
    public async Task A_result_that_cannot_be_read_is_said_to_be_none(string body)
    {
        _graph.On("/organization", body);

        await Assert.ThrowsAsync<TenantException>(() => Tenant().IdentifyAsync(CancellationToken.None));
    }

    private GraphTenant Tenant() => new(_graph.Client, new ImpatientTime());

    private Task<TenantException> Refused(TenantWrite write) => Assert.ThrowsAsync<TenantException>(() => Tenant().WriteAsync(write, CancellationToken.None));
}
