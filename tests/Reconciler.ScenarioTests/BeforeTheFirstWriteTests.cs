using System.Text;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;

namespace Reconciler.ScenarioTests;

/// <summary>What there is to be seen of an apply before it has written anything, and what it is worth where it then writes nothing.</summary>
public sealed class BeforeTheFirstWriteTests : IAsyncLifetime, IDisposable
{
    private readonly TryFolder _folder = new();
    private readonly MemoryStream _seen = new();
    private readonly StreamWriter _out;
    private readonly RequestDelegate _tenant = EmulatedGraph.New();
    private RequestDelegate _answer;
    private LoopbackGraph? _graph;
    private string? _seenFirst;

    public BeforeTheFirstWriteTests()
    {
        // What is written and not flushed is not seen.
        _out = new StreamWriter(_seen, new UTF8Encoding(false)) { NewLine = "\n" };
        _answer = _tenant;
    }

    private LoopbackGraph Graph => _graph ?? throw new InvalidOperationException("Not started.");

    public async Task InitializeAsync()
    {
        _graph = await LoopbackGraph.StartAsync(context =>
        {
            if (IsCreation(context))
            {
                _seenFirst ??= Seen();
            }

            return _answer(context);
        });
        _folder.Put("policies/finance.yaml", "kind: Catalog\nname: Finance\n---\nkind: AccessPackage\ncatalog: Finance\nname: Ledger\n");
        _folder.Put("reconciler.yaml", $"version: 1\ntenants:\n  contoso: {{ adapter: graph, tenantId: {LoopbackGraph.TenantId}, endpoint: {Graph.Root}, authority: {Graph.Authority} }}\n");
    }

    public async Task DisposeAsync() => await Graph.DisposeAsync();

    public void Dispose()
    {
        _folder.Dispose();
        _out.Dispose();
        _seen.Dispose();
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task The_plan_is_seen_before_the_first_write_and_once_and_a_file_holds_all_of_it(bool isTerminal)
    {
        var run = await Cli(isTerminal).RunAsync("apply", "--yes", "--out", "all.txt");

        Assert.Equal(0, run.ExitCode);
        Assert.Contains("Plan: 2 to add", _seenFirst, StringComparison.Ordinal);
        Assert.DoesNotContain("Applied", _seenFirst, StringComparison.Ordinal);
        Assert.Equal((1, 1), (Times("Tenant: Contoso", Seen()), Times("Applied 2 of 2 changes", Seen())));
        Assert.Equal((1, 1), (Times("Tenant: Contoso", _folder.Read("all.txt")), Times("Applied 2 of 2 changes", _folder.Read("all.txt"))));
    }

    [Theory]
    [InlineData("json")]
    [InlineData("markdown")]
    public async Task A_format_for_programs_is_printed_as_a_whole_at_the_end(string format)
    {
        var run = await Cli().RunAsync("apply", "--yes", "--format", format);

        Assert.Equal((0, ""), (run.ExitCode, _seenFirst));
        Assert.True(format != "json" || JsonNode.Parse(Seen()) is JsonObject);
    }

    [Fact]
    public async Task A_standard_output_that_is_closed_does_not_keep_it_from_applying()
    {
        var run = await new TestCli(_folder.Path) { Variables = Graph.Variables, IsMute = true }.RunAsync("apply", "--yes");

        Assert.Equal(3, run.ExitCode);
        Assert.NotNull(_seenFirst);
        Assert.Equal("No changes.\n", (await new TestCli(_folder.Path) { Variables = Graph.Variables }.RunAsync("plan")).Out);
    }

    [Theory]
    [InlineData("/catalogs", 429, 12)]
    [InlineData("/accessPackages", 429, 9)]
    [InlineData("/catalogs", 400, 9)]
    public async Task An_apply_that_was_only_throttled_and_made_nothing_may_be_tried_again(string refused, int status, int exitCode)
    {
        _answer = context => IsCreation(context) && context.Request.Path.Value?.EndsWith(refused, StringComparison.Ordinal) == true ? Refuse(context, status) : _tenant(context);

        var run = await Cli().RunAsync("apply", "--yes");

        Assert.NotNull(_seenFirst);
        Assert.Equal(exitCode, run.ExitCode);
    }

    [Fact]
    public async Task A_request_that_was_lost_stands_in_the_log_with_its_whole_address()
    {
        var (log, isLost) = (new StringWriter(), false);
        _answer = context =>
        {
            if (!isLost && context.Request.Path.StartsWithSegments("/v1.0/identityGovernance", StringComparison.Ordinal))
            {
                isLost = true;
                context.Abort();
                return Task.CompletedTask;
            }

            return _tenant(context);
        };

        var run = await Cli(log: log).RunAsync("plan", "--log-level", "debug");

        Assert.Equal(0, run.ExitCode);
        Assert.Matches($@"(?m)^GET {Graph.Root.Authority}/v1\.0/identityGovernance/\S+ lost in ", log.ToString());
    }

    private static bool IsCreation(HttpContext context) =>
        context.Request.Method == "POST" && context.Request.Path.StartsWithSegments("/v1.0/identityGovernance", StringComparison.Ordinal);

    private static Task Refuse(HttpContext context, int status)
    {
        // Longer than a run waits: nobody waits here either.
        context.Response.Headers.RetryAfter = "86400";
        return LoopbackGraph.Json(context, """{ "error": { "code": "Refused", "message": "No" } }""", status);
    }

    private static int Times(string what, string text) => text.Split(what).Length - 1;

    private string Seen() => Encoding.UTF8.GetString(_seen.ToArray());

    private TestCli Cli(bool isTerminal = false, StringWriter? log = null) => new(_folder.Path) { Variables = Graph.Variables, OutTo = _out, IsTerminal = isTerminal, LogTo = log };
}
