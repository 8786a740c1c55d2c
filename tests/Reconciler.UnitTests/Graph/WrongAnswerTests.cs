using System.Net;
using Reconciler.Entitlements;
using Reconciler.Graph;

namespace Reconciler.UnitTests.Graph;

/// <summary>An answer that is about another object than the one that was made is not built upon.</summary>
public sealed class WrongAnswerTests
{
    private const string Creating = $"POST {StubGraph.Root}identityGovernance/entitlementManagement/catalogs";
    private static readonly TenantWrite Sales = new TenantWrite.Create(new Catalog { Name = "Sales" }, null);

    private readonly StubGraph _graph = StubGraph.Tenant();

    [Theory]
    [InlineData("c1", null, "an object that was there before (c1)")]
    [InlineData("p1", "Sales", "an object that was there before (p1)")]
    [InlineData("n1", "Marketing", "another object, \"Marketing\" (n1)")]
    [InlineData("", "Sales", "Graph answered without an id")]
    public async Task An_answer_about_another_object_is_no_answer(string id, string? name, string why)
    {
        _graph.On(Creating, Answer(id, name), HttpStatusCode.Created);
        var tenant = await ReadAsync();

        var trouble = await Assert.ThrowsAsync<TenantException>(() => tenant.WriteAsync(Sales, CancellationToken.None));

        Assert.StartsWith("Creating the catalog \"Sales\" failed: Graph answered", trouble.Message, StringComparison.Ordinal);
        Assert.Contains(why, trouble.Message, StringComparison.Ordinal);
        Assert.Contains("It may have been made all the same", trouble.Message, StringComparison.Ordinal);
        Assert.Single(_graph.Asked, asked => asked.StartsWith(Creating, StringComparison.Ordinal));
    }

    [Fact]
    public async Task One_object_is_not_two()
    {
        _graph.On(Creating, """{ "id": "n1" }""", HttpStatusCode.Created);
        var tenant = await ReadAsync();

        Assert.Equal("n1", (await tenant.WriteAsync(Sales, CancellationToken.None)).Id);
        await Assert.ThrowsAsync<TenantException>(() => tenant.WriteAsync(new TenantWrite.Create(new Catalog { Name = "Risk" }, null), CancellationToken.None));
    }

    [Fact]
    public async Task A_name_in_another_spelling_is_the_same()
    {
        _graph.On(Creating, Answer("n1", " SALES"), HttpStatusCode.Created);

        Assert.Equal("n1", (await (await ReadAsync()).WriteAsync(Sales, CancellationToken.None)).Id);
    }

    private static string Answer(string id, string? name) => name is null ? $$"""{ "id": "{{id}}" }""" : $$"""{ "id": "{{id}}", "displayName": "{{name}}" }""";

    private async Task<GraphTenant> ReadAsync()
    {
        var tenant = new GraphTenant(_graph.Client, new ImpatientTime());
        await tenant.ReadAsync(TenantPart.Whole, CancellationToken.None);
        return tenant;
    }
}
