using System.Net;
using System.Text.Json.Nodes;
using Reconciler.Entitlements;
using Reconciler.Graph;
using static Reconciler.UnitTests.Graph.StubGraph;

namespace Reconciler.UnitTests.Graph;

public sealed class DirectAssignmentTests
{
    private static readonly Handle Subject = new(EntityKey.Package("Finance", "Subject"), "p1");

    private static readonly DirectAssignment Wanted = new()
    {
        Catalog = "Finance",
        Package = "Subject",
        User = new Reference(ReferenceKind.User, "megan@x.example", "u1"),
        Policy = new Reference(ReferenceKind.Policy, "Direct", "q1"),
    };

    private readonly StubGraph _graph = StubGraph.Tenant().On("/assignments?", """{ "value": [] }""");
    private readonly ImpatientTime _time = new();

    [Fact]
    public async Task It_is_asked_for_with_its_dates_and_waited_for()
    {
        _graph.OnInTurn("/assignments?", () => Response("""{ "value": [ { "id": "a0", "state": "expired" } ] }"""), () => Response("""{ "value": [ { "id": "a1", "state": "delivered" } ] }"""))
            .On("POST", """{ "id": "x1", "state": "submitted" }""", HttpStatusCode.Created)
            .OnInTurn("/assignmentRequests/x1", () => Response("""{ "id": "x1", "state": "delivering" }"""), () => Response("""{ "id": "x1", "state": "Delivered" }"""));
        var dated = Wanted with { From = new DateTimeOffset(2030, 1, 1, 0, 0, 0, TimeSpan.FromHours(1)), Until = new DateTimeOffset(2030, 12, 31, 23, 59, 59, TimeSpan.Zero) };

        Assert.Equal("a1", await Create(dated));

        Assert.Equal("""
            {"requestType":"adminAdd","assignment":{"targetId":"u1","assignmentPolicyId":"q1","accessPackageId":"p1"},
            "schedule":{"startDateTime":"2029-12-31T23:00:00Z","expiration":{"type":"afterDateTime","endDateTime":"2030-12-31T23:59:59Z"}}}
            """.ReplaceLineEndings(""), JsonNode.Parse(_graph.Bodies.First(body => body.Length > 0))?.ToJsonString());
        Assert.Equal(2, _time.Waits.Count);
    }

    [Theory]
    [InlineData("denied", "Denied", "it ended as denied: Denied.")]
    [InlineData("canceled", "", "it ended as canceled.")]
    [InlineData("deliveryFailed", "Guest could not be invited", "it ended as deliveryFailed: Guest could not be invited.")]
    [InlineData("partiallyDelivered", "x", "it ended as partiallyDelivered: x.")]
    [InlineData("pendingApproval", "PendingApproval", "the policy asks for an approval first")]
    public async Task One_that_is_not_made_is_refused_in_the_services_words(string state, string status, string words)
    {
        _graph.On("POST", $$"""{ "id": "x1", "state": "{{state}}", "status": "{{status}}" }""", HttpStatusCode.Created);

        var refusal = await Assert.ThrowsAsync<TenantException>(() => Create(Wanted));

        Assert.Equal(TenantProblem.Refused, refusal.Problem);
        Assert.Contains(words, refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task One_that_begins_later_is_as_good_as_made()
    {
        _graph.On("POST", """{ "id": "x1", "state": "scheduled" }""", HttpStatusCode.Created);

        Assert.Equal("x1", await Create(Wanted));
    }

    [Fact]
    public async Task One_that_is_on_its_way_already_is_waited_for()
    {
        _graph.OnInTurn("/assignments?", () => Response("""{ "value": [] }"""), () => Response("""{ "value": [ { "id": "a1", "state": "delivered" } ] }"""))
            .On("/assignmentRequests?", """
                { "value": [ { "id": "x0", "state": "delivered", "assignment": { "target": { "objectId": "u1" } } },
                  { "id": "x1", "state": "submitted", "assignment": { "target": { "objectId": "u2" } } },
                  { "id": "x2", "state": "submitted", "assignment": { "target": { "objectId": "U1" } } } ] }
                """)
            .On("/assignmentRequests/x2", """{ "id": "x2", "state": "delivered" }""")
            .On("POST", Error("ExistingOpenRequest"), HttpStatusCode.BadRequest);

        Assert.Equal("a1", await Create(Wanted));

        _graph.On("/assignmentRequests?", """{ "value": [] }""").On("/assignments?", """{ "value": [] }""");
        Assert.Equal("ExistingOpenRequest", (await Assert.ThrowsAsync<TenantException>(() => Create(Wanted))).Code);
    }

    private async Task<string?> Create(DirectAssignment wanted) =>
        (await new GraphTenant(_graph.Client, _time).WriteAsync(new TenantWrite.Create(wanted, Subject), CancellationToken.None)).Id;
}
