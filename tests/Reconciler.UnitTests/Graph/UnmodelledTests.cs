using System.Text.Json.Nodes;
using Reconciler.Entitlements;
using Reconciler.Graph;

namespace Reconciler.UnitTests.Graph;

public sealed class UnmodelledTests
{
    [Theory]
    [InlineData("""{ "allowedTargetScope": "NotSpecified" }""", Population.Nobody)]
    [InlineData("{}", Population.Nobody)]
    [InlineData("""{ "allowedTargetScope": "allMemberUsers" }""", Population.AnyMember)]
    [InlineData("""{ "allowedTargetScope": "AllDirectoryUsers" }""", Population.AnyUser)]
    [InlineData("""{ "allowedTargetScope": "allExternalUsers" }""", Population.AnyExternalUser)]
    public async Task A_population_is_known_however_it_is_spelled(string policy, Population population) =>
        Assert.Equal(new RequestorScope.Everyone(population), (await Read(policy)).Requestors.Value.Who);

    [Theory]
    [InlineData("allConfiguredConnectedOrganizationUsers", "[]", "any configured organization")]
    [InlineData("specificConnectedOrganizationUsers", """[ { "@odata.type": "#microsoft.graph.connectedOrganizationMembers" } ]""", "1 listed organization")]
    [InlineData("specificDirectoryServicePrincipals", "[ {}, {} ]", "2 listed service principals")]
    [InlineData("allDirectoryServicePrincipals", "[]", "any service principal")]
    [InlineData("allDirectoryAgentIdentities", "[]", "any agent identity")]
    [InlineData("somethingNew", "[]", "the scope somethingNew")]
    [InlineData("specificDirectoryUsers", """[ { "@odata.type": "#microsoft.graph.attributeRuleMembers", "membershipRule": "(user.department -eq \"Sales\")" } ]""", "automatic: (user.department -eq \"Sales\")")]
    [InlineData("specificDirectoryUsers", """[ { "@odata.type": "microsoft.graph.singleUser", "userId": "u1", "description": "Megan" }, { "@odata.type": "#microsoft.graph.targetManager" } ]""", "listed: Megan, targetManager")]
    public async Task A_scope_without_a_word_is_described(string scope, string targets, string words)
    {
        var policy = await Read($$"""{ "allowedTargetScope": "{{scope}}", "specificAllowedTargets": {{targets}} }""");

        Assert.Equal(new RequestorScope.Unmodelled(words), policy.Requestors.Value.Who);
    }

    [Theory]
    [InlineData("null", "not specified")]
    [InlineData("""{ "type": "notSpecified" }""", "not specified")]
    [InlineData("""{ "type": "afterDuration", "duration": "P1Y" }""", "after P1Y")]
    [InlineData("""{ "type": "afterDateTime" }""", "at an unknown time")]
    [InlineData("""{ "type": "atDawn" }""", "atDawn")]
    public async Task An_expiration_without_a_word_is_described(string expiration, string words) =>
        Assert.Equal(new Expiration.Unmodelled(words), (await Read($$"""{ "expiration": {{expiration}} }""")).Expiration.Value);

    [Fact]
    public async Task An_end_is_read_whatever_digits_it_has()
    {
        var policy = await Read("""{ "expiration": { "type": "AfterDateTime", "endDateTime": "2027-01-31T22:59:59.9134953Z" } }""");

        Assert.Equal(new Expiration.Until(new DateTimeOffset(2027, 1, 31, 22, 59, 59, TimeSpan.Zero)), policy.Expiration.Value);
    }

    [Theory]
    [InlineData("""{ "isApprovalRequiredForUpdate": true }""", "approval of extensions only")]
    [InlineData("""{ "isApprovalRequiredForAdd": true, "stages": [ { "@odata.type": "#microsoft.graph.accessPackageDynamicApprovalStage" } ] }""", "approvers that a custom extension names")]
    [InlineData("""{ "isApprovalRequiredForAdd": true, "stages": [ { "durationBeforeAutomaticDenial": "P1M" } ] }""", "a decision within P1M")]
    public async Task An_approval_without_a_word_is_described(string settings, string words) =>
        Assert.Equal(new Approval.Unmodelled(words), (await Read($$"""{ "requestApprovalSettings": {{settings}} }""")).Approval.Value);

    [Theory]
    [InlineData("""{ "@odata.type": "#microsoft.graph.targetManager", "managerLevel": 3 }""", "the target's manager, level 3")]
    [InlineData("""{ "@odata.type": "#microsoft.graph.targetApplicationOwners" }""", "the owners of the target application")]
    [InlineData("""{ "@odata.type": "#microsoft.graph.brandNew" }""", "subjects of type brandNew")]
    [InlineData("{}", "a subject without a type")]
    public async Task An_approver_without_a_word_is_described(string subject, string words)
    {
        var policy = await Read($$"""{ "requestApprovalSettings": { "isApprovalRequiredForAdd": true, "stages": [ { "primaryApprovers": [ {{subject}} ] } ] } }""");

        var stage = Assert.Single(Assert.IsType<Approval.Required>(policy.Approval.Value).Stages);
        Assert.Equal([new Subject.Unmodelled(words)], stage.Approvers);
    }

    [Fact]
    public async Task Resources_and_roles_that_are_not_of_groups_are_counted_and_never_listed()
    {
        var graph = StubGraph.Tenant()
            .On("/catalogs/c1/resources", """{ "value": [ { "id": "r1", "originSystem": "SharePointOnline", "originId": "https://x" }, { "id": "r2", "originSystem": "AadApplication", "originId": "a1" } ] }""")
            .On("/accessPackages?", """
                { "value": [ { "id": "p1", "resourceRoleScopes": [
                  { "id": "s1", "role": { "originId": "4", "originSystem": "SharePointOnline" }, "scope": { "originId": "https://x", "originSystem": "SharePointOnline" } },
                  { "id": "s2", "role": { "originId": "MEMBER_G1", "originSystem": "aadGroup" }, "scope": { "originId": "g1", "originSystem": "aadGroup" } } ] } ] }
                """);

        var snapshot = await new GraphTenant(graph.Client, new ImpatientTime()).ReadAsync(CancellationToken.None);

        var catalog = snapshot.Entities.Single(actual => actual.Entity is Catalog);
        Assert.Empty(((Catalog)catalog.Entity).Resources.Value);
        Assert.Equal(["2 resources that are not groups"], catalog.Unmodelled);
        var package = snapshot.Entities.Single(actual => actual.Entity is AccessPackage);
        Assert.Equal("g1", Assert.Single(((AccessPackage)package.Entity).ResourceRoles.Value).Resource.Id);
        Assert.Equal(["1 role that is not member or owner of a group"], package.Unmodelled);
    }

    private static async Task<AssignmentPolicy> Read(string policy)
    {
        var json = JsonNode.Parse(policy) as JsonObject ?? [];
        json["id"] = "q1";
        var package = new JsonObject { ["id"] = "p1", ["assignmentPolicies"] = new JsonArray(json) };
        var graph = StubGraph.Tenant().On("/accessPackages?", new JsonObject { ["value"] = new JsonArray(package) }.ToJsonString());
        var snapshot = await new GraphTenant(graph.Client, new ImpatientTime()).ReadAsync(CancellationToken.None);
        Assert.Empty(snapshot.Gaps);
        return snapshot.Entities.Select(actual => actual.Entity).OfType<AssignmentPolicy>().Single();
    }
}
