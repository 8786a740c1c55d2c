using System.Net;

namespace Reconciler.UnitTests.Emulator;

public sealed class TransientsTests
{
    private const string Review = """
        "reviewSettings": { "isEnabled": true, "expirationBehavior": "keepAccess", "isSelfReview": true,
          "schedule": { "startDateTime": "2026-04-01T00:00:00Z", "expiration": { "type": "afterDuration", "duration": "P14D" },
            "recurrence": { "pattern": { "type": "absoluteMonthly", "interval": 3 }, "range": { "type": "noEnd" } } } }
        """;

    [Fact]
    public async Task Nobody_may_write_what_was_made_just_now()
    {
        using var graph = new GraphClient(behaviour => behaviour with { Transients = new() { UnauthorizedAfterCreation = TimeSpan.FromSeconds(5) } });
        var catalog = await graph.Catalog();

        Assert.Equal(HttpStatusCode.OK, (await graph.Get($"~/catalogs/{catalog}")).Status);
        foreach (var refused in new[]
        {
            await graph.Patch($"~/catalogs/{catalog}", """{ "description": "d" }"""),
            await graph.Delete($"~/catalogs/{catalog}"),
            await graph.Post("~/accessPackages", $$"""{ "displayName": "x", "catalog": { "id": "{{catalog}}" } }"""),
        })
        {
            refused.IsRefused(HttpStatusCode.Forbidden, "UnAuthorized");
        }

        graph.Time.Advance(TimeSpan.FromSeconds(5));
        await graph.Package(catalog);
    }

    [Fact]
    public async Task The_settings_are_refused_to_who_reads_them_first()
    {
        using var graph = new GraphClient(behaviour => behaviour with { Transients = new() { RefusesFirstSettingsRead = true } });

        (await graph.Get("~/settings")).IsRefused(HttpStatusCode.Conflict, "DuplicateKey");
        Assert.Equal(HttpStatusCode.OK, (await graph.Get("~/settings")).Status);
    }

    [Fact]
    public async Task A_policy_whose_review_is_lost_is_written_only_without_it()
    {
        using var graph = new GraphClient(behaviour => behaviour with { Transients = new() { LosesReviews = true } });
        var package = await graph.Package(await graph.Catalog());
        var body = $$"""{ "displayName": "Employees", "accessPackage": { "id": "{{package}}" }, {{Review}} }""";
        var policy = await graph.Created("~/assignmentPolicies", body);

        var refused = await graph.Put($"~/assignmentPolicies/{policy}", body);
        refused.IsRefused(HttpStatusCode.NotFound, "");
        Assert.StartsWith("BusinessFlow not found for id ", refused.Message, StringComparison.Ordinal);

        var without = $$"""{ "displayName": "Employees", "accessPackage": { "id": "{{package}}" } }""";
        Assert.Equal(HttpStatusCode.OK, (await graph.Put($"~/assignmentPolicies/{policy}", without)).Status);
        Assert.Equal(HttpStatusCode.OK, (await graph.Put($"~/assignmentPolicies/{policy}", body)).Status);
    }
}
