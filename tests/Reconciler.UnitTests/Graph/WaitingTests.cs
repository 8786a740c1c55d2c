using System.Net;
using Reconciler.Entitlements;
using Reconciler.Graph;
using static Reconciler.UnitTests.Graph.StubGraph;

namespace Reconciler.UnitTests.Graph;

public sealed class WaitingTests
{
    private static readonly Handle Finance = new(EntityKey.Catalog("Finance"), "c1");
    private static readonly Handle Subject = new(EntityKey.Package("Finance", "Subject"), "p1", Finance);
    private static readonly Reference Marketing = new(ReferenceKind.Group, "Marketing", "g1");
    private static readonly Func<HttpResponseMessage> Nothing = () => Response("""{ "value": [] }""");
    private static readonly Func<HttpResponseMessage> Listed = () => Response("""{ "value": [ { "id": "r1", "originSystem": "AadGroup", "originId": "G1" } ] }""");

    private readonly StubGraph _graph = StubGraph.Tenant();
    private readonly ImpatientTime _time = new();

    [Fact]
    public async Task A_group_is_added_once_the_service_sees_it()
    {
        _graph.OnInTurn("/resourceRequests", Unseen, Unseen, () => Response("""{ "state": "delivered", "resource": { "id": "r1" } }""", HttpStatusCode.Created))
            .On("/resources?", Nothing);

        Assert.Equal("r1", await Write(new TenantWrite.AddItem(Finance, new ListItem.ResourceOf(new CatalogResource { Resource = Marketing }))));

        Assert.Equal([0.25, 0.5], _time.Waits.Select(wait => wait.TotalSeconds));
    }

    [Fact]
    public async Task A_resource_is_used_once_its_catalog_lists_it_with_its_roles()
    {
        var payroll = new Reference(ReferenceKind.Application, "Payroll", "s1");
        _graph.On("/resourceRequests", """{ "state": "submitted" }""", HttpStatusCode.Created)
            .OnInTurn("/catalogs/c1/resources", Nothing, Nothing, () => Response("""{ "value": [ { "id": "r1", "originSystem": "AadApplication", "originId": "S1" } ] }"""))
            .OnInTurn("/resourceRoles?", Nothing, () => Response("""{ "value": [ { "id": "x", "originId": "a1", "displayName": "Reader" } ] }"""))
            .On("/accessPackages/p1?", """{ "id": "p1", "resourceRoleScopes": [] }""")
            .On("/resourceRoleScopes", """{ "id": "s1" }""", HttpStatusCode.Created);
        var role = new TenantWrite.AddItem(Subject, new ListItem.RoleOf(new ResourceRole { Resource = payroll, Role = new Role.Named("Reader") }));
        var tenant = Tenant();

        await tenant.WriteAsync(new TenantWrite.AddItem(Finance, new ListItem.ResourceOf(new CatalogResource { Resource = payroll })), CancellationToken.None);
        Assert.Empty(_time.Waits);
        Assert.Equal("s1", (await tenant.WriteAsync(role, CancellationToken.None)).Id);

        Assert.Equal([0.25, 0.5], _time.Waits.Select(wait => wait.TotalSeconds));
    }

    [Fact]
    public async Task A_group_that_is_in_the_catalog_already_was_added()
    {
        _graph.On("/resourceRequests", Error("ResourceAlreadyOnboarded"), HttpStatusCode.BadRequest)
            .OnInTurn("/resources?", Nothing, Listed);

        Assert.Equal("r1", await Write(new TenantWrite.AddItem(Finance, new ListItem.ResourceOf(new CatalogResource { Resource = Marketing }))));
        Assert.Empty(_time.Waits);
    }

    [Fact]
    public async Task A_group_the_service_never_sees_is_refused_in_its_words_after_five_minutes()
    {
        _graph.On("/resourceRequests", Unseen).On("/resources?", Nothing);

        var refusal = await Assert.ThrowsAsync<TenantException>(() => Write(new TenantWrite.AddItem(Finance, new ListItem.ResourceOf(new CatalogResource { Resource = Marketing }))));

        Assert.Equal("ResourceNotFoundInOriginSystem", refusal.Code);
        Assert.InRange(_time.Waits.Sum(wait => wait.TotalMinutes), 4.5, 5);
        Assert.Equal(15, _time.Waits.Max().TotalSeconds);
    }

    [Fact]
    public async Task A_request_that_could_not_be_delivered_is_refused()
    {
        _graph.On("/resourceRequests", """{ "state": "deliveryFailed" }""", HttpStatusCode.Created).On("/resources?", Nothing);

        var refusal = await Assert.ThrowsAsync<TenantException>(() => Write(new TenantWrite.AddItem(Finance, new ListItem.ResourceOf(new CatalogResource { Resource = Marketing }))));

        Assert.Equal(TenantProblem.Refused, refusal.Problem);
    }

    [Fact]
    public async Task A_resource_leaves_once_the_service_has_noticed_that_nothing_uses_it()
    {
        _graph.OnInTurn("/resourceRequests", () => Response(Error("InvalidDeleteResourceHasEntitlements"), HttpStatusCode.BadRequest), () => Response("{}"))
            .On("/resources?", Listed);

        await Write(new TenantWrite.RemoveItem(Finance, new ListItem.ResourceOf(new CatalogResource { Resource = Marketing })));

        Assert.Single(_time.Waits);
        Assert.Contains(_graph.Bodies, body => body.Contains("""{"requestType":"adminRemove","resource":{"id":"r1"},"catalog":{"id":"c1"}}""", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("ResourceNotFound")]
    [InlineData("RoleNotFound")]
    public async Task A_role_is_given_once_the_service_finds_it(string code)
    {
        _graph.On("/accessPackages/p1?", """{ "id": "p1", "resourceRoleScopes": [] }""")
            .On("/catalogs/c1/resources", Listed)
            .OnInTurn("POST", () => Response(Error(code), HttpStatusCode.NotFound), () => Response("""{ "id": "s1" }""", HttpStatusCode.Created));

        Assert.Equal("s1", await Write(new TenantWrite.AddItem(Subject, new ListItem.RoleOf(new ResourceRole { Resource = Marketing }))));

        Assert.Single(_time.Waits);
    }

    [Fact]
    public async Task Nothing_waits_for_what_was_made_but_what_builds_upon_it()
    {
        _graph.On("POST", """{ "id": "c9" }""", HttpStatusCode.Created);
        var tenant = Tenant();
        var sales = new Handle(EntityKey.Catalog("Sales"), (await tenant.WriteAsync(new TenantWrite.Create(new Catalog { Name = "Sales" }, null), CancellationToken.None)).Id);
        Assert.Single(_graph.Asked);

        _graph.OnInTurn("POST", Missing, () => Response(Error("UnAuthorized"), HttpStatusCode.Forbidden), () => Response("""{ "id": "p9" }""", HttpStatusCode.Created));
        var package = new TenantWrite.Create(new AccessPackage { Catalog = "Sales", Name = "Seller" }, sales);

        _graph.On("/accessPackages?", """{ "value": [] }""");
        Assert.Equal("p9", (await tenant.WriteAsync(package, CancellationToken.None)).Id);
        Assert.Equal([0.25, 0.5], _time.Waits.Select(wait => wait.TotalSeconds));

        // Before it is sent again it is looked for, and not otherwise.
        var sent = _graph.Asked.Where(asked => !asked.Contains("/subscribedSkus", StringComparison.Ordinal)).Select(asked => asked.Split(' ')[0]);
        Assert.Equal(["POST", "POST", "GET", "POST", "GET", "POST"], sent);
    }

    [Fact]
    public async Task What_has_gone_since_the_plan_is_not_waited_for_and_said()
    {
        _graph.On("POST", Missing).On("PATCH", Missing).On("/assignmentPolicies/q1", Missing);
        var policy = new Handle(EntityKey.Policy("Finance", "Subject", "Employees"), "q1", Subject);
        TenantWrite[] writes =
        [
            new TenantWrite.Create(new AccessPackage { Catalog = "Finance", Name = "Other" }, Finance),
            new TenantWrite.Update(Subject, new AccessPackage { Catalog = "Finance", Name = "Subject", Description = "New." }, Renames: false),
            new TenantWrite.Update(policy, new AssignmentPolicy { Catalog = "Finance", Package = "Subject", Name = "Employees", Description = "New." }, Renames: false),
        ];

        foreach (var write in writes)
        {
            var trouble = await Assert.ThrowsAsync<TenantException>(() => Write(write));
            Assert.Equal(404, trouble.Status);
            Assert.EndsWith("has gone since it was planned. Plan again.", trouble.Message, StringComparison.Ordinal);
        }

        Assert.Empty(_time.Waits);
    }

    [Fact]
    public async Task A_deletion_is_one_request_and_what_is_gone_already_was_deleted()
    {
        _graph.OnInTurn("DELETE", () => Response("", HttpStatusCode.NoContent), Missing);

        await Write(new TenantWrite.Delete(Finance));
        await Write(new TenantWrite.Delete(Finance));

        Assert.Equal(2, _graph.Asked.Count);
    }

    [Fact]
    public async Task A_catalog_is_deleted_once_the_service_has_noticed_that_its_packages_are()
    {
        _graph.OnInTurn("DELETE", () => Response("", HttpStatusCode.NoContent), Refused, () => Response("", HttpStatusCode.NoContent));
        var tenant = Tenant();
        await tenant.WriteAsync(new TenantWrite.Delete(Subject), CancellationToken.None);

        await tenant.WriteAsync(new TenantWrite.Delete(Finance), CancellationToken.None);
        Assert.Single(_time.Waits);

        // What somebody else has put into it meanwhile never goes away by waiting.
        _graph.On("DELETE", Refused).On("/accessPackages?", """{ "value": [ { "id": "p1" }, { "id": "p2" } ] }""");
        await Assert.ThrowsAsync<TenantException>(() => tenant.WriteAsync(new TenantWrite.Delete(Finance), CancellationToken.None));
        Assert.Single(_time.Waits);
    }

    [Fact]
    public async Task What_was_written_is_read_again_until_it_shows()
    {
        var tenant = Tenant();
        var before = await tenant.ReadAsync(TenantPart.Whole, CancellationToken.None);
        _graph.OnInTurn("/accessPackages/p9", Missing, Missing, () => Response("""{ "id": "p9", "displayName": "Seller", "assignmentPolicies": [], "resourceRoleScopes": [], "incompatibleAccessPackages": [], "incompatibleGroups": [] }"""))
            .OnInTurn("/accessPackages/p1", () => Response("""{ "id": "p1", "displayName": "Subject", "assignmentPolicies": [], "resourceRoleScopes": [], "incompatibleAccessPackages": [], "incompatibleGroups": [] }"""), Missing);
        SentWrite[] sent = [new(new TenantWrite.Create(new AccessPackage { Catalog = "Finance", Name = "Seller" }, Finance), "p9", IsMade: true)];

        var after = await tenant.ReadAgainAsync(TenantPart.Whole, before, sent, CancellationToken.None);

        Assert.Equal([0.25, 0.5], _time.Waits.Select(wait => wait.TotalSeconds));
        Assert.Equal(["Seller", "Subject"], after.Entities.Select(actual => actual.Entity).OfType<AccessPackage>().Select(package => package.Name).Order(StringComparer.Ordinal));

        after = await tenant.ReadAgainAsync(TenantPart.Whole, after, [new(new TenantWrite.Delete(Subject), null, IsMade: true)], CancellationToken.None);
        Assert.Equal(3, _time.Waits.Count);
        Assert.DoesNotContain(after.Entities, actual => actual.Id == "p1");
    }

    private static HttpResponseMessage Missing() => Response(Error("ResourceNotFound"), HttpStatusCode.NotFound);

    private static HttpResponseMessage Refused() => Response(Error("CatalogHasPackages"), HttpStatusCode.BadRequest);

    private static HttpResponseMessage Unseen() => Response(Error("ResourceNotFoundInOriginSystem"), HttpStatusCode.BadRequest);

    private GraphTenant Tenant() => new(_graph.Client, _time);

    private async Task<string?> Write(TenantWrite write) => (await Tenant().WriteAsync(write, CancellationToken.None)).Id;
}
