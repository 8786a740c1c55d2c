using System.Net;
using Reconciler.Entitlements;
using Reconciler.Graph;
using static Reconciler.UnitTests.Graph.StubGraph;

namespace Reconciler.UnitTests.Graph;

/// <summary>Answers that leave something out without a word: nobody may lose or be given anything because of that.</summary>
public sealed class HalfAnswerTests
{
    private const string Holder = """{ "value": [ { "id": "r1", "principalId": "11111111-1111-1111-1111-111111111111", "roleDefinitionId": "ae79f266-94d4-4dab-b730-feca7e132178", "appScopeId": "/AccessPackageCatalog/c1" } ] }""";

    private readonly StubGraph _graph = StubGraph.Tenant();

    [Theory]
    [InlineData("{}")]
    [InlineData("""{ "value": null }""")]
    [InlineData("""{ "value": {} }""")]
    [InlineData("""{ "value": [], "@odata.nextLink": "https://graph.example/v1.0/more" }""")]
    [InlineData("""{ "value": [ { "@odata.type": "#microsoft.graph.user", "id": "22222222-2222-2222-2222-222222222222", "userPrincipalName": "x@y.z" } ] }""")]
    [InlineData("""{ "value": [ { "@odata.type": "#microsoft.graph.agentUser", "id": "11111111-1111-1111-1111-111111111111" } ] }""")]
    [InlineData("""{ "value": [ { "@odata.type": "#microsoft.graph.user", "id": "11111111-1111-1111-1111-111111111111" }, { "@odata.type": "#microsoft.graph.group", "id": "11111111-1111-1111-1111-111111111111" } ] }""")]
    public async Task Nobody_is_called_deleted_because_the_directory_answered_half_or_something_else(string answer)
    {
        _graph.On("roleAssignments?$filter=appScopeId", Holder).On("/directoryObjects/getByIds", answer);

        var snapshot = await Read();

        Assert.StartsWith("Reading the names of users, groups and service principals failed:", Assert.Single(snapshot.Gaps), StringComparison.Ordinal);
        Assert.False(Owners(snapshot)[0].IsDangling);
    }

    [Fact]
    public async Task Who_is_left_out_of_a_whole_list_is_deleted()
    {
        _graph.On("roleAssignments?$filter=appScopeId", Holder);

        var snapshot = await Read();

        Assert.Empty(snapshot.Gaps);
        Assert.True(Owners(snapshot)[0].IsDangling);
    }

    [Theory]
    [InlineData("\"resourceRoleScopes\": []", "assignmentPolicies")]
    [InlineData("\"resourceRoleScopes\": [], \"assignmentPolicies\": null", "assignmentPolicies")]
    [InlineData("\"resourceRoleScopes\": [], \"assignmentPolicies\": {}", "assignmentPolicies")]
    [InlineData("\"assignmentPolicies\": []", "resourceRoleScopes")]
    public async Task A_package_without_its_lists_is_a_gap(string lists, string missing)
    {
        _graph.On("/accessPackages?", $$"""{ "value": [ { "id": "p1", "displayName": "Subject", "incompatibleAccessPackages": [], "incompatibleGroups": [], {{lists}} } ] }""");

        Assert.Equal([$"Graph answered the access package \"Subject\" without its {missing}."], (await Read()).Gaps);
    }

    [Theory]
    [InlineData("assignmentPolicies@odata.nextLink")]
    [InlineData("assignmentPolicies@odata.next\\u004cink")]
    public async Task A_list_is_read_to_its_end_however_the_link_is_spelled(string link)
    {
        _graph.On("/accessPackages?", $$"""
            { "value": [ { "id": "p1", "displayName": "Subject", "incompatibleAccessPackages": [], "incompatibleGroups": [], "resourceRoleScopes": [], "assignmentPolicies": [],
              "{{link}}": "https://graph.example/v1.0/more" } ] }
            """)
            .On("/more", """{ "value": [ { "id": "q2", "displayName": "Two", "questions": [] } ] }""");

        Assert.Single((await Read()).Entities, actual => actual.Entity is AssignmentPolicy);
    }

    [Fact]
    public async Task A_package_that_is_in_another_catalog_is_not_taken_for_one_of_this()
    {
        const string Lists = "\"assignmentPolicies\": [], \"resourceRoleScopes\": [], \"incompatibleAccessPackages\": [], \"incompatibleGroups\": []";
        var tenant = new GraphTenant(_graph.Client, new ImpatientTime());
        var before = await tenant.ReadAsync(TenantPart.Whole, CancellationToken.None);
        _graph.On("/accessPackages/p1", $$"""{ "id": "p1", "displayName": "Subject", {{Lists}}, "catalog": { "id": "c2" } }""");
        var changed = new SentWrite(
            new TenantWrite.Update(new Handle(EntityKey.Package("Finance", "Subject"), "p1", new Handle(EntityKey.Catalog("Finance"), "c1")), before.Entities.Single(a => a.Id == "p1").Entity, Renames: false), null, IsMade: true);
        _graph.On("/accessPackages?", Error("Busy"), HttpStatusCode.NotImplemented);

        var after = await tenant.ReadAgainAsync(TenantPart.Whole, before, [changed], CancellationToken.None);

        Assert.NotEmpty(after.Gaps);
    }

    [Fact]
    public async Task One_id_that_is_spelled_in_two_ways_is_one_when_it_is_read_again()
    {
        const string Upper = "AAAAAAAA-1111-1111-1111-111111111111";
        _graph.On("roleAssignments?$filter=appScopeId", Holder.Replace("11111111-1111-1111-1111-111111111111", Upper, StringComparison.Ordinal))
            .On("/accessPackages?", $$"""
            { "value": [ { "id": "p1", "displayName": "Subject", "incompatibleAccessPackages": [], "incompatibleGroups": [], "resourceRoleScopes": [], "assignmentPolicies": [
              { "id": "q1", "displayName": "One", "questions": [], "allowedTargetScope": "specificDirectoryUsers", "specificAllowedTargets": [ { "@odata.type": "#microsoft.graph.groupMembers", "groupId": "{{Upper.ToLowerInvariant()}}" } ] } ] } ] }
            """);
        var tenant = new GraphTenant(_graph.Client, new ImpatientTime());
        var before = await tenant.ReadAsync(TenantPart.Whole, CancellationToken.None);
        var changed = new SentWrite(
            new TenantWrite.Update(new Handle(EntityKey.Catalog("Finance"), "c1"), before.Entities.Single(a => a.Id == "c1").Entity, Renames: false), null, IsMade: true);
        _graph.On("$batch", """{ "responses": [ { "id": "0", "status": 404 } ] }""").On("/catalogs/c1", """{ "id": "c1", "displayName": "Finance", "state": "Published" }""")
            .On("/catalogs/c1/resources", """{ "value": [] }""").On("/catalogs/c1/customWorkflowExtensions", """{ "value": [] }""");

        var after = await tenant.ReadAgainAsync(TenantPart.Whole, before, [changed], CancellationToken.None);

        Assert.Contains(after.Entities, actual => actual.Id == "q1");
    }

    private static EquatableArray<Reference> Owners(TenantSnapshot snapshot) =>
        snapshot.Entities.Select(actual => actual.Entity).OfType<Catalog>().Single().Delegates.Value.Owners.Value;

    private Task<TenantSnapshot> Read() => new GraphTenant(_graph.Client, new ImpatientTime()).ReadAsync(TenantPart.Whole, CancellationToken.None);
}
