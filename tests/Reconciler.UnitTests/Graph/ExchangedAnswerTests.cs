using System.Net;
using Reconciler.Entitlements;
using Reconciler.Graph;

namespace Reconciler.UnitTests.Graph;

/// <summary>Answers to two creations of one name in two places are not taken for each other.</summary>
public sealed class ExchangedAnswerTests
{
    private const string Creating = $"POST {StubGraph.Root}identityGovernance/entitlementManagement/accessPackages";

    private readonly StubGraph _graph = StubGraph.Tenant()
        .On("catalog%2Fid%20eq%20'c1'", Listed("n1")).On("catalog/id%20eq%20'c1'", Listed("n1"))
        .On("catalog%2Fid%20eq%20'c2'", Listed("n2")).On("catalog/id%20eq%20'c2'", Listed("n2"));

    [Theory]
    [InlineData("\"catalog\": { \"id\": \"c2\" }")]
    [InlineData("\"catalogId\": \"c2\"")]
    public async Task An_answer_that_tells_of_another_place_is_about_another_object(string place)
    {
        _graph.On(Creating, $$"""{ "id": "n2", "displayName": "Readers", {{place}} }""", HttpStatusCode.Created);

        var trouble = await Assert.ThrowsAsync<TenantException>(() => Create(Tenant(), "Alpha", "c1"));

        Assert.Contains("Graph answered with an object that is not where it was to be made, \"Readers\" (n2)", trouble.Message, StringComparison.Ordinal);
        Assert.Contains("It may have been made all the same", trouble.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_policy_of_another_package_is_not_ours()
    {
        _graph.On("/assignmentPolicies", """{ "id": "o2", "displayName": "Standard", "accessPackage": { "id": "p2" } }""", HttpStatusCode.Created);
        var write = new TenantWrite.Create(
            new AssignmentPolicy { Catalog = "Finance", Package = "Subject", Name = "Standard" }, new(EntityKey.Package("Finance", "Subject"), "p1", new(EntityKey.Catalog("Finance"), "c1")));

        var trouble = await Assert.ThrowsAsync<TenantException>(() => Tenant().WriteAsync(write, CancellationToken.None));

        Assert.Contains("not where it was to be made", trouble.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("n2", "n1", false)]
    [InlineData("n1", "n2", true)]
    public async Task Of_two_under_way_at_once_each_is_looked_for_in_its_place(string first, string second, bool isRight)
    {
        var (tenant, other) = (Tenant(), (Task<Written>?)null);
        _graph.On(Creating, Answer(second)).OnInTurn(
            Creating,
            () =>
            {
                other = Create(tenant, "Beta", "c2");
                return StubGraph.Response(Answer(first), HttpStatusCode.Created);
            },
            () => StubGraph.Response(Answer(second), HttpStatusCode.Created));

        var one = Create(tenant, "Alpha", "c1");

        if (isRight)
        {
            Assert.Equal("n1", (await one).Id);
            Assert.Equal("n2", (await (other ?? one)).Id);
        }
        else
        {
            Assert.Contains("not where it was to be made", (await Assert.ThrowsAsync<TenantException>(() => one)).Message, StringComparison.Ordinal);
            Assert.Contains("not where it was to be made", (await Assert.ThrowsAsync<TenantException>(() => other ?? one)).Message, StringComparison.Ordinal);
        }

        Assert.NotNull(other);
    }

    [Fact]
    public async Task One_that_was_given_up_may_still_be_answered_to_the_next()
    {
        var tenant = Tenant();
        _graph.OnInTurn(Creating, () => throw new HttpRequestException("Lost."), () => StubGraph.Response(Answer("n1"), HttpStatusCode.Created));
        _graph.On("'c1'", StubGraph.Error("Gone"), HttpStatusCode.Forbidden);
        await Assert.ThrowsAsync<TenantException>(() => Create(tenant, "Alpha", "c1"));

        await Assert.ThrowsAsync<TenantException>(() => Create(tenant, "Beta", "c2"));
    }

    [Fact]
    public async Task One_after_the_other_costs_nothing_more()
    {
        var tenant = Tenant();
        _graph.OnInTurn(Creating, () => StubGraph.Response(Answer("n1"), HttpStatusCode.Created), () => StubGraph.Response(Answer("n2"), HttpStatusCode.Created));

        await Create(tenant, "Alpha", "c1");
        await Create(tenant, "Beta", "c2");

        Assert.All(_graph.Asked, asked => Assert.StartsWith("POST", asked, StringComparison.Ordinal));
    }

    private static string Answer(string id) => $$"""{ "id": "{{id}}", "displayName": "Readers" }""";

    private static string Listed(string id) => $$"""{ "value": [ {{Answer(id)}} ] }""";

    private static Task<Written> Create(GraphTenant tenant, string catalog, string id) => tenant.WriteAsync(
        new TenantWrite.Create(new AccessPackage { Catalog = catalog, Name = "Readers" }, new(EntityKey.Catalog(catalog), id)), CancellationToken.None);

    private GraphTenant Tenant() => new(_graph.Client, new ImpatientTime());
}
