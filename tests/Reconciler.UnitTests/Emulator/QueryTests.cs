using System.Net;
using System.Text.Json.Nodes;

namespace Reconciler.UnitTests.Emulator;

public sealed class QueryTests : IDisposable
{
    private readonly GraphClient _graph = new(options => options with { PageSize = 1 });

    [Fact]
    public async Task Pages_of_one_lead_through_the_whole_list()
    {
        foreach (var name in (string[])["A", "B", "C"])
        {
            await _graph.Catalog(name);
        }

        var names = new List<string?>();
        for (var url = "~/catalogs?$filter=startswith(displayName,'General') or displayName in ('a','b','c')&$select=displayName"; url is not null;)
        {
            var page = await _graph.Get(url);
            Assert.Single(page.Items);
            names.AddRange(page.Names);
            url = page.NextLink;
        }

        Assert.Equal(["General", "A", "B", "C"], names);
    }

    [Fact]
    public async Task The_next_link_leads_to_where_the_request_came_in()
    {
        await _graph.Catalog();

        var page = await _graph.Get("http://localhost:8080/v1.0/identityGovernance/entitlementManagement/catalogs?$select=id");

        Assert.StartsWith("http://localhost:8080/v1.0/identityGovernance/entitlementManagement/catalogs?$select=id&$skiptoken=", page.NextLink, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, (await _graph.Get(page.NextLink ?? "")).Status);
    }

    [Fact]
    public async Task Top_bounds_a_page_and_has_bounds_itself()
    {
        using var graph = new GraphClient();

        Assert.Equal(2, (await graph.Get("/groups?$top=2")).Items.Count);
        Assert.NotNull((await graph.Get("/groups?$top=2")).NextLink);
        Assert.Null((await graph.Get("/groups?$top=999")).NextLink);
        (await graph.Get("/groups?$top=1000")).IsRefused(HttpStatusCode.BadRequest, "InvalidFilter");
        (await graph.Get("/groups?$top=0")).IsRefused(HttpStatusCode.BadRequest, "InvalidFilter");
    }

    [Fact]
    public async Task Only_what_is_selected_is_given_here_and_inside_what_is_expanded()
    {
        var catalog = await _graph.Catalog();
        await _graph.Package(catalog);

        var answer = await _graph.Get("~/accessPackages?$select=ID,displayName&$expand=catalog($select=displayName;$expand=accessPackages($select=id))");

        var package = Assert.Single(answer.Items);
        Assert.Equal(["id", "displayName", "catalog"], package.Select(member => member.Key));
        Assert.Equal(["displayName", "accessPackages"], package["catalog"]?.AsObject().Select(member => member.Key) ?? []);
    }

    [Fact]
    public async Task Quotes_are_doubled_and_property_paths_have_no_case()
    {
        Assert.Equal([Given.Marketing], (await _graph.Get("/groups?$filter=DISPLAYNAME%20eq%20'marketing%20o''team'")).Items.Select(item => item["id"]?.GetValue<string>()));
    }

    [Theory]
    [InlineData("~/accessPackages?$filter=catalog/id eq 'finance'")]
    [InlineData("~/accessPackages?$filter=catalog/id eq null")]
    [InlineData("~/accessPackages?$filter=id eq 'x'")]
    [InlineData("~/accessPackages?$filter=isHidden eq true")]
    [InlineData("~/accessPackages?$filter=catalogId eq 'beta'")]
    [InlineData("~/accessPackages?$filter=displayName ne 'x'")]
    [InlineData("~/accessPackages?$filter=displayName eq x")]
    [InlineData("~/accessPackages?$filter=displayName eq 'x")]
    [InlineData("~/accessPackages?$filter=displayName eq 'x' and")]
    [InlineData("~/accessPackages?$filter=(displayName eq 'x'")]
    [InlineData("~/accessPackages?$filter=displayName eq 'x' displayName")]
    [InlineData("~/accessPackages?$filter=displayName eq true")]
    [InlineData("~/accessPackages?$filter=not(displayName eq 'x')")]
    [InlineData("~/accessPackages?$orderby=displayName")]
    [InlineData("~/accessPackages?$search=x")]
    [InlineData("~/accessPackages?$skiptoken=nonsense")]
    [InlineData("/groups?$select=nonsense")]
    [InlineData("/groups?$expand=nonsense")]
    [InlineData("/groups?$expand=displayName")]
    [InlineData("/groups?$expand=owners(")]
    public async Task Queries_the_service_does_not_document_are_refused(string path)
    {
        await _graph.Package(await _graph.Catalog());

        (await _graph.Get(path)).IsRefused(HttpStatusCode.BadRequest, "InvalidFilter");
    }

    [Theory]
    [InlineData("/devices")]
    [InlineData("~/subjects")]
    [InlineData("~/assignmentRequests/filterByCurrentUser(on='target')")]
    [InlineData("https://graph.microsoft.com/beta/users")]
    public async Task What_is_not_imitated_says_so_and_is_not_missing(string path) =>
        (await _graph.Get(path)).IsRefused(HttpStatusCode.NotImplemented, "NotImplementedByEmulator");

    [Fact]
    public async Task Navigations_that_are_not_imitated_say_so() =>
        (await _graph.Get("/groups?$expand=transitiveMembers")).IsRefused(HttpStatusCode.NotImplemented, "NotImplementedByEmulator");

    [Theory]
    [InlineData("Größe", "Gro\u0308\u00dfe")]
    [InlineData("\u00c5ngstr\u00f6m", "a\u030angstro\u0308m")]
    [InlineData("R&D / O'Brien+Söhne 100%", "r&d / o'brien+söhne 100%")]
    [InlineData("\u200f\u05e9\u05dc\u05d5\u05dd", "\u200f\u05e9\u05dc\u05d5\u05dd")]
    [InlineData("\u0130stanbul", "\u0130STANBUL")]
    public async Task Odd_names_are_found_by_the_same_name_spelled_otherwise(string name, string asked)
    {
        var id = await _graph.Created("~/catalogs", new JsonObject { ["displayName"] = name }.ToJsonString());

        var found = await _graph.Get($"~/catalogs?$filter=displayName eq '{Uri.EscapeDataString(asked.Replace("'", "''", StringComparison.Ordinal))}'");

        Assert.Equal(id, Assert.Single(found.Items)["id"]?.GetValue<string>());
        Assert.Equal(name, found.Names[0]);
    }

    [Theory]
    [InlineData("Istanbul", "\u0130stanbul")]
    [InlineData("Istanbul", "\u0131stanbul")]
    [InlineData("Strasse", "Stra\u00dfe")]
    public async Task No_language_makes_two_names_one(string name, string asked)
    {
        await _graph.Created("~/catalogs", new JsonObject { ["displayName"] = name }.ToJsonString());

        Assert.Empty((await _graph.Get($"~/catalogs?$filter=displayName eq '{Uri.EscapeDataString(asked)}'")).Items);
    }

    [Fact]
    public async Task What_is_expanded_is_cut_too_and_the_rest_is_where_the_link_leads()
    {
        using var graph = new GraphClient(options => options with { NestedPageSize = 1 });
        var package = await graph.Package(await graph.Catalog());
        foreach (var name in (string[])["A", "B", "C"])
        {
            await graph.Policy(package, name);
        }

        var read = Assert.Single((await graph.Get("~/accessPackages?$expand=assignmentPolicies($select=displayName;$expand=accessPackage($select=id))")).Items);
        Assert.Single(read["assignmentPolicies"]?.AsArray() ?? []);
        var rest = await graph.Get(read["assignmentPolicies@odata.nextLink"]?.GetValue<string>() ?? "");

        Assert.Equal(["B", "C"], rest.Names);
        Assert.Equal(["displayName", "accessPackage"], rest.Items[0].Select(member => member.Key));
        Assert.False((await graph.Get($"~/accessPackages/{package}?$expand=resourceRoleScopes")).Body?.AsObject().ContainsKey("resourceRoleScopes@odata.nextLink"));
    }

    public void Dispose() => _graph.Dispose();
}
