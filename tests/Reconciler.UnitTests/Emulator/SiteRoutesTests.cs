using System.Net;

namespace Reconciler.UnitTests.Emulator;

public sealed class SiteRoutesTests : IDisposable
{
    private readonly GraphClient _graph = new();

    [Theory]
    [InlineData("/sites/woodgrove.sharepoint.example:/sites/Marketing")]
    [InlineData("/sites/woodgrove.sharepoint.example:/sites/marketing:")]
    [InlineData("/sites/WOODGROVE.sharepoint.example:/sites/Marketing/")]
    public async Task A_site_is_found_by_its_address(string path)
    {
        var site = (await _graph.Get(path)).Body;

        Assert.Equal(Given.MarketingSite, site?["webUrl"]?.GetValue<string>());
        Assert.Equal("Marketing", site?["displayName"]?.GetValue<string>());
        Assert.StartsWith("woodgrove.sharepoint.example,", site?["id"]?.GetValue<string>(), StringComparison.Ordinal);
        Assert.Equal(3, site?["id"]?.GetValue<string>().Split(',').Length);
        Assert.Equal(Given.MarketingSite, (await _graph.Get($"/sites/{site?["id"]}")).Body?["webUrl"]?.GetValue<string>());
    }

    [Theory]
    [InlineData("/sites/root")]
    [InlineData("/sites/woodgrove.sharepoint.example")]
    [InlineData("/sites/woodgrove.sharepoint.example:/")]
    public async Task The_root_site_is_a_site_too(string path) =>
        Assert.Equal("Home", (await _graph.Get(path)).Body?["displayName"]?.GetValue<string>());

    [Fact]
    public async Task What_only_the_emulator_needs_to_know_of_a_site_is_not_sent()
    {
        var site = (await _graph.Get("/sites/woodgroveapac.sharepoint.example:/sites/Sydney")).Body?.AsObject();

        Assert.False(site?.ContainsKey("siteRoles"));
        Assert.False(site?.ContainsKey("environment"));
    }

    [Theory]
    [InlineData("/sites/woodgrove.sharepoint.example:/sites/Marketing/Sub")]
    [InlineData("/sites/elsewhere.example")]
    public async Task A_site_nobody_knows_is_not_found(string path) =>
        (await _graph.Get(path)).IsRefused(HttpStatusCode.NotFound, "itemNotFound");

    public void Dispose() => _graph.Dispose();
}
