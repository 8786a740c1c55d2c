using System.Net;

namespace Reconciler.UnitTests.Emulator;

public sealed class IncompatibleRoutesTests : IAsyncLifetime, IDisposable
{
    private readonly GraphClient _graph = new();
    private string _package = "";
    private string _other = "";

    private string Packages => $"~/accessPackages/{_package}/incompatibleAccessPackages";

    private string Groups => $"~/accessPackages/{_package}/incompatibleGroups";

    public async Task InitializeAsync()
    {
        _package = await _graph.Package(await _graph.Catalog());
        _other = await _graph.Package(await _graph.Catalog("Sales"), "Elsewhere");
    }

    public Task DisposeAsync() => Task.CompletedTask;

    public void Dispose() => _graph.Dispose();

    [Fact]
    public async Task The_relation_crosses_catalogs_and_has_one_direction()
    {
        Assert.Equal(HttpStatusCode.NoContent, (await _graph.Post($"{Packages}/$ref", Given.ReferenceToPackage(_other))).Status);

        Assert.Equal(["Elsewhere"], (await _graph.Get(Packages)).Names);
        Assert.Empty((await _graph.Get($"~/accessPackages/{_other}/incompatibleAccessPackages")).Items);
        Assert.Equal([_package], (await _graph.Get($"~/accessPackages/{_other}/accessPackagesIncompatibleWith")).Items.Select(item => item["id"]?.GetValue<string>()));
    }

    [Fact]
    public async Task Saying_it_twice_changes_nothing_and_taking_away_what_is_not_there_fails()
    {
        await _graph.Post($"{Packages}/$ref", Given.ReferenceToPackage(_other));
        Assert.Equal(HttpStatusCode.NoContent, (await _graph.Post($"{Packages}/$ref", Given.ReferenceToPackage(_other.ToUpperInvariant()))).Status);
        Assert.Single((await _graph.Get(Packages)).Items);

        Assert.Equal(HttpStatusCode.NoContent, (await _graph.Delete($"{Packages}/{_other}/$ref")).Status);
        (await _graph.Delete($"{Packages}/{_other}/$ref")).IsRefused(HttpStatusCode.NotFound, "ResourceNotFound");
        (await _graph.Delete($"{Groups}/{Given.Admins}/$ref")).IsRefused(HttpStatusCode.NotFound, "ResourceNotFound");
    }

    [Fact]
    public async Task A_reference_needs_something_there()
    {
        (await _graph.Post($"{Packages}/$ref", Given.ReferenceToPackage(Given.Nobody))).IsRefused(HttpStatusCode.NotFound, "AccessPackageNotFound");
        (await _graph.Post($"{Packages}/$ref", Given.ReferenceToPackage(_package))).IsRefused(HttpStatusCode.BadRequest, "InvalidModel");
        (await _graph.Post($"{Packages}/$ref", Given.Reference($"/groups/{Given.Admins}"))).IsRefused(HttpStatusCode.BadRequest, "InvalidModel");
        (await _graph.Post($"{Packages}/$ref", $$"""{ "id": "{{_other}}" }""")).IsRefused(HttpStatusCode.BadRequest, "InvalidModel");
        (await _graph.Post($"{Groups}/$ref", Given.Reference($"/groups/{Given.Nobody}"))).IsRefused(HttpStatusCode.NotFound, "Request_ResourceNotFound");
    }

    [Fact]
    public async Task A_group_must_be_security_enabled()
    {
        (await _graph.Post($"{Groups}/$ref", Given.Reference($"/groups/{Given.Marketing}"))).IsRefused(HttpStatusCode.BadRequest, "InvalidModel");
        Assert.Equal(HttpStatusCode.NoContent, (await _graph.Post($"{Groups}/$ref", Given.Reference($"/groups/{Given.Synced}"))).Status);
        Assert.Equal(HttpStatusCode.NoContent, (await _graph.Post($"{Groups}/$ref", Given.Reference($"/groups/{Given.MarketingToo}"))).Status);

        Assert.Equal(["From the old world", "External collaboration"], (await _graph.Get(Groups)).Names);
    }

    [Fact]
    public async Task A_deleted_package_is_incompatible_with_nobody()
    {
        await _graph.Post($"{Packages}/$ref", Given.ReferenceToPackage(_other));

        await _graph.Delete($"~/accessPackages/{_other}");

        Assert.Empty((await _graph.Get(Packages)).Items);
        Assert.DoesNotContain(_other, _graph.Tenant.ToState().ToJsonString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Both_come_with_packages_unless_the_service_refuses_it_on_lists()
    {
        const string Expand = "?$expand=incompatibleAccessPackages,incompatibleGroups,accessPackagesIncompatibleWith";
        await _graph.Post($"{Packages}/$ref", Given.ReferenceToPackage(_other));
        await _graph.Post($"{Groups}/$ref", Given.Reference($"/groups/{Given.Admins}"));

        var one = (await _graph.Get($"~/accessPackages/{_package}{Expand}")).Body;
        Assert.Equal("Elsewhere", one?["incompatibleAccessPackages"]?[0]?["displayName"]?.GetValue<string>());
        Assert.Equal("Admins", one?["incompatibleGroups"]?[0]?["displayName"]?.GetValue<string>());
        var listed = (await _graph.Get($"~/accessPackages{Expand}")).Items;
        Assert.Equal(_package, listed[1]["accessPackagesIncompatibleWith"]?[0]?["id"]?.GetValue<string>());

        using var strict = new GraphClient(options => options with { OpenQuestions = new() { IncompatiblesInLists = Reconciler.Emulator.Behaving.ListedExpansion.Refused } });
        (await strict.Get($"~/accessPackages{Expand}")).IsRefused(HttpStatusCode.BadRequest, "InvalidFilter");
        var package = await strict.Package(await strict.Catalog());
        Assert.Equal(HttpStatusCode.OK, (await strict.Get($"~/accessPackages/{package}{Expand}")).Status);
    }
}
