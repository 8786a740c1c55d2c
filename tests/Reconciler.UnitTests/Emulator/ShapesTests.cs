using System.Net;
using Reconciler.Emulator.Behaving;

namespace Reconciler.UnitTests.Emulator;

public sealed class ShapesTests
{
    [Fact]
    public async Task A_refusal_may_have_an_empty_code()
    {
        using var graph = Graph(new() { EmptyErrorCodes = true });

        (await graph.Get($"~/catalogs/{Given.Nobody}")).IsRefused(HttpStatusCode.NotFound, "");
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_resource_request_answers_with_the_resource_or_without(bool isInline)
    {
        using var graph = Graph(new() { InlineResources = isInline });

        var answer = await graph.Post("~/resourceRequests", Given.AdminAdd(await graph.Catalog(), Given.Collaboration));

        Assert.Equal(isInline ? Given.Collaboration : null, answer.Body?["resource"]?["originId"]?.GetValue<string>());
        Assert.Equal("delivered", answer.Body?["state"]?.GetValue<string>());
    }

    [Fact]
    public async Task A_resource_request_is_submitted_until_its_resource_is_listed()
    {
        using var graph = new GraphClient(behaviour => behaviour with
        {
            Shapes = new() { SubmitsResourceRequests = true },
            Delays = new() { ResourceListing = TimeSpan.FromSeconds(5) },
        });
        var answer = await graph.Post("~/resourceRequests", Given.AdminAdd(await graph.Catalog(), Given.Collaboration));
        var request = $"~/resourceRequests/{answer.Id}";

        Assert.Equal("submitted", answer.Body?["state"]?.GetValue<string>());
        Assert.Equal("submitted", (await graph.Get(request)).Body?["state"]?.GetValue<string>());
        graph.Time.Advance(TimeSpan.FromSeconds(5));
        Assert.Equal("delivered", (await graph.Get(request)).Body?["state"]?.GetValue<string>());
    }

    [Theory]
    [InlineData(PatchAnswer.NoContent, HttpStatusCode.NoContent)]
    [InlineData(PatchAnswer.Ok, HttpStatusCode.OK)]
    [InlineData(PatchAnswer.Accepted, HttpStatusCode.Accepted)]
    public async Task A_patch_is_answered_in_three_ways_each_kind_by_itself(PatchAnswer form, HttpStatusCode status)
    {
        using var plain = new GraphClient();
        using var settings = Graph(new() { SettingsPatch = form });
        using var organizations = Graph(new() { OrganizationPatch = form });
        using var others = Graph(new() { OtherPatches = form });

        Assert.Equal([HttpStatusCode.NoContent, HttpStatusCode.Accepted, HttpStatusCode.NoContent], await Patches(plain));
        Assert.Equal([status, HttpStatusCode.Accepted, HttpStatusCode.NoContent], await Patches(settings));
        Assert.Equal([HttpStatusCode.NoContent, status, HttpStatusCode.NoContent], await Patches(organizations));
        Assert.Equal([HttpStatusCode.NoContent, HttpStatusCode.Accepted, status], await Patches(others));
    }

    [Fact]
    public async Task A_post_may_say_no_more_than_the_id()
    {
        using var graph = Graph(new() { PostBody = WrittenBody.Shortened });

        var body = (await graph.Post("~/catalogs", """{ "displayName": "Finance" }""")).Body?.AsObject();

        Assert.Equal(["@odata.context", "id", "createdDateTime"], body?.Select(member => member.Key) ?? []);
    }

    [Theory]
    [InlineData(WrittenBody.Full, HttpStatusCode.OK, "Staff")]
    [InlineData(WrittenBody.Shortened, HttpStatusCode.OK, null)]
    [InlineData(WrittenBody.Absent, HttpStatusCode.NoContent, null)]
    public async Task A_put_says_all_or_little_or_nothing(WrittenBody form, HttpStatusCode status, string? name)
    {
        using var graph = Graph(new() { PutBody = form });
        var package = await graph.Package(await graph.Catalog());
        var policy = await graph.Policy(package);

        var answer = await graph.Put($"~/assignmentPolicies/{policy}", $$"""{ "displayName": "Staff", "accessPackage": { "id": "{{package}}" } }""");

        Assert.Equal((status, name), (answer.Status, answer.Body?["displayName"]?.GetValue<string>()));
        Assert.Equal("Staff", (await graph.Get($"~/assignmentPolicies/{policy}")).Body?["displayName"]?.GetValue<string>());
    }

    [Fact]
    public async Task Extensions_and_organizations_are_answered_as_the_documentation_prints_them()
    {
        using var graph = Graph(new() { WrapsExtensions = true, EmptiesIdentitySources = true });
        var extension = await graph.Post($"~/catalogs/{await graph.Catalog()}/customWorkflowExtensions", Given.Extension());
        var organization = await graph.Post("~/connectedOrganizations", Given.Organization());

        Assert.Equal("Ask the safe", extension.Body?["value"]?["displayName"]?.GetValue<string>());
        Assert.Empty(organization.Body?["identitySources"]?.AsArray() ?? [null]);
        Assert.Single((await graph.Get($"~/connectedOrganizations/{organization.Id}")).Body?["identitySources"]?.AsArray() ?? []);
    }

    private static GraphClient Graph(Shapes shapes) => new(behaviour => behaviour with { Shapes = shapes });

    private static async Task<HttpStatusCode[]> Patches(GraphClient graph)
    {
        var organization = await graph.Created("~/connectedOrganizations", Given.Organization());
        GraphAnswer[] answers =
        [
            await graph.Patch("~/settings", """{ "externalUserLifecycleAction": "none" }"""),
            await graph.Patch($"~/connectedOrganizations/{organization}", """{ "description": "d" }"""),
            await graph.Patch($"~/catalogs/{await graph.Catalog()}", """{ "description": "d" }"""),
        ];
        Assert.All(answers, answer => Assert.Equal(answer.Status is HttpStatusCode.NoContent, answer.Body is null));
        return [.. answers.Select(answer => answer.Status)];
    }
}
