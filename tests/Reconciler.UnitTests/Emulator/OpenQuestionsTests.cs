using System.Net;
using Reconciler.Emulator.Behaving;

namespace Reconciler.UnitTests.Emulator;

public sealed class OpenQuestionsTests
{
    [Theory]
    [InlineData(true, 1)]
    [InlineData(false, 3)]
    public async Task Question_1_top_is_honoured_or_not(bool isHonoured, int entities)
    {
        using var graph = new GraphClient(behaviour => behaviour with { HonoursTop = isHonoured });
        await graph.Catalog("a");
        await graph.Catalog("b");

        Assert.Equal(entities, (await graph.Get("~/catalogs?$top=1")).Items.Count);
    }

    [Fact]
    public async Task Question_2_a_refused_deletion_has_any_status_and_code()
    {
        using var graph = Graph(new() { DeleteRefusalStatus = 409, DeleteRefusalCode = "UnknownError" });
        var catalog = await graph.Catalog();
        var package = await graph.Package(catalog);
        var policy = await graph.Policy(package);
        await graph.Created("~/assignmentRequests", Given.Assign(package, policy));

        foreach (var path in new[] { $"~/assignmentPolicies/{policy}", $"~/accessPackages/{package}", $"~/catalogs/{catalog}" })
        {
            (await graph.Delete(path)).IsRefused(HttpStatusCode.Conflict, "UnknownError");
        }
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Question_3_what_a_put_leaves_out_stays_or_goes(bool isKept)
    {
        using var graph = Graph(new() { KeepsOmittedStages = isKept, KeepsOmittedNotifications = isKept });
        var catalog = await graph.Catalog();
        var package = await graph.Package(catalog);
        var stage = $$"""
            { "stage": "assignmentRequestCreated",
              "customExtension": { "@odata.type": "#microsoft.graph.accessPackageAssignmentRequestWorkflowExtension", "id": "{{await graph.Extension(catalog)}}" } }
            """;
        var start = $$"""{ "displayName": "Employees", "accessPackage": { "id": "{{package}}" } """;
        var policy = await graph.Created(
            "~/assignmentPolicies",
            start + $$""", "notificationSettings": { "isAssignmentNotificationDisabled": true }, "customExtensionStageSettings": [ {{stage}} ] }""");

        await graph.Put($"~/assignmentPolicies/{policy}", start + "}");

        var after = (await graph.Get($"~/assignmentPolicies/{policy}?$expand=customExtensionStageSettings($expand=customExtension)")).Body;
        Assert.Equal(isKept ? 1 : 0, after?["customExtensionStageSettings"]?.AsArray().Count);
        Assert.Equal(isKept, after?["notificationSettings"]?["isAssignmentNotificationDisabled"]?.GetValue<bool>());

        await graph.Put($"~/assignmentPolicies/{policy}", start + """, "customExtensionStageSettings": [] }""");
        Assert.Empty((await graph.Get($"~/assignmentPolicies/{policy}?$expand=customExtensionStageSettings")).Body?["customExtensionStageSettings"]?.AsArray() ?? [null]);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Question_4_verified_id_is_seen_on_beta_alone_and_a_put_keeps_or_clears_it(bool isKept)
    {
        var state = Given.StateWithAssignment();
        state["catalogs"]?[0]?["accessPackages"]?[0]?["assignmentPolicies"]?[0]?["verifiableCredentialSettings"] = Given.Json("""{ "credentialTypes": [ { "issuers": [] } ] }""");
        using var graph = new GraphClient(behaviour => behaviour with { OpenQuestions = new() { KeepsVerifiedId = isKept } }, state);
        var path = $"/identityGovernance/entitlementManagement/assignmentPolicies/{Given.StatePolicy}";

        var beta = await graph.Get("/beta" + path);
        Assert.Equal("Employees", beta.Body?["displayName"]?.GetValue<string>());
        Assert.Single(beta.Body?["verifiableCredentialSettings"]?["credentialTypes"]?.AsArray() ?? []);
        Assert.False((await graph.Get(path)).Body?.AsObject().ContainsKey("verifiableCredentialSettings"));

        await graph.Put(path, $$"""{ "displayName": "Employees", "accessPackage": { "id": "{{Given.StatePackage}}" } }""");
        Assert.Equal(isKept, (await graph.Get("/beta" + path)).Body?["verifiableCredentialSettings"] is not null);
    }

    [Theory]
    [InlineData("PUT", "/assignmentPolicies/" + Given.StatePolicy, HttpStatusCode.MethodNotAllowed)]
    [InlineData("GET", "/assignmentPolicies", HttpStatusCode.NotImplemented)]
    [InlineData("GET", "/accessPackages/" + Given.StatePackage, HttpStatusCode.NotImplemented)]
    public async Task Beta_has_this_one_route(string method, string path, HttpStatusCode status)
    {
        using var graph = new GraphClient(state: Given.StateWithAssignment());

        Assert.Equal(status, (await graph.Send(HttpMethod.Parse(method), "/beta/identityGovernance/entitlementManagement" + path, null)).Status);
    }

    [Fact]
    public async Task Question_5_the_default_access_of_an_application_has_any_origin_id()
    {
        using var graph = Graph(new() { DefaultAccessOriginId = "msiam_access" });
        var catalog = await graph.Catalog();
        await graph.Resource(catalog, "AadApplication", Given.Bot);

        var roles = await graph.Get($"~/catalogs/{catalog}/resourceRoles?$filter=originSystem eq 'AadApplication'");

        Assert.Equal(["msiam_access"], roles.Items.Select(role => role["originId"]?.GetValue<string>() ?? ""));
    }

    [Theory]
    [InlineData(DuplicateAnswer.Conflict, "409")]
    [InlineData(DuplicateAnswer.BadRequest, "400")]
    [InlineData(DuplicateAnswer.Idempotent, "same")]
    [InlineData(DuplicateAnswer.Allowed, "other")]
    public async Task Question_6_a_duplicate_is_refused_taken_for_the_same_or_made(DuplicateAnswer answer, string outcome)
    {
        using var graph = Graph(new() { Duplicates = new() { Names = answer, Organizations = answer, RoleAssignments = answer, RoleScopes = answer } });
        var catalog = await graph.Catalog();
        var package = await graph.Package(catalog);

        Assert.Equal(outcome, await Twice(graph, "~/accessPackages", $$"""{ "displayName": "Twice", "catalog": { "id": "{{catalog}}" } }"""));
        Assert.Equal(outcome, await Twice(graph, $"~/catalogs/{catalog}/customWorkflowExtensions", Given.Extension()));
        Assert.Equal(outcome, await Twice(graph, "~/connectedOrganizations", Given.Organization()));
        Assert.Equal(outcome, await Twice(graph, "/roleManagement/entitlementManagement/roleAssignments", $$"""
            { "principalId": "{{Given.Megan}}", "roleDefinitionId": "ae79f266-94d4-4dab-b730-feca7e132178", "appScopeId": "/AccessPackageCatalog/{{catalog}}" }
            """));
        Assert.Equal(outcome is "other" ? "same" : outcome, await Twice(graph, $"~/accessPackages/{package}/resourceRoleScopes", Given.Grant(await graph.Resource(catalog))));
    }

    [Fact]
    public async Task Question_6_a_name_is_no_other_packages_even_by_renaming()
    {
        using var graph = Graph(new() { Duplicates = new() { Names = DuplicateAnswer.Conflict } });
        var catalog = await graph.Catalog();
        await graph.Package(catalog, "One");
        var other = await graph.Package(catalog, "Other");
        await graph.Package(await graph.Catalog("Sales"), "One");

        (await graph.Patch($"~/accessPackages/{other}", """{ "displayName": "ONE" }""")).IsRefused(HttpStatusCode.Conflict, "DuplicateKey");
        Assert.Equal(HttpStatusCode.NoContent, (await graph.Patch($"~/accessPackages/{other}", """{ "displayName": "Other" }""")).Status);
    }

    [Theory]
    [InlineData(IdentitySourcesPatch.Applied, HttpStatusCode.Accepted, true)]
    [InlineData(IdentitySourcesPatch.Ignored, HttpStatusCode.Accepted, false)]
    [InlineData(IdentitySourcesPatch.Refused, HttpStatusCode.BadRequest, false)]
    public async Task Question_7_identity_sources_are_changed_or_not(IdentitySourcesPatch patch, HttpStatusCode status, bool isChanged)
    {
        using var graph = Graph(new() { IdentitySourcesPatch = patch });
        var organization = await graph.Created("~/connectedOrganizations", Given.Organization());
        const string Other = "0f2b6e4c-5b77-4a9d-8b8a-31d2a1c7e902";

        Assert.Equal(status, (await graph.Patch($"~/connectedOrganizations/{organization}", Given.Organization("Fabrikam", Other))).Status);

        var sources = (await graph.Get($"~/connectedOrganizations/{organization}")).Body?["identitySources"];
        Assert.Equal(isChanged, sources?[0]?["tenantId"]?.GetValue<string>() == Other);
    }

    [Theory]
    [InlineData(ListedExpansion.Expanded, HttpStatusCode.OK, true)]
    [InlineData(ListedExpansion.LeftOut, HttpStatusCode.OK, false)]
    [InlineData(ListedExpansion.Refused, HttpStatusCode.BadRequest, false)]
    public async Task Question_8_incompatibles_are_expanded_in_lists_or_not(ListedExpansion expansion, HttpStatusCode status, bool isThere)
    {
        using var graph = Graph(new() { IncompatiblesInLists = expansion });
        var package = await graph.Package(await graph.Catalog());

        var list = await graph.Get("~/accessPackages?$expand=catalog,incompatibleGroups");

        Assert.Equal(status, list.Status);
        Assert.Equal(isThere, list.Items.Count > 0 && list.Items[0].ContainsKey("incompatibleGroups"));
        Assert.Equal(status is HttpStatusCode.OK, list.Items.Count > 0 && list.Items[0].ContainsKey("catalog"));
        Assert.True((await graph.Get($"~/accessPackages/{package}?$expand=incompatibleGroups")).Body?.AsObject().ContainsKey("incompatibleGroups"));
    }

    [Theory]
    [InlineData("~/assignmentPolicies?$expand=customExtensionStageSettings($expand=customExtension)")]
    [InlineData("~/accessPackages?$expand=catalog,assignmentPolicies($expand=customExtensionStageSettings($expand=customExtension))")]
    public async Task Callouts_may_be_had_of_single_policies_only(string list)
    {
        using var strict = new GraphClient(behaviour => behaviour with { RefusesCalloutsInLists = true });
        using var plain = new GraphClient();
        var policy = await strict.Policy(await strict.Package(await strict.Catalog()));

        Assert.Equal(HttpStatusCode.OK, (await plain.Get(list)).Status);
        (await strict.Get(list)).IsRefused(HttpStatusCode.BadRequest, "InvalidFilter");
        Assert.Equal(HttpStatusCode.OK, (await strict.Get($"~/assignmentPolicies/{policy}?$expand=customExtensionStageSettings($expand=customExtension)")).Status);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Question_10_questions_keep_their_ids_or_get_new_ones(bool areRenewed)
    {
        using var graph = Graph(new() { RenewsQuestionIds = areRenewed });
        var package = await graph.Package(await graph.Catalog());
        string Body(string id) => $$"""
            { "displayName": "Employees", "accessPackage": { "id": "{{package}}" },
              "questions": [ { "@odata.type": "#microsoft.graph.accessPackageTextInputQuestion", {{id}} "text": "Why?", "sequence": 0 } ] }
            """;
        var policy = await graph.Created("~/assignmentPolicies", Body(""));
        var before = await Question(graph, policy);

        await graph.Put($"~/assignmentPolicies/{policy}", Body($"\"id\": \"{before}\","));

        Assert.Equal(areRenewed, before != await Question(graph, policy));
    }

    private static GraphClient Graph(OpenQuestions questions) => new(behaviour => behaviour with { OpenQuestions = questions });

    private static async Task<string?> Question(GraphClient graph, string policy) =>
        (await graph.Get($"~/assignmentPolicies/{policy}")).Body?["questions"]?[0]?["id"]?.GetValue<string>();

    private static async Task<string> Twice(GraphClient graph, string path, string body)
    {
        var first = await graph.Created(path, body);
        var second = await graph.Post(path, body);
        return second.Status is HttpStatusCode.Created ? second.Id == first ? "same" : "other" : $"{(int)second.Status}";
    }
}
