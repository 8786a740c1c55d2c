using Reconciler.Emulator.State;

namespace Reconciler.UnitTests.Emulator;

/// <summary>What the tenant finds by id while it is written must be what it would find if it looked everywhere.</summary>
public sealed class IndexTests
{
    [Fact]
    public async Task What_was_made_is_found_and_what_was_deleted_is_not_at_every_step()
    {
        using var graph = new GraphClient();
        var catalog = await graph.Catalog();
        Check(graph);
        var resource = await graph.Resource(catalog);
        var package = await graph.Package(catalog);
        var other = await graph.Package(catalog, "Other");
        Check(graph);
        var grant = await graph.Created($"~/accessPackages/{package}/resourceRoleScopes", Given.Grant(resource));
        var policy = await graph.Policy(package);
        var second = await graph.Policy(package, "Second");
        var organization = await graph.Created("~/connectedOrganizations", Given.Organization());
        Check(graph);
        await graph.Created("~/assignmentRequests", Given.Assign(package, policy));
        var assignment = (await graph.Get($"~/assignments?$filter=accessPackage/id eq '{package}' and target/objectId eq '{Given.Megan}'")).Items[0]["id"];
        Check(graph);
        await graph.Created("~/assignmentRequests", $$"""{ "requestType": "adminUpdate", "assignment": { "id": "{{assignment}}", "assignmentPolicyId": "{{second}}" } }""");
        await graph.Delete($"~/assignmentPolicies/{policy}");
        Check(graph);
        await graph.Created("~/assignmentRequests", $$"""{ "requestType": "adminRemove", "assignment": { "id": "{{assignment}}" } }""");
        await graph.Delete($"~/accessPackages/{package}/resourceRoleScopes/{grant}");
        await graph.Created("~/resourceRequests", Given.ResourceRequest("adminRemove", catalog, $$"""{ "id": "{{resource}}" }"""));
        Check(graph);
        await graph.Delete($"~/accessPackages/{package}");
        await graph.Delete($"~/connectedOrganizations/{organization}");
        Check(graph);
        await graph.Delete($"~/accessPackages/{other}");
        await graph.Delete($"~/catalogs/{catalog}");
        Check(graph);
        Assert.Single(graph.Tenant.Store.Catalogs);
    }

    [Theory]
    [InlineData("~/accessPackages?$filter=catalog/id eq '{0}'", "One,Two")]
    [InlineData("~/accessPackages?$filter=displayName eq 'two' and catalog/id eq '{0}'", "Two")]
    [InlineData("~/accessPackages?$filter=catalog/id eq '{0}' or displayName eq 'Three'", "One,Two,Three")]
    [InlineData("~/catalogs/{1}/accessPackages?$filter=catalog/id eq '{0}'", "")]
    [InlineData("~/accessPackages?$filter=catalog/id eq '" + Given.Nobody + "'", "")]
    public async Task A_list_that_is_looked_up_is_the_one_that_would_be_walked(string path, string names)
    {
        using var graph = new GraphClient();
        var catalog = await graph.Catalog();
        var other = await graph.Catalog("Other");
        await graph.Package(catalog, "One");
        await graph.Package(catalog, "Two");
        await graph.Package(other, "Three");

        var list = await graph.Get(string.Format(System.Globalization.CultureInfo.InvariantCulture, path, catalog, other));

        Assert.Equal(names, string.Join(',', list.Names));
    }

    private static void Check(GraphClient graph)
    {
        var store = graph.Tenant.Store;
        (string Type, IEnumerable<Entity> All)[] kinds =
        [
            (Names.Catalog, store.Catalogs), (Names.Resource, store.Resources), (Names.Package, store.Packages), (Names.Policy, store.Policies),
            (Names.ConnectedOrganization, store.ConnectedOrganizations), (Names.Assignment, store.Assignments), (Names.AssignmentRequest, store.AssignmentRequests),
            (Names.ResourceRequest, store.ResourceRequests), (Names.ResourceRole, store.Resources.SelectMany(resource => resource.Children(Names.Roles))),
        ];
        string[] ids = [.. Enumerable.Range(1, 60).Select(number => new Guid(number, 0, 0x4000, 0x80, 0, 0, 0, 0, 0, 0, 0).ToString())];
        Assert.All(kinds, kind => Assert.Equal(kind.All.Select(entity => entity.Id).Order(), ids.Where(id => store.Find(kind.Type, id) is not null).Concat(Built(kind.All, ids)).Order()));
        Assert.Equal(store.Assignments, store.AssignmentsOf(Names.TargetLink, Given.Megan));
    }

    // The built-in catalog has an id of its own.
    private static IEnumerable<string> Built(IEnumerable<Entity> all, string[] ids) => all.Select(entity => entity.Id).Where(id => !ids.Contains(id));
}
