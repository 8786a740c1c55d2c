using System.Net;
using Reconciler.Entitlements;
using Reconciler.Graph;

namespace Reconciler.UnitTests.Graph;

public sealed class VerifiedIdTests
{
    private const string Policy = """{ "questions": [], "customExtensionStageSettings": [], "accessPackage": { "id": "p1" } }""";
    private const string Asks = """{ "id": "q1", "verifiableCredentialSettings": { "credentialTypes": [ { "credentialType": "Employee" } ] } }""";
    private static readonly Handle Employees = new(EntityKey.Policy("Finance", "Subject", "Employees"), "q1");

    private readonly StubGraph _graph = StubGraph.Tenant().On("/assignmentPolicies/q1?$expand=accessPackage", Policy).On("PUT", "{}");

    [Fact]
    public async Task A_policy_that_asks_for_a_verified_id_is_changed_only_if_somebody_allows_it()
    {
        _graph.On("/beta/", Asks);
        var tenant = Tenant();

        for (var time = 0; time < 2; time++)
        {
            var refusal = await Assert.ThrowsAsync<TenantException>(() => tenant.WriteAsync(Change(), CancellationToken.None));
            Assert.Contains("--allow lose:verified-id", refusal.Message, StringComparison.Ordinal);
        }

        Assert.Equal("GET https://graph.example/beta/identityGovernance/entitlementManagement/assignmentPolicies/q1?$select=id,verifiableCredentialSettings", _graph.Asked[0]);
        Assert.Equal(0, Puts());

        await tenant.WriteAsync(Change() with { MayLoseVerifiedId = true }, CancellationToken.None);
        Assert.Equal(1, Puts());
    }

    [Theory]
    [InlineData("""{ "id": "q1", "verifiableCredentialSettings": null }""")]
    [InlineData("""{ "id": "q1", "verifiableCredentialSettings": { "credentialTypes": [] } }""")]
    public async Task One_that_does_not_is_looked_at_once(string policy)
    {
        _graph.On("/beta/", policy);
        var tenant = Tenant();

        Assert.Null((await tenant.WriteAsync(Change(), CancellationToken.None)).Note);
        await tenant.WriteAsync(Change(), CancellationToken.None);

        Assert.Equal(2, Puts());
        Assert.Single(_graph.Asked, asked => asked.Contains("/beta/", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(HttpStatusCode.Forbidden, true)]
    [InlineData(HttpStatusCode.NotFound, true)]
    [InlineData(HttpStatusCode.NotImplemented, false)]
    public async Task Where_beta_can_not_be_read_the_change_is_made_and_that_is_said(HttpStatusCode status, bool isSaid)
    {
        _graph.On("/beta/", StubGraph.Error("No"), status);

        var written = await Tenant().WriteAsync(Change(), CancellationToken.None);

        Assert.Equal(isSaid, written.Note?.Contains("could not be seen", StringComparison.Ordinal) == true);
        Assert.Equal(1, Puts());
    }

    private static TenantWrite.Update Change() =>
        new(Employees, new AssignmentPolicy { Catalog = "Finance", Package = "Subject", Name = "Employees", Description = "New." }, Renames: false);

    private GraphTenant Tenant() => new(_graph.Client, new ImpatientTime());

    private int Puts() => _graph.Asked.Count(asked => asked.StartsWith("PUT", StringComparison.Ordinal));
}
