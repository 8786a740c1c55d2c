using System.Net;

namespace Reconciler.UnitTests.Emulator;

public sealed class OrganizationRoutesTests : IDisposable
{
    private const string Collection = "~/connectedOrganizations";
    private const string Fabrikam = "0f2b6e4c-5b77-4a9d-8b8a-31d2a1c7e901";

    private readonly GraphClient _graph = new();

    [Fact]
    public async Task A_new_organization_is_configured_unless_said_otherwise()
    {
        var created = await _graph.Post(Collection, Given.Organization());

        Assert.Equal(HttpStatusCode.Created, created.Status);
        Assert.Equal("configured", created.Body?["state"]?.GetValue<string>());
        Assert.Equal("#microsoft.graph.azureActiveDirectoryTenant", created.Body?["identitySources"]?[0]?["@odata.type"]?.GetValue<string>());
        Assert.Equal("2026-03-01T09:30:00Z", created.Body?["modifiedDateTime"]?.GetValue<string>());
        Assert.Equal("Fabrikam", (await _graph.Get($"{Collection}/{created.Id}")).Body?["displayName"]?.GetValue<string>());
    }

    [Theory]
    [InlineData("\"@odata.type\": \"#microsoft.graph.crossCloudAzureActiveDirectoryTenant\", \"tenantId\": \"0f2b6e4c-5b77-4a9d-8b8a-31d2a1c7e902\", \"cloudInstance\": \"microsoftonline.us\"")]
    [InlineData("\"@odata.type\": \"#microsoft.graph.domainIdentitySource\", \"domainName\": \"example.org\", \"displayName\": \"x\"")]
    [InlineData("\"@odata.type\": \"#microsoft.graph.externalDomainFederation\", \"domainName\": \"example.org\", \"issuerUri\": \"https://example.org\"")]
    [InlineData("\"@odata.type\": \"#microsoft.graph.socialIdentitySource\", \"displayName\": \"x\", \"socialIdentitySourceType\": \"facebook\"")]
    public async Task Every_kind_of_identity_source_is_kept(string source)
    {
        var id = await _graph.Created(Collection, Sources(source));

        var read = (await _graph.Get($"{Collection}/{id}")).Body?["identitySources"]?[0]?.ToJsonString();
        Assert.Contains(source.Split('"')[3], read, StringComparison.Ordinal);
        Assert.Contains(source.Split('"')[7], read, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("\"displayName\": \"untyped\"")]
    [InlineData("\"@odata.type\": \"#microsoft.graph.azureActiveDirectoryTenant\"")]
    [InlineData("\"@odata.type\": \"#microsoft.graph.azureActiveDirectoryTenant\", \"tenantId\": \"fabrikam\"")]
    [InlineData("\"@odata.type\": \"#microsoft.graph.crossCloudAzureActiveDirectoryTenant\", \"tenantId\": \"0f2b6e4c-5b77-4a9d-8b8a-31d2a1c7e902\"")]
    [InlineData("\"@odata.type\": \"#microsoft.graph.crossCloudAzureActiveDirectoryTenant\", \"tenantId\": \"0f2b6e4c-5b77-4a9d-8b8a-31d2a1c7e902\", \"cloudInstance\": \"example.com\"")]
    [InlineData("\"@odata.type\": \"#microsoft.graph.domainIdentitySource\", \"tenantId\": \"x\"")]
    [InlineData("\"@odata.type\": \"#microsoft.graph.externalDomainFederation\", \"domainName\": \"example.org\"")]
    public async Task Half_an_identity_source_is_refused(string source) =>
        (await _graph.Post(Collection, Sources(source))).IsRefused(HttpStatusCode.BadRequest, "InvalidModel");

    [Fact]
    public async Task One_tenant_or_domain_belongs_to_one_organization()
    {
        const string Domain = "\"@odata.type\": \"#microsoft.graph.domainIdentitySource\", \"domainName\": \"Example.org\"";
        await _graph.Created(Collection, Given.Organization());
        var id = await _graph.Created(Collection, Sources(Domain));

        (await _graph.Post(Collection, Given.Organization("Other", Fabrikam.ToUpperInvariant()))).IsRefused(HttpStatusCode.Conflict, "DuplicateKey");
        (await _graph.Post(Collection, Sources(Domain.ToUpperInvariant().Replace("@ODATA.TYPE", "@odata.type", StringComparison.Ordinal)
            .Replace("#MICROSOFT.GRAPH.DOMAINIDENTITYSOURCE", "#microsoft.graph.domainIdentitySource", StringComparison.Ordinal)
            .Replace("DOMAINNAME", "domainName", StringComparison.Ordinal)))).IsRefused(HttpStatusCode.Conflict, "DuplicateKey");
        (await _graph.Patch($"{Collection}/{id}", Given.Organization())).IsRefused(HttpStatusCode.Conflict, "DuplicateKey");
        Assert.Equal(HttpStatusCode.Accepted, (await _graph.Patch($"{Collection}/{id}", Sources(Domain))).Status);
    }

    [Fact]
    public async Task A_patch_merges_and_answers_with_what_there_is_now()
    {
        var id = await _graph.Created(Collection, Given.Organization());
        _graph.Time.Advance(TimeSpan.FromMinutes(1));

        var patched = await _graph.Patch($"{Collection}/{id}", """{ "description": "Supplier", "state": "proposed" }""");

        Assert.Equal(HttpStatusCode.Accepted, patched.Status);
        Assert.Equal(("Fabrikam", "Supplier", "proposed"), (patched.Body?["displayName"]?.GetValue<string>(), patched.Body?["description"]?.GetValue<string>(), patched.Body?["state"]?.GetValue<string>()));
        Assert.Equal("2026-03-01T09:31:00Z", patched.Body?["modifiedDateTime"]?.GetValue<string>());
        (await _graph.Patch($"{Collection}/{id}", """{ "internalSponsors": [] }""")).IsRefused(HttpStatusCode.BadRequest, "InvalidModel");
        (await _graph.Patch($"{Collection}/{id}", """{ "displayName": null }""")).IsRefused(HttpStatusCode.BadRequest, "InvalidModel");
        (await _graph.Patch($"{Collection}/{Given.Nobody}", "{}")).IsRefused(HttpStatusCode.NotFound, "ConnectedOrganizationNotFound");
    }

    [Fact]
    public async Task An_organization_is_found_by_name_and_by_tenant()
    {
        await _graph.Created(Collection, Given.Organization());
        await _graph.Created(Collection, Given.Organization("Contoso", "0f2b6e4c-5b77-4a9d-8b8a-31d2a1c7e902"));

        Assert.Single((await _graph.Get($"{Collection}?$filter=displayName eq 'fabrikam'")).Items);
        Assert.Equal(["Fabrikam"], (await _graph.Get($"{Collection}?$filter=identitySources/any(is:is/microsoft.graph.azureActiveDirectoryTenant/tenantId eq '{Fabrikam}')")).Names);
    }

    [Theory]
    [InlineData("internalSponsors")]
    [InlineData("externalSponsors")]
    public async Task Sponsors_are_users_and_groups(string list)
    {
        var id = await _graph.Created(Collection, Given.Organization());
        var sponsors = $"{Collection}/{id}/{list}";

        foreach (var path in (string[])[$"/users/{Given.Megan}", $"/groups/{Given.Admins}", $"/directoryObjects/{Given.Ana}", $"/users/{Given.Megan}"])
        {
            Assert.Equal(HttpStatusCode.NoContent, (await _graph.Post($"{sponsors}/$ref", Given.Reference(path))).Status);
        }

        Assert.Equal(["#microsoft.graph.user", "#microsoft.graph.group", "#microsoft.graph.user"], (await _graph.Get(sponsors)).Items.Select(item => item["@odata.type"]?.GetValue<string>()));
        (await _graph.Post($"{sponsors}/$ref", Given.Reference($"/servicePrincipals/{Given.Bot}"))).IsRefused(HttpStatusCode.BadRequest, "InvalidModel");
        (await _graph.Post($"{sponsors}/$ref", Given.Reference($"/directoryObjects/{Given.Bot}"))).IsRefused(HttpStatusCode.BadRequest, "InvalidModel");
        (await _graph.Post($"{sponsors}/$ref", Given.Reference($"/users/{Given.Nobody}"))).IsRefused(HttpStatusCode.NotFound, "Request_ResourceNotFound");
        Assert.Equal(HttpStatusCode.NoContent, (await _graph.Delete($"{sponsors}/{Given.Megan}/$ref")).Status);
        (await _graph.Delete($"{sponsors}/{Given.Megan}/$ref")).IsRefused(HttpStatusCode.NotFound, "ResourceNotFound");
        Assert.Equal(["Admins", "Ana"], (await _graph.Get(sponsors)).Names);
    }

    [Fact]
    public async Task Sponsors_come_with_the_list_unless_the_service_refuses_it()
    {
        const string Expand = "?$expand=internalSponsors,externalSponsors";
        var id = await _graph.Created(Collection, Given.Organization());
        await _graph.Post($"{Collection}/{id}/internalSponsors/$ref", Given.Reference($"/users/{Given.Megan}"));

        Assert.Equal("Megan Bowen", (await _graph.Get($"{Collection}{Expand}")).Items[0]["internalSponsors"]?[0]?["displayName"]?.GetValue<string>());

        using var strict = new GraphClient(options => options with { RefusesSponsorsInLists = true });
        (await strict.Get($"{Collection}{Expand}")).IsRefused(HttpStatusCode.BadRequest, "InvalidFilter");
        var other = await strict.Created(Collection, Given.Organization());
        Assert.Equal(HttpStatusCode.OK, (await strict.Get($"{Collection}/{other}{Expand}")).Status);
    }

    [Fact]
    public async Task Sponsors_that_were_cut_are_read_where_the_link_leads()
    {
        using var graph = new GraphClient(options => options with { NestedPageSize = 1 });
        var id = await graph.Created(Collection, Given.Organization());
        await graph.Post($"{Collection}/{id}/externalSponsors/$ref", Given.Reference($"/users/{Given.Megan}"));
        await graph.Post($"{Collection}/{id}/externalSponsors/$ref", Given.Reference($"/users/{Given.Ana}"));

        var read = (await graph.Get($"{Collection}/{id}?$expand=externalSponsors")).Body;

        Assert.Single(read?["externalSponsors"]?.AsArray() ?? []);
        Assert.Equal(["Ana"], (await graph.Get(read?["externalSponsors@odata.nextLink"]?.GetValue<string>() ?? "")).Names);
    }

    [Theory]
    [InlineData(false, HttpStatusCode.BadRequest)]
    [InlineData(true, HttpStatusCode.NoContent)]
    public async Task An_organization_that_a_policy_names_is_deleted_only_where_that_is_possible(bool isPossible, HttpStatusCode status)
    {
        using var graph = new GraphClient(options => options with { DeletesOrganizationsInUse = isPossible });
        var id = await graph.Created(Collection, Given.Organization());
        var package = await graph.Package(await graph.Catalog());
        var policy = await graph.Created("~/assignmentPolicies", $$"""
            { "displayName": "Partners", "accessPackage": { "id": "{{package}}" }, "allowedTargetScope": "specificConnectedOrganizationUsers",
              "specificAllowedTargets": [ { "@odata.type": "#microsoft.graph.connectedOrganizationMembers", "connectedOrganizationId": "{{id}}" } ] }
            """);
        Assert.Equal("Fabrikam", (await graph.Get($"~/assignmentPolicies/{policy}")).Body?["specificAllowedTargets"]?[0]?["description"]?.GetValue<string>());

        Assert.Equal(status, (await graph.Delete($"{Collection}/{id}")).Status);

        await graph.Delete($"~/assignmentPolicies/{policy}");
        await graph.Delete($"{Collection}/{id}");
        Assert.Empty((await graph.Get(Collection)).Items);
    }

    public void Dispose() => _graph.Dispose();

    private static string Sources(string source) => $$"""{ "displayName": "x", "identitySources": [ { {{source}} } ] }""";
}
