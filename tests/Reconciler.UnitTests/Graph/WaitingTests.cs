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
    public async Task A_group_is_added_once_the_service_sees_it_and_used_once_its_roles_are_listed()
    {
        _graph.OnInTurn("/resourceRequests", Unseen, Unseen, () => Response("""{ "state": "delivered" }""", HttpStatusCode.Created))
            .OnInTurn("/resources?", Nothing, Nothing, Listed)
            .OnInTurn("/resourceRoles?", Nothing, () => Response("""{ "value": [ { "id": "x", "originId": "Member_g1" } ] }"""));

        Assert.Equal("r1", await Write(new TenantWrite.AddItem(Finance, new ListItem.ResourceOf(new CatalogResource { Resource = Marketing }))));

        Assert.Equal([0.25, 0.5, 1, 2], _time.Waits.Select(wait => wait.TotalSeconds));
    }

    [Fact]
    public async Task A_group_that_is_in_the_catalog_already_was_added()
    {
        _graph.On("/resourceRequests", Error("ResourceAlreadyOnboarded"), HttpStatusCode.BadRequest)
            .OnInTurn("/resources?", Nothing, Listed)
            .On("/resourceRoles?", """{ "value": [ { "id": "x", "originId": "Member_g1" } ] }""");

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
            .OnInTurn("/resources?", Listed, Listed, Nothing);

        await Write(new TenantWrite.RemoveItem(Finance, new ListItem.ResourceOf(new CatalogResource { Resource = Marketing })));

        Assert.Equal(2, _time.Waits.Count);
        Assert.Contains(_graph.Bodies, body => body.Contains("""{"requestType":"adminRemove","resource":{"id":"r1"},"catalog":{"id":"c1"}}""", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("ResourceNotFound")]
    [InlineData("RoleNotFound")]
    public async Task A_role_is_given_once_the_service_finds_it(string code)
    {
        _graph.On("/accessPackages/p1?", """{ "id": "p1", "resourceRoleScopes": [] }""")
            .On("/resources?", Listed)
            .On("/resourceRoles?", Nothing)
            .OnInTurn("POST", () => Response(Error(code), HttpStatusCode.NotFound), () => Response("""{ "id": "s1" }""", HttpStatusCode.Created));

        Assert.Equal("s1", await Write(new TenantWrite.AddItem(Subject, new ListItem.RoleOf(new ResourceRole { Resource = Marketing }))));

        Assert.Single(_time.Waits);
    }

    [Fact]
    public async Task What_was_created_is_waited_for_and_its_id_never_lost()
    {
        _graph.On("POST", """{ "id": "c9" }""", HttpStatusCode.Created)
            .OnInTurn("/catalogs/c9", () => Response("", HttpStatusCode.NotFound), () => Response("""{ "id": "c9" }"""));
        var create = new TenantWrite.Create(new Catalog { Name = "Sales" }, null);

        Assert.Equal("c9", await Write(create));
        Assert.Single(_time.Waits);

        _graph.On("/catalogs/c9", Error("UnAuthorized"), HttpStatusCode.Forbidden);
        Assert.Equal("c9", await Write(create));
        _graph.On("/catalogs/c9", "", HttpStatusCode.NotFound);
        Assert.Equal("c9", await Write(create));
    }

    [Fact]
    public async Task What_was_deleted_and_does_not_go_is_said()
    {
        _graph.On("DELETE", "", HttpStatusCode.NoContent).On("GET https://graph.example/v1.0/identityGovernance/entitlementManagement/catalogs/c1", "{}");

        var trouble = await Assert.ThrowsAsync<TenantException>(() => Write(new TenantWrite.Delete(Finance)));

        Assert.Equal(TenantProblem.Unavailable, trouble.Problem);
        Assert.Contains("it is still there", trouble.Message, StringComparison.Ordinal);
    }

    private static HttpResponseMessage Unseen() => Response(Error("ResourceNotFoundInOriginSystem"), HttpStatusCode.BadRequest);

    private Task<string?> Write(TenantWrite write) => new GraphTenant(_graph.Client, _time).WriteAsync(write, CancellationToken.None);
}
