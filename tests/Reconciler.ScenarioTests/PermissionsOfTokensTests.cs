using System.Text;

namespace Reconciler.ScenarioTests;

/// <summary>What <c>permissions</c> makes of tokens that the emulator does not give: a person's, and one that shows nothing.</summary>
public sealed class PermissionsOfTokensTests : IAsyncLifetime, IDisposable
{
    private const string Administrator = "45d8d3c5-c802-45c6-b32a-1d70b5e1e86e";
    private readonly TryFolder _folder = new();
    private LoopbackGraph? _graph;
    private string _refuses = "/v1.0/groups";

    private LoopbackGraph Graph => _graph ?? throw new InvalidOperationException("Not started.");

    public async Task InitializeAsync()
    {
        var tenant = LoopbackGraph.Tenant(context => LoopbackGraph.Json(context, """{ "value": [] }"""));
        _graph = await LoopbackGraph.StartAsync(context => context.Request.Path == _refuses
            ? LoopbackGraph.Json(context, """{ "error": { "code": "Authorization_RequestDenied", "message": "No." } }""", 403)
            : tenant(context));
        _folder.Put("reconciler.yaml", $"version: 1\ntenants:\n  contoso: {{ adapter: graph, tenantId: {LoopbackGraph.TenantId}, endpoint: {Graph.Root}, authority: {Graph.Authority} }}\n");
        _folder.Put("policies/finance.yaml", "kind: Catalog\nname: Finance\nresources: [ { group: Ledger } ]\n");
    }

    public async Task DisposeAsync() => await Graph.DisposeAsync();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task A_token_that_shows_nothing_is_tried_by_reading_and_never_by_writing()
    {
        var run = await RunAsync("permissions");

        Assert.Equal(7, run.ExitCode);
        Assert.Contains("\n  held            EntitlementManagement.Read.All\n", run.Out, StringComparison.Ordinal);
        Assert.Contains("\n  missing         GroupMember.Read.All\n", run.Out, StringComparison.Ordinal);
        Assert.Contains("\n  cannot be told  EntitlementManagement.ReadWrite.All\n", run.Out, StringComparison.Ordinal);
        Assert.Contains("\n  cannot be told  Group.ReadWrite.All\n", run.Out, StringComparison.Ordinal);
        Assert.All(Graph.Asked, request => Assert.Matches("^(GET|POST /v1.0/(\\$batch|directoryObjects/getByIds)$)", request));
    }

    [Theory]
    [InlineData("", 0, "cannot be told", "cannot be told")]
    [InlineData(Administrator, 0, "held", "cannot be told")]
    public async Task What_a_person_may_do_is_the_permission_and_what_they_are(string role, int exitCode, string management, string group)
    {
        Graph.Given = Token($$"""{ "scp": "User.Read EntitlementManagement.ReadWrite.All GroupMember.Read.All", "oid": "1", "wids": [ "{{role}}" ] }""");

        var run = await RunAsync("permissions", "--for", "apply");

        Assert.Equal(exitCode, run.ExitCode);
        Assert.Contains($"\n  {management,-14}  EntitlementManagement.ReadWrite.All, and to be Identity Governance Administrator", run.Out, StringComparison.Ordinal);
        Assert.Contains($"\n  {group,-14}  to be owner of each group, or Groups Administrator\n", run.Out, StringComparison.Ordinal);
        Assert.DoesNotContain("for an application (application", run.Out, StringComparison.Ordinal);
        Assert.DoesNotContain("eyJ", run.Out + run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_permission_that_a_person_s_sign_in_lacks_is_missing_whatever_they_are()
    {
        Graph.Given = Token($$"""{ "scp": "User.Read EntitlementManagement.Read.All GroupMember.Read.All", "wids": [ "{{Administrator}}" ] }""");

        var run = await RunAsync("permissions", "--for", "apply");

        Assert.Equal(7, run.ExitCode);
        Assert.Contains("\n  missing         EntitlementManagement.ReadWrite.All, and to be", run.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_application_that_may_not_even_see_the_tenant_is_told_what_its_token_says()
    {
        _refuses = "/v1.0/organization";
        Graph.Given = Token("""{ "idtyp": "app", "roles": [ "GroupMember.Read.All" ], "oid": "1" }""");

        var run = await RunAsync("permissions");

        Assert.Equal(7, run.ExitCode);
        Assert.Contains("\n  missing         Organization.Read.All\n", run.Out, StringComparison.Ordinal);
        Assert.Contains("\n  held            GroupMember.Read.All\n", run.Out, StringComparison.Ordinal);
        Assert.Contains("\n  cannot be told  EntitlementManagement.Read.All\n", run.Out, StringComparison.Ordinal);
        Assert.Contains("\n  missing         Group.ReadWrite.All\n", run.Out, StringComparison.Ordinal);
        Assert.DoesNotContain("where a person signs in", run.Out, StringComparison.Ordinal);
        Assert.DoesNotContain("can't be told", run.Out, StringComparison.Ordinal);
        Assert.Equal(["GET /v1.0/organization?$select=id,displayName"], Graph.Asked);
    }

    [Fact]
    public async Task A_person_who_may_not_even_see_the_tenant_is_shown_as_a_person()
    {
        _refuses = "/v1.0/organization";
        Graph.Given = Token("""{ "scp": "EntitlementManagement.Read.All", "oid": "1" }""");

        var run = await RunAsync("permissions", "--for", "plan");

        Assert.Equal(7, run.ExitCode);
        Assert.Contains("\n  missing         User.Read\n", run.Out, StringComparison.Ordinal);
        Assert.DoesNotContain("for an application (application", run.Out, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("a.b.c")]
    [InlineData("e30.bnVsbA.x")]
    [InlineData("e30.eyJyb2xlcyI6.x")]
    [InlineData("e30.W10.x")]
    public async Task A_token_that_makes_no_sense_is_one_that_shows_nothing(string token)
    {
        Graph.Given = token;

        Assert.Contains("cannot be told", (await RunAsync("permissions", "--for", "apply")).Out, StringComparison.Ordinal);
    }

    private static string Token(string claims) => $"eyJhbGciOiJub25lIn0.{Convert.ToBase64String(Encoding.UTF8.GetBytes(claims)).TrimEnd('=').Replace('+', '-').Replace('/', '_')}.c2lnbmVk";

    private Task<TestRun> RunAsync(params string[] arguments) => new TestCli(_folder.Path) { Variables = Graph.Variables }.RunAsync(arguments);
}
