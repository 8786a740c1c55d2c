using System.Net;
using Reconciler.Emulator.Behaving;

namespace Reconciler.UnitTests.Emulator;

public sealed class DelaysTests
{
    private static readonly TimeSpan Soon = TimeSpan.FromSeconds(5);

    [Fact]
    public async Task A_new_group_is_not_seen_in_its_origin_at_first()
    {
        using var graph = Graph(new() { OriginVisibility = Soon });
        var catalog = await graph.Catalog();

        (await graph.Post("~/resourceRequests", Given.AdminAdd(catalog, Given.Collaboration))).IsRefused(HttpStatusCode.BadRequest, "ResourceNotFoundInOriginSystem");
        graph.Time.Advance(Soon);
        await graph.Resource(catalog);
    }

    [Fact]
    public async Task A_resource_is_listed_later_and_its_roles_later_still()
    {
        using var graph = Graph(new() { ResourceListing = Soon, RoleListing = Soon });
        var catalog = await graph.Catalog();
        var package = await graph.Package(catalog);
        var roles = $"~/catalogs/{catalog}/resourceRoles?$filter=originSystem eq 'AadGroup'";
        await graph.Created("~/resourceRequests", Given.AdminAdd(catalog, Given.Collaboration));

        Assert.Empty((await graph.Get($"~/catalogs/{catalog}/resources")).Items);
        Assert.Empty((await graph.Get($"~/catalogs?$expand=resources&$filter=id eq '{catalog}'")).Items[0]["resources"]?.AsArray() ?? []);
        (await graph.Post("~/resourceRequests", Given.AdminAdd(catalog, Given.Collaboration))).IsRefused(HttpStatusCode.BadRequest, "ResourceAlreadyOnboarded");

        graph.Time.Advance(Soon);
        var resource = Assert.Single((await graph.Get($"~/catalogs/{catalog}/resources?$expand=roles,scopes")).Items);
        Assert.Empty(resource["roles"]?.AsArray() ?? []);
        Assert.Single(resource["scopes"]?.AsArray() ?? []);
        Assert.Empty((await graph.Get(roles)).Items);
        var id = resource["id"]?.GetValue<string>() ?? "";
        (await graph.Post($"~/accessPackages/{package}/resourceRoleScopes", Given.Grant(id))).IsRefused(HttpStatusCode.NotFound, "RoleNotFound");

        graph.Time.Advance(Soon);
        Assert.Equal(2, (await graph.Get(roles)).Items.Count);
        await graph.Created($"~/accessPackages/{package}/resourceRoleScopes", Given.Grant(id));
    }

    [Fact]
    public async Task What_is_new_is_not_found_and_neither_is_what_would_be_below_it()
    {
        using var graph = Graph(new() { ReadAfterCreate = Soon });
        var catalog = await graph.Catalog();
        var packageBody = $$"""{ "displayName": "Expense approver", "catalog": { "id": "{{catalog}}" } }""";

        (await graph.Get($"~/catalogs/{catalog}")).IsRefused(HttpStatusCode.NotFound, "CatalogNotFound");
        Assert.Equal(["General"], (await graph.Get("~/catalogs")).Names);
        (await graph.Post("~/accessPackages", packageBody)).IsRefused(HttpStatusCode.NotFound, "CatalogNotFound");

        graph.Time.Advance(Soon);
        Assert.Equal(["General", "Finance"], (await graph.Get("~/catalogs")).Names);
        var package = await graph.Created("~/accessPackages", packageBody);
        Assert.Empty((await graph.Get($"~/accessPackages?$filter=catalog/id eq '{catalog}'")).Items);
        Assert.Empty((await graph.Get($"~/catalogs/{catalog}?$expand=accessPackages")).Body?["accessPackages"]?.AsArray() ?? []);
        (await graph.Post("~/assignmentPolicies", $$"""{ "displayName": "x", "accessPackage": { "id": "{{package}}" } }""")).IsRefused(HttpStatusCode.NotFound, "AccessPackageNotFound");

        graph.Time.Advance(Soon);
        var policy = await graph.Policy(package);
        (await graph.Get($"~/assignmentPolicies/{policy}")).IsRefused(HttpStatusCode.NotFound, "PolicyNotFound");
        var organization = await graph.Created("~/connectedOrganizations", Given.Organization());
        (await graph.Get($"~/connectedOrganizations/{organization}")).IsRefused(HttpStatusCode.NotFound, "ConnectedOrganizationNotFound");
        Assert.Empty((await graph.Get("~/connectedOrganizations")).Items);

        graph.Time.Advance(Soon);
        Assert.Single((await graph.Get("~/assignmentPolicies")).Items);
        Assert.Single((await graph.Get("~/connectedOrganizations")).Items);
    }

    [Fact]
    public async Task When_something_was_accepted_is_told_to_nobody()
    {
        using var graph = Graph(new() { ReadAfterCreate = Soon, ResourceListing = Soon, RoleRemoval = Soon });
        var catalog = await graph.Catalog();
        graph.Time.Advance(Soon);

        Assert.DoesNotContain("accepted", (await graph.Get($"~/catalogs/{catalog}")).Body?.ToJsonString() ?? "", StringComparison.Ordinal);
        Assert.Contains("acceptedDateTime", graph.Tenant.ToState().ToJsonString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_deleted_is_seen_for_a_while_but_not_written()
    {
        using var graph = Graph(new() { DeleteVisibility = Soon });
        var catalog = await graph.Catalog();
        var package = await graph.Package(catalog);
        var policy = await graph.Policy(package);
        var organization = await graph.Created("~/connectedOrganizations", Given.Organization());
        string[] gone = [$"~/assignmentPolicies/{policy}", $"~/accessPackages/{package}", $"~/catalogs/{catalog}", $"~/connectedOrganizations/{organization}"];
        foreach (var path in gone)
        {
            Assert.Equal(HttpStatusCode.NoContent, (await graph.Delete(path)).Status);
            Assert.Equal(HttpStatusCode.OK, (await graph.Get(path)).Status);
            Assert.Equal(HttpStatusCode.NotFound, (await graph.Delete(path)).Status);
        }

        Assert.Equal(["General", "Finance"], (await graph.Get("~/catalogs")).Names);
        Assert.Single((await graph.Get($"~/accessPackages?$filter=catalog/id eq '{catalog}'")).Items);
        Assert.Single((await graph.Get($"~/catalogs/{catalog}?$expand=accessPackages")).Body?["accessPackages"]?.AsArray() ?? []);
        Assert.Single((await graph.Get("~/assignmentPolicies")).Items);

        graph.Time.Advance(Soon);
        Assert.Equal(["General"], (await graph.Get("~/catalogs")).Names);
        Assert.Empty((await graph.Get("~/accessPackages")).Items);
        foreach (var path in gone)
        {
            Assert.Equal(HttpStatusCode.NotFound, (await graph.Get(path)).Status);
        }
    }

    [Fact]
    public async Task A_resource_leaves_its_catalog_only_a_while_after_its_roles_were_taken_back()
    {
        using var graph = Graph(new() { RoleRemoval = Soon });
        var catalog = await graph.Catalog();
        var resource = await graph.Resource(catalog);
        var grants = $"~/accessPackages/{await graph.Package(catalog)}/resourceRoleScopes";
        var grant = await graph.Created(grants, Given.Grant(resource));
        var removal = Given.ResourceRequest("adminRemove", catalog, $$"""{ "id": "{{resource}}" }""");

        await graph.Delete($"{grants}/{grant}");
        (await graph.Post("~/resourceRequests", removal)).IsRefused(HttpStatusCode.BadRequest, "InvalidDeleteResourceHasEntitlements");
        Assert.DoesNotContain("lastRevoked", (await graph.Get($"~/catalogs/{catalog}/resources")).Body?.ToJsonString() ?? "", StringComparison.Ordinal);

        graph.Time.Advance(Soon);
        await graph.Created("~/resourceRequests", removal);
    }

    [Theory]
    [InlineData(DeliveryOutcome.Delivered, "delivered", "Delivered")]
    [InlineData(DeliveryOutcome.PartiallyDelivered, "partiallyDelivered", "PartiallyDelivered")]
    [InlineData(DeliveryOutcome.DeliveryFailed, "deliveryFailed", "DeliveryFailed")]
    [InlineData(DeliveryOutcome.Never, "delivering", "Delivering")]
    public async Task An_assignment_is_delivered_later_one_way_or_another_even_after_a_restart(DeliveryOutcome outcome, string state, string status)
    {
        using var graph = new GraphClient(behaviour => behaviour with { Delivery = outcome, Delays = new() { AssignmentDelivery = Soon } });
        var package = await graph.Package(await graph.Catalog());
        var request = await graph.Created("~/assignmentRequests", Given.Assign(package, await graph.Policy(package)));
        Assert.Equal("delivering", await State(graph, "~/assignments"));
        Assert.Equal("delivering", await State(graph, "~/assignmentRequests"));

        using var restarted = new GraphClient(state: graph.Tenant.ToState());
        Assert.Equal("delivering", await State(restarted, "~/assignments"));
        foreach (var one in new[] { graph, restarted })
        {
            one.Time.Advance(Soon + Soon);
            Assert.Equal(state, await State(one, "~/assignments"));
            Assert.Equal(status, (await one.Get("~/assignments")).Items[0]["status"]?.GetValue<string>());
            var after = (await one.Get($"~/assignmentRequests/{request}")).Body;
            Assert.Equal(state, after?["state"]?.GetValue<string>());
            Assert.Equal(outcome is DeliveryOutcome.Never ? null : "2026-03-01T09:30:05Z", after?["completedDateTime"]?.GetValue<string>());
        }
    }

    [Fact]
    public async Task An_assignment_is_gone_later_and_cannot_be_removed_twice()
    {
        using var graph = Graph(new() { AssignmentDelivery = Soon });
        var package = await graph.Package(await graph.Catalog());
        await graph.Created("~/assignmentRequests", Given.Assign(package, await graph.Policy(package)));
        graph.Time.Advance(Soon);
        var assignment = (await graph.Get("~/assignments")).Items[0]["id"]?.GetValue<string>();
        var removal = $$"""{ "requestType": "adminRemove", "assignment": { "id": "{{assignment}}" } }""";

        var request = await graph.Created("~/assignmentRequests", removal);
        Assert.Equal("delivered", await State(graph, "~/assignments"));
        (await graph.Post("~/assignmentRequests", removal)).IsRefused(HttpStatusCode.BadRequest, "ExistingOpenRequest");
        Assert.Equal(HttpStatusCode.BadRequest, (await graph.Delete($"~/accessPackages/{package}")).Status);

        graph.Time.Advance(Soon);
        Assert.Equal("delivered", (await graph.Get($"~/assignmentRequests/{request}")).Body?["state"]?.GetValue<string>());
        Assert.Equal("expired", await State(graph, "~/assignments"));
        Assert.Equal(HttpStatusCode.NoContent, (await graph.Delete($"~/accessPackages/{package}")).Status);
    }

    [Fact]
    public async Task An_assignment_taken_back_before_it_was_delivered_stays_gone()
    {
        using var graph = Graph(new() { AssignmentDelivery = Soon });
        var package = await graph.Package(await graph.Catalog());
        await graph.Created("~/assignmentRequests", Given.Assign(package, await graph.Policy(package)));
        graph.Tenant.Behaviour = new();
        var assignment = (await graph.Get("~/assignments")).Items[0]["id"]?.GetValue<string>();
        await graph.Created("~/assignmentRequests", $$"""{ "requestType": "adminRemove", "assignment": { "id": "{{assignment}}" } }""");

        graph.Time.Advance(Soon);
        Assert.Equal("expired", await State(graph, "~/assignments"));
        Assert.Equal(["delivered", "delivered"], (await graph.Get("~/assignmentRequests")).Items.Select(request => request["state"]?.GetValue<string>() ?? ""));
    }

    [Fact]
    public void A_state_that_plans_what_nobody_knows_is_refused()
    {
        var state = Given.StateWithAssignment();
        state["schedule"] = new System.Text.Json.Nodes.JsonArray(Given.Json("""{ "kind": "party", "due": "2026-03-01T09:30:00Z" }"""));

        var refusal = Assert.Throws<Reconciler.Emulator.TenantStateException>(() => new GraphClient(state: state));

        Assert.StartsWith("/schedule: 'party' is unknown", refusal.Message, StringComparison.Ordinal);
    }

    private static GraphClient Graph(Delays delays) => new(behaviour => behaviour with { Delays = delays });

    private static async Task<string?> State(GraphClient graph, string list) => (await graph.Get(list)).Items[0]["state"]?.GetValue<string>();
}
