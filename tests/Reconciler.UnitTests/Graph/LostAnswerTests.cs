using System.Net;
using Reconciler.Entitlements;
using Reconciler.Graph;
using static Reconciler.UnitTests.Graph.StubGraph;

namespace Reconciler.UnitTests.Graph;

/// <summary>Nothing is made twice, whatever becomes of the answer.</summary>
public sealed class LostAnswerTests
{
    private static readonly Handle Finance = new(EntityKey.Catalog("Finance"), "c1");
    private static readonly Handle Subject = new(EntityKey.Package("Finance", "Subject"), "p1", Finance);
    private static readonly Reference Marketing = new(ReferenceKind.Group, "Marketing", "g1");
    private static readonly TenantWrite Sales = new TenantWrite.Create(new Catalog { Name = "Sales" }, null);

    private readonly StubGraph _graph = StubGraph.Tenant();
    private readonly ImpatientTime _time = new();

    [Fact]
    public async Task What_was_made_all_the_same_is_found_and_is_ours()
    {
        _graph.On("/catalogs?", """{ "value": [ { "id": "n1", "displayName": "Sales" } ] }""").OnInTurn("POST", Lost);

        Assert.Equal("n1", await Write(Sales));
        Assert.Equal(1, Posts());
    }

    [Fact]
    public async Task What_was_not_made_is_sent_again_once_it_was_looked_for_long_enough()
    {
        _graph.On("/catalogs?", """{ "value": [] }""").OnInTurn("POST", Lost, () => Response("""{ "id": "n1" }""", HttpStatusCode.Created));

        Assert.Equal("n1", await Write(Sales));
        Assert.Equal(2, Posts());
        Assert.InRange(_time.Waits.Sum(wait => wait.TotalSeconds), 7, 10);
    }

    [Fact]
    public async Task Several_that_may_be_ours_are_refused_with_their_ids()
    {
        _graph.On("/catalogs?", """{ "value": [ { "id": "n2", "displayName": "Sales" }, { "id": "n1", "displayName": "sales" } ] }""").OnInTurn("POST", Lost);

        var refusal = await Assert.ThrowsAsync<TenantException>(() => Write(Sales));

        Assert.Contains("n1, n2", refusal.Message, StringComparison.Ordinal);
        Assert.Equal(1, Posts());
    }

    [Fact]
    public async Task What_was_there_before_is_not_ours()
    {
        var tenant = Tenant();
        await tenant.ReadAsync(TenantPart.Whole, CancellationToken.None);
        _graph.OnInTurn("POST", Lost, () => Response("""{ "id": "n1" }""", HttpStatusCode.Created));

        Assert.Equal("n1", (await tenant.WriteAsync(new TenantWrite.Create(new Catalog { Name = "Finance" }, null), CancellationToken.None)).Id);
    }

    [Fact]
    public async Task A_policy_that_was_refused_because_of_another_is_made_after_a_while()
    {
        _graph.On("/assignmentPolicies?", """{ "value": [] }""")
            .OnInTurn("POST", () => Response(Error("DuplicateKey"), HttpStatusCode.Conflict), () => Response("""{ "id": "n1" }""", HttpStatusCode.Created));

        Assert.Equal("n1", await Write(new TenantWrite.Create(Policy("Staff"), Subject)));
        Assert.Single(_time.Waits);
    }

    [Fact]
    public async Task A_role_that_was_given_all_the_same_is_not_given_again()
    {
        _graph.On("/catalogs/c1/resources", """{ "value": [ { "id": "r1", "originSystem": "AadGroup", "originId": "g1" } ] }""")
            .OnInTurn("/accessPackages/p1?", () => Response("""{ "id": "p1", "resourceRoleScopes": [] }"""), () => Response(
                """{ "id": "p1", "resourceRoleScopes": [ { "id": "s1", "role": { "originId": "Member_g1" }, "scope": { "originId": "g1", "originSystem": "AadGroup" } } ] }"""))
            .OnInTurn("POST", Lost);

        Assert.Equal("s1", await Write(new TenantWrite.AddItem(Subject, new ListItem.RoleOf(new ResourceRole { Resource = Marketing }))));
        Assert.Equal(1, Posts());
    }

    [Theory]
    [InlineData("catalog", "/catalogs?", """{ "id": "n1", "displayName": "New" }""")]
    [InlineData("organization", "/connectedOrganizations", """{ "id": "n1", "displayName": "New" }""")]
    [InlineData("extension", "/catalogs/c1/customWorkflowExtensions", """{ "id": "n1", "displayName": "New" }""")]
    [InlineData("package", "/accessPackages?", """{ "id": "n1", "displayName": "New" }""")]
    [InlineData("policy", "/assignmentPolicies?", """{ "id": "n1", "displayName": "New" }""")]
    public async Task What_was_made_although_the_service_was_too_busy_is_found_by_one_request_and_not_made_again(string kind, string list, string made)
    {
        _graph.On(list, $$"""{ "value": [ {{made}} ] }""").OnInTurn("POST", TooBusy, () => Response("""{ "id": "n2" }""", HttpStatusCode.Created));

        Assert.Equal("n1", await Write(Creating(kind)));
        Assert.Equal((1, 2), (Posts(), _graph.Asked.Count));
        Assert.Equal([7], _time.Waits.Select(wait => wait.TotalSeconds));
    }

    [Fact]
    public async Task What_the_service_was_too_busy_for_is_sent_again_after_a_look()
    {
        _graph.On("/catalogs?", """{ "value": [] }""").OnInTurn("POST", TooBusy, TooBusy, () => Response("""{ "id": "n1" }""", HttpStatusCode.Created));

        Assert.Equal("n1", await Write(Sales));
        Assert.Equal(["POST", "GET", "POST", "GET", "POST"], _graph.Asked.Select(asked => asked.Split(' ')[0]));
    }

    [Fact]
    public async Task A_service_that_asks_to_be_left_alone_after_a_creation_is_not_even_asked_whether_it_is_there()
    {
        DateTimeOffset refused = default, asked = default;
        _graph.On("/catalogs?", () =>
        {
            asked = _time.GetUtcNow();
            return Response("""{ "value": [ { "id": "n1", "displayName": "Sales" } ] }""");
        }).OnInTurn("POST", () =>
        {
            refused = _time.GetUtcNow();
            return Response(Error("ServiceUnavailable"), HttpStatusCode.ServiceUnavailable, ("Retry-After", "70"));
        });

        Assert.Equal("n1", await Write(Sales));
        Assert.InRange(asked - refused, TimeSpan.FromSeconds(70), TimeSpan.FromSeconds(90));
        Assert.Equal(1, Posts());
    }

    [Fact]
    public async Task A_role_and_an_assignment_are_not_given_twice_by_a_busy_service_either()
    {
        _graph.On("/catalogs/c1/resources", """{ "value": [ { "id": "r1", "originSystem": "AadGroup", "originId": "g1" } ] }""")
            .OnInTurn("/accessPackages/p1?", () => Response("""{ "id": "p1", "resourceRoleScopes": [] }"""), () => Response(
                """{ "id": "p1", "resourceRoleScopes": [ { "id": "s1", "role": { "originId": "Member_g1" }, "scope": { "originId": "g1", "originSystem": "AadGroup" } } ] }"""))
            .OnInTurn("/roleAssignments?", () => Response("""{ "value": [] }"""), () => Response(
                """{ "value": [ { "id": "a1", "roleDefinitionId": "ae79f266-94d4-4dab-b730-feca7e132178", "principalId": "u1", "appScopeId": "/AccessPackageCatalog/c1" } ] }"""))
            .On("POST", TooBusy);

        Assert.Equal("s1", await Write(new TenantWrite.AddItem(Subject, new ListItem.RoleOf(new ResourceRole { Resource = Marketing }))));
        Assert.Equal("a1", await Write(new TenantWrite.AddItem(Finance, new ListItem.RoleHolder(EntitlementRole.CatalogOwner, new Reference(ReferenceKind.User, "Adele", "u1")))));
        Assert.Equal(2, Posts());
    }

    [Fact]
    public async Task What_is_refused_because_its_parent_is_new_is_looked_for_before_it_is_sent_again()
    {
        _graph.OnInTurn("/accessPackages?", () => Response(Error("ResourceNotFound"), HttpStatusCode.NotFound), () => Response("""{ "value": [ { "id": "n1", "displayName": "New" } ] }"""))
            .OnInTurn("POST", () => Response("""{ "id": "n0" }""", HttpStatusCode.Created), () => Response(Error("ResourceNotFound"), HttpStatusCode.NotFound));
        var tenant = Tenant();
        var catalog = (await tenant.WriteAsync(Sales, CancellationToken.None)).Id;

        var package = new TenantWrite.Create(new AccessPackage { Catalog = "Sales", Name = "New" }, new Handle(EntityKey.Catalog("Sales"), catalog));

        Assert.Equal("n1", (await tenant.WriteAsync(package, CancellationToken.None)).Id);
        Assert.Equal(2, Posts());
    }

    [Fact]
    public async Task What_can_not_even_be_looked_for_may_have_been_made()
    {
        _graph.On("/catalogs?", () => Response(Error("UnAuthorized"), HttpStatusCode.Forbidden)).OnInTurn("POST", Lost);

        var trouble = await Assert.ThrowsAsync<TenantException>(() => Write(Sales));

        Assert.Contains("It may have been made all the same", trouble.Message, StringComparison.Ordinal);
        Assert.Equal(1, Posts());
    }

    private static TenantWrite.Create Creating(string kind) => kind switch
    {
        "catalog" => new(new Catalog { Name = "New" }, null),
        "organization" => new(new ConnectedOrganization { Name = "New" }, null),
        "extension" => new(new CustomExtension { Catalog = "Finance", Name = "New", Runs = ExtensionOccasion.OnRequest, Endpoint = "https://example.org/new" }, Finance),
        "package" => new(new AccessPackage { Catalog = "Finance", Name = "New" }, Finance),
        _ => new(Policy("New"), Subject),
    };

    private static AssignmentPolicy Policy(string name) => new()
    {
        Catalog = "Finance",
        Package = "Subject",
        Name = name,
        Requestors = new Requestors { Who = new RequestorScope.Everyone(Population.Nobody) },
        Approval = new Approval.None(),
        Expiration = new Expiration.Never(),
    };

    private static HttpResponseMessage TooBusy() => Response(Error("TooManyRequests"), HttpStatusCode.TooManyRequests, ("Retry-After", "7"));

    private static HttpResponseMessage Lost() => throw new HttpRequestException("Lost.");

    private GraphTenant Tenant() => new(_graph.Client, _time);

    private int Posts() => _graph.Asked.Count(asked => asked.StartsWith("POST", StringComparison.Ordinal));

    private async Task<string?> Write(TenantWrite write) => (await Tenant().WriteAsync(write, CancellationToken.None)).Id;
}
