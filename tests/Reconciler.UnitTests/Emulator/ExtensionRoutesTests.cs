using System.Net;

namespace Reconciler.UnitTests.Emulator;

public sealed class ExtensionRoutesTests : IAsyncLifetime, IDisposable
{
    private const string OfRequests = "accessPackageAssignmentRequestWorkflowExtension";
    private const string OfAssignments = "accessPackageAssignmentWorkflowExtension";

    private readonly GraphClient _graph = new();
    private string _catalog = "";

    private string Extensions => $"~/catalogs/{_catalog}/customWorkflowExtensions";

    public async Task InitializeAsync() => _catalog = await _graph.Catalog();

    public Task DisposeAsync() => Task.CompletedTask;

    public void Dispose() => _graph.Dispose();

    [Theory]
    [InlineData(OfRequests)]
    [InlineData(OfAssignments)]
    public async Task An_extension_is_kept_with_all_it_says(string type)
    {
        var created = await _graph.Post(Extensions, Given.Extension(type, "\"clientConfiguration\": { \"maximumRetries\": 1, \"timeoutInMilliseconds\": 500 },"));

        Assert.Equal(HttpStatusCode.Created, created.Status);
        Assert.Equal($"#microsoft.graph.{type}", created.Body?["@odata.type"]?.GetValue<string>());
        var read = Assert.Single((await _graph.Get(Extensions)).Items);
        Assert.Equal($"#microsoft.graph.{type}", read["@odata.type"]?.GetValue<string>());
        Assert.Equal("safe", read["endpointConfiguration"]?["logicAppWorkflowName"]?.GetValue<string>());
        Assert.StartsWith("https://", read["endpointConfiguration"]?["url"]?.GetValue<string>(), StringComparison.Ordinal);
        Assert.Equal("#microsoft.graph.azureAdPopTokenAuthentication", read["authenticationConfiguration"]?["@odata.type"]?.GetValue<string>());
        Assert.Equal(500, read["clientConfiguration"]?["timeoutInMilliseconds"]?.GetValue<int>());
        Assert.Equal("2026-03-01T09:30:00Z", read["lastModifiedDateTime"]?.GetValue<string>());
        Assert.Equal(created.Id, (await _graph.Get($"~/catalogs/{_catalog}?$expand=customWorkflowExtensions")).Body?["customWorkflowExtensions"]?[0]?["id"]?.GetValue<string>());
    }

    [Fact]
    public async Task A_request_extension_may_wait_for_an_answer()
    {
        const string Callback = """ "callbackConfiguration": { "@odata.type": "microsoft.graph.customExtensionCallbackConfiguration", "timeoutDuration": "PT1H" }, """;

        var created = await _graph.Post(Extensions, Given.Extension(OfRequests, Callback));

        Assert.Equal("PT1H", created.Body?["callbackConfiguration"]?["timeoutDuration"]?.GetValue<string>());
        (await _graph.Post(Extensions, Given.Extension(OfAssignments, Callback))).IsRefused(HttpStatusCode.BadRequest, "InvalidModel");
        (await _graph.Post(Extensions, Given.Extension(OfRequests, Callback.Replace("PT1H", "PT4M", StringComparison.Ordinal)))).IsRefused(HttpStatusCode.BadRequest, "InvalidModel");
        (await _graph.Post(Extensions, Given.Extension(OfRequests, Callback.Replace("PT1H", "P15D", StringComparison.Ordinal)))).IsRefused(HttpStatusCode.BadRequest, "InvalidModel");
    }

    [Theory]
    [InlineData("\"clientConfiguration\": { \"maximumRetries\": 2 },")]
    [InlineData("\"clientConfiguration\": { \"timeoutInMilliseconds\": 100 },")]
    [InlineData("\"callbackConfiguration\": { \"timeoutDuration\": \"PT1H\" },")]
    [InlineData("\"callbackConfiguration\": { \"@odata.type\": \"microsoft.graph.customExtensionCallbackConfiguration\", \"durationBeforeTimeout\": \"PT1H\" },")]
    [InlineData("\"createdBy\": 7,")]
    public async Task An_extension_that_makes_no_sense_is_refused(string member) =>
        (await _graph.Post(Extensions, Given.Extension(OfRequests, member))).IsRefused(HttpStatusCode.BadRequest, "InvalidModel");

    [Theory]
    [InlineData("""{ "displayName": "untyped" }""")]
    [InlineData("""{ "@odata.type": "#microsoft.graph.customCalloutExtension", "displayName": "abstract" }""")]
    [InlineData("""{ "@odata.type": "#microsoft.graph.accessPackageAssignmentRequestWorkflowExtension" }""")]
    [InlineData("""{ "@odata.type": "#microsoft.graph.accessPackageAssignmentRequestWorkflowExtension", "displayName": "x", "endpointConfiguration": { "targetUrl": "https://x" } }""")]
    public async Task Half_an_extension_is_refused(string body) =>
        (await _graph.Post(Extensions, body)).IsRefused(HttpStatusCode.BadRequest, "InvalidModel");

    [Fact]
    public async Task An_extension_is_changed_but_for_its_type()
    {
        var id = await _graph.Extension(_catalog);

        Assert.Equal(HttpStatusCode.NoContent, (await _graph.Patch($"{Extensions}/{id}", """{ "description": "Other" }""")).Status);

        var read = (await _graph.Get($"{Extensions}/{id}")).Body;
        Assert.Equal(("Ask the safe", "Other"), (read?["displayName"]?.GetValue<string>(), read?["description"]?.GetValue<string>()));
        (await _graph.Patch($"{Extensions}/{id}", $$"""{ "@odata.type": "#microsoft.graph.{{OfAssignments}}" }""")).IsRefused(HttpStatusCode.BadRequest, "InvalidModel");
        (await _graph.Get($"{Extensions}/{Given.Nobody}")).IsRefused(HttpStatusCode.NotFound, "CustomWorkflowExtensionNotFound");
    }

    [Fact]
    public async Task An_extension_is_not_deleted_while_a_policy_calls_it()
    {
        var id = await _graph.Extension(_catalog);
        var package = await _graph.Package(_catalog);
        var policy = await _graph.Created("~/assignmentPolicies", Policy(package, Stage("assignmentRequestApproved", OfRequests, id)));
        (await _graph.Delete($"{Extensions}/{id}")).IsRefused(HttpStatusCode.BadRequest, "CustomWorkflowExtensionIsInUse");

        Assert.Equal(HttpStatusCode.OK, (await _graph.Put($"~/assignmentPolicies/{policy}", Policy(package, ""))).Status);

        Assert.Equal(HttpStatusCode.NoContent, (await _graph.Delete($"{Extensions}/{id}")).Status);
    }

    [Theory]
    [InlineData("assignmentRequestCreated", OfRequests, true)]
    [InlineData("assignmentRequestRemoved", OfRequests, true)]
    [InlineData("assignmentOneDayBeforeExpiration", OfAssignments, true)]
    [InlineData("assignmentFourteenDaysBeforeExpiration", OfRequests, false)]
    [InlineData("assignmentRequestGranted", OfAssignments, false)]
    public async Task A_stage_calls_an_extension_of_its_kind(string stage, string type, bool fits)
    {
        var package = await _graph.Package(_catalog);
        var id = await _graph.Extension(_catalog, type);

        var answer = await _graph.Post("~/assignmentPolicies", Policy(package, Stage(stage, type, id)));

        Assert.Equal(fits ? HttpStatusCode.Created : HttpStatusCode.BadRequest, answer.Status);
    }

    [Fact]
    public async Task A_stage_names_an_extension_of_the_catalog_as_what_it_is()
    {
        var package = await _graph.Package(_catalog);
        var id = await _graph.Extension(_catalog, OfAssignments);
        var elsewhere = await _graph.Extension(await _graph.Catalog("Sales"));

        foreach (var stage in (string[])[Stage("assignmentRequestCreated", OfRequests, id), Stage("assignmentRequestCreated", OfRequests, elsewhere), """{ "stage": "assignmentRequestCreated" }"""])
        {
            (await _graph.Post("~/assignmentPolicies", Policy(package, stage))).IsRefused(HttpStatusCode.BadRequest, "InvalidModel");
        }
    }

    [Fact]
    public async Task The_extension_behind_a_stage_is_shown_as_it_is_now()
    {
        var id = await _graph.Extension(_catalog);
        var package = await _graph.Package(_catalog);
        await _graph.Created("~/assignmentPolicies", Policy(package, Stage("assignmentRequestGranted", OfRequests, id)));
        await _graph.Patch($"{Extensions}/{id}", """{ "displayName": "Renamed" }""");

        const string Expand = "customExtensionStageSettings($expand=customExtension)";
        var nested = (await _graph.Get($"~/accessPackages?$expand=assignmentPolicies($expand={Expand})")).Items[0]["assignmentPolicies"]?[0];
        var listed = (await _graph.Get($"~/assignmentPolicies?$expand={Expand}")).Items[0];

        foreach (var policy in new[] { nested, listed })
        {
            var extension = policy?["customExtensionStageSettings"]?[0]?["customExtension"];
            Assert.Equal("Renamed", extension?["displayName"]?.GetValue<string>());
            Assert.Equal($"#microsoft.graph.{OfRequests}", extension?["@odata.type"]?.GetValue<string>());
        }
    }

    private static string Stage(string stage, string type, string id) =>
        $$"""{ "stage": "{{stage}}", "customExtension": { "@odata.type": "#microsoft.graph.{{type}}", "id": "{{id}}" } }""";

    private static string Policy(string package, string stages) =>
        $$"""{ "displayName": "x", "accessPackage": { "id": "{{package}}" }, "customExtensionStageSettings": [ {{stages}} ] }""";
}
