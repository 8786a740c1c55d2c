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
        var policy = new AssignmentPolicy { Catalog = "Finance", Package = "Subject", Name = "Staff", Requestors = new Requestors { Who = new RequestorScope.Everyone(Population.Nobody) }, Approval = new Approval.None(), Expiration = new Expiration.Never() };

        Assert.Equal("n1", await Write(new TenantWrite.Create(policy, Subject)));
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

    [Fact]
    public async Task What_can_not_even_be_looked_for_may_have_been_made()
    {
        _graph.On("/catalogs?", () => Response(Error("UnAuthorized"), HttpStatusCode.Forbidden)).OnInTurn("POST", Lost);

        var trouble = await Assert.ThrowsAsync<TenantException>(() => Write(Sales));

        Assert.Contains("It may have been made all the same", trouble.Message, StringComparison.Ordinal);
        Assert.Equal(1, Posts());
    }

    private static HttpResponseMessage Lost() => throw new HttpRequestException("Lost.");

    private GraphTenant Tenant() => new(_graph.Client, _time);

    private int Posts() => _graph.Asked.Count(asked => asked.StartsWith("POST", StringComparison.Ordinal));

    private async Task<string?> Write(TenantWrite write) => (await Tenant().WriteAsync(write, CancellationToken.None)).Id;
}
