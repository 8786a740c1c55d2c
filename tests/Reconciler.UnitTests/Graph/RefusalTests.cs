using System.Net;
using Reconciler.Entitlements;
using Reconciler.Graph;

namespace Reconciler.UnitTests.Graph;

public sealed class RefusalTests
{
    private readonly StubGraph _graph = StubGraph.Tenant();

    [Theory]
    [InlineData(HttpStatusCode.Unauthorized, TenantProblem.NotPermitted)]
    [InlineData(HttpStatusCode.Forbidden, TenantProblem.NotPermitted)]
    [InlineData(HttpStatusCode.BadRequest, TenantProblem.Refused)]
    [InlineData(HttpStatusCode.Conflict, TenantProblem.Refused)]
    [InlineData(HttpStatusCode.TooManyRequests, TenantProblem.Unavailable)]
    [InlineData(HttpStatusCode.ServiceUnavailable, TenantProblem.Unavailable)]
    [InlineData(HttpStatusCode.GatewayTimeout, TenantProblem.Unavailable)]
    [InlineData(HttpStatusCode.InternalServerError, TenantProblem.Unavailable)]
    public async Task A_status_says_what_sort_of_trouble_it_is(HttpStatusCode status, TenantProblem problem)
    {
        _graph.On("POST", StubGraph.Error("SomeCode", "It can't be."), status, ("request-id", "r-1"));

        var trouble = await Refused(new TenantWrite.Create(new Catalog { Name = "Sales" }, null));

        Assert.Equal((problem, (int)status, "SomeCode", "r-1"), (trouble.Problem, trouble.Status, trouble.Code, trouble.RequestId));
        Assert.StartsWith($"Creating the catalog \"Sales\" failed: Graph answered {(int)status} SomeCode: It can't be.", trouble.Message, StringComparison.Ordinal);
        Assert.EndsWith("(request id r-1)", trouble.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_empty_code_and_a_body_that_is_no_json_are_borne()
    {
        _graph.On("POST", StubGraph.Error("", "BusinessFlow not found"), HttpStatusCode.NotFound);
        Assert.Equal("", (await Refused(new TenantWrite.Create(new Catalog { Name = "Sales" }, null))).Code);

        _graph.On("POST", "<html>", HttpStatusCode.BadGateway);
        Assert.Null((await Refused(new TenantWrite.Create(new Catalog { Name = "Sales" }, null))).Code);
    }

    [Fact]
    public async Task A_lost_connection_and_a_timeout_are_unavailability()
    {
        _graph.On("POST", () => throw new HttpRequestException("No route."));
        var lost = await Refused(new TenantWrite.Create(new Catalog { Name = "Sales" }, null));
        _graph.On("POST", () => throw new TaskCanceledException("Too slow.", new TimeoutException()));
        var late = await Refused(new TenantWrite.Create(new Catalog { Name = "Sales" }, null));

        Assert.Equal((TenantProblem.Unavailable, TenantProblem.Unavailable), (lost.Problem, late.Problem));
        Assert.Contains("could not be reached (No route)", lost.Message, StringComparison.Ordinal);
        Assert.Contains("did not answer in time", late.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_tenant_that_may_not_be_read_at_all_is_no_empty_tenant()
    {
        _graph.On("/identityGovernance/", StubGraph.Error("UnAuthorized"), HttpStatusCode.Forbidden);

        var trouble = await Assert.ThrowsAsync<TenantException>(() => Tenant().ReadAsync(TenantPart.Whole, CancellationToken.None));

        Assert.Equal(TenantProblem.NotPermitted, trouble.Problem);
        Assert.Contains("EntitlementManagement.Read.All", trouble.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Somebody_who_is_not_signed_in_is_told_so()
    {
        _graph.On("/", StubGraph.Error("InvalidAuthenticationToken"), HttpStatusCode.Unauthorized);

        var trouble = await Assert.ThrowsAsync<TenantException>(() => Tenant().ReadAsync(TenantPart.Whole, CancellationToken.None));

        Assert.Equal((TenantProblem.NotPermitted, 401), (trouble.Problem, trouble.Status));
    }

    private GraphTenant Tenant() => new(_graph.Client, new ImpatientTime());

    private Task<TenantException> Refused(TenantWrite write) =>
        Assert.ThrowsAsync<TenantException>(() => Tenant().WriteAsync(write, CancellationToken.None));
}
