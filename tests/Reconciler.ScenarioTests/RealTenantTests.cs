using Microsoft.AspNetCore.Http;

namespace Reconciler.ScenarioTests;

/// <summary>The commands on <c>adapter: graph</c>, over sockets: sign-in, the check of the tenant, and what is said when something is in the way.</summary>
public sealed class RealTenantTests : IAsyncLifetime, IDisposable
{
    private readonly TryFolder _folder = new();
    private RequestDelegate _answer = EmulatedGraph.New();
    private LoopbackGraph? _graph;

    private LoopbackGraph Graph => _graph ?? throw new InvalidOperationException("Not started.");

    public async Task InitializeAsync()
    {
        _graph = await LoopbackGraph.StartAsync(context => _answer(context));
        _folder.Put("policies/finance.yaml", "kind: Catalog\nname: Finance\n");
        Workspace($"endpoint: {Graph.Root}, authority: {Graph.Authority}");
    }

    public async Task DisposeAsync() => await Graph.DisposeAsync();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task A_tenant_is_planned_applied_remembered_and_planned_again()
    {
        var plan = await Cli().RunAsync("plan");
        var apply = await Cli().RunAsync("apply", "--yes");
        var again = await Cli().RunAsync("plan", "--credential", "environment");

        Assert.StartsWith("Plan: 1 to add\n", plan.Out, StringComparison.Ordinal);
        Assert.Equal((0, 0, 0), (plan.ExitCode, apply.ExitCode, again.ExitCode));
        Assert.Equal("No changes.\n", again.Out);
        Assert.Contains(LoopbackGraph.TenantId, _folder.Read(".reconciler/contoso/bindings.json"), StringComparison.Ordinal);
        Assert.Equal(3, Graph.TokensGiven);
    }

    [Fact]
    public async Task Another_tenant_than_the_declared_one_is_not_looked_at()
    {
        _answer = LoopbackGraph.Tenant(_ => throw new InvalidOperationException("Nothing else is asked for."), "7f3c0000-0000-4000-8000-00000000ffff");

        foreach (var command in new[] { "plan", "apply", "export" })
        {
            var run = await Cli().RunAsync(command);

            Assert.Equal(7, run.ExitCode);
            Assert.Contains("declares the tenant 7f3c0000-0000-4000-8000-000000000001, and what answers is 7f3c0000-0000-4000-8000-00000000ffff (Contoso)", OneLine(run.Out), StringComparison.Ordinal);
        }

        Assert.Equal(["GET /v1.0/organization?$select=id,displayName"], Graph.Asked.Distinct());
        Assert.False(_folder.Has(".reconciler/contoso/bindings.json"));
    }

    [Fact]
    public async Task A_service_that_tells_what_it_was_sent_does_not_make_the_tool_tell_it_on()
    {
        _answer = LoopbackGraph.Tenant(context => LoopbackGraph.Json(
            context,
            $$"""{ "error": { "code": "{{LoopbackGraph.Token}}", "message": "You sent {{context.Request.Headers.Authorization}} {{LoopbackGraph.Token}}eyJhbGciOiJub25lIn0.e30.x" } }""",
            403));
        var log = new StringWriter();

        var run = await Cli(log).RunAsync("plan", "--log-level", "debug");

        Assert.Equal(7, run.ExitCode);
        Assert.Contains("You sent Bearer ***", OneLine(run.Out), StringComparison.Ordinal);
        Assert.All([run.Out, run.Error, log.ToString()], text => Assert.DoesNotContain(LoopbackGraph.Token, text, StringComparison.Ordinal));
        Assert.All([run.Out, run.Error, log.ToString()], text => Assert.DoesNotContain("eyJ", text, StringComparison.Ordinal));
        Assert.Contains($"GET {Graph.Root.Authority}/v1.0/organization?$select=id,displayName 200 in ", log.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_log_has_the_requests_for_tokens_too_and_nothing_of_what_is_in_them()
    {
        var (log, wrong) = (new StringWriter(), new StringWriter());

        await Cli(log).RunAsync("plan", "--log-level", "debug");
        await Cli(wrong, ("AZURE_CLIENT_SECRET", "wrong-and-still-secret")).RunAsync("plan", "--log-level", "debug");

        var token = $"POST {Graph.Root.Authority}/{LoopbackGraph.TenantId}/oauth2/v2.0/token";
        Assert.Contains($"{token} 200 in ", log.ToString(), StringComparison.Ordinal);
        Assert.Contains($"{token} 401 in ", wrong.ToString(), StringComparison.Ordinal);
        Assert.All([LoopbackGraph.Secret, LoopbackGraph.Token, "wrong-and-still-secret"], secret => Assert.DoesNotContain(secret, $"{log}{wrong}", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_secret_that_is_wrong_is_said_and_not_shown_and_no_other_way_is_tried()
    {
        var log = new StringWriter();
        var run = await Cli(log, ("AZURE_CLIENT_SECRET", "wrong-and-still-secret")).RunAsync("plan", "--log-level", "debug");

        Assert.Equal(7, run.ExitCode);
        Assert.Contains("Signing in to the tenant 7f3c0000-0000-4000-8000-000000000001 failed. Workload identity: AZURE_FEDERATED_TOKEN_FILE is not set. Environment:", OneLine(run.Out), StringComparison.Ordinal);
        Assert.Contains("AADSTS7000215: Invalid client secret provided", OneLine(run.Out), StringComparison.Ordinal);
        Assert.Contains("Set right the one that was meant", OneLine(run.Out), StringComparison.Ordinal);
        Assert.DoesNotContain("Ensure the secret being sent", OneLine(run.Out), StringComparison.Ordinal);
        Assert.Contains("Ensure the secret being sent in the request is the client secret value", log.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain("wrong-and-still-secret", run.Out + run.Error + log, StringComparison.Ordinal);
        Assert.DoesNotContain("Azure CLI", run.Out, StringComparison.Ordinal);
        Assert.Empty(Graph.Asked);
    }

    [Fact]
    public async Task A_file_alone_sends_nobody_s_secret_anywhere()
    {
        var run = await Cli(more: ("AZURE_AUTHORITY_HOST", "")).RunAsync("plan");

        Assert.Equal(7, run.ExitCode);
        Assert.Contains($"set AZURE_AUTHORITY_HOST={Graph.Authority}", OneLine(run.Out), StringComparison.Ordinal);
        Assert.Equal((0, 0), (Graph.TokensGiven, Graph.Asked.Count));
    }

    [Theory]
    [InlineData("managedIdentity", "Managed identity: its tokens are for Microsoft's clouds only.")]
    [InlineData("azureCli", "Azure CLI: its tokens are for Microsoft's clouds only.")]
    [InlineData("deviceCode", "Device code: its tokens are for Microsoft's clouds only.")]
    [InlineData("workload", "Workload identity: AZURE_FEDERATED_TOKEN_FILE is not set.")]
    public async Task One_way_to_sign_in_that_is_named_is_the_only_one(string credential, string said)
    {
        var run = await Cli().RunAsync("plan", "--credential", credential);

        Assert.Equal(7, run.ExitCode);
        Assert.Contains($"failed. {said} Set it right, or name another one with --credential.", OneLine(run.Out), StringComparison.Ordinal);
        Assert.Equal(0, Graph.TokensGiven);
    }

    [Theory]
    [InlineData("--credential", "password", "--credential can't be \"password\". It takes workload, environment, managedIdentity, azureCli or deviceCode.")]
    [InlineData("--credential", "azurecli", "--credential can't be \"azurecli\"; did you mean \"azureCli\"? It takes workload,")]
    [InlineData("--format", "yaml", "--format can't be \"yaml\". It takes text, json or markdown.")]
    public async Task A_word_that_an_option_does_not_take_is_wrong_usage_and_what_it_takes_is_said(string option, string word, string said)
    {
        var run = await Cli().RunAsync("plan", option, word);

        Assert.Equal(3, run.ExitCode);
        Assert.Contains(said, OneLine(run.Error), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_service_that_is_sick_ends_the_run_with_the_code_for_it()
    {
        _answer = LoopbackGraph.Tenant(context =>
        {
            context.Response.Headers.RetryAfter = "86400";
            return LoopbackGraph.Json(context, """{ "error": { "code": "ServiceUnavailable", "message": "Sick" } }""", 503);
        });

        var run = await Cli().RunAsync("plan");

        Assert.Equal(12, run.ExitCode);
        Assert.Contains("It asks to be left alone for 1440 minutes, longer than a run waits.", OneLine(run.Out), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_service_that_asks_for_a_day_in_the_middle_of_an_apply_is_left_alone_and_that_is_said_once()
    {
        _folder.Put("policies/more.yaml", string.Join("---\n", Enumerable.Range(0, 12).Select(n => $"kind: Catalog\nname: Catalog {n:00}\n")));
        var (answer, refused) = (_answer, 0);
        _answer = context =>
        {
            if (context.Request.Method != "POST" || context.Request.Path.Value?.EndsWith("/catalogs", StringComparison.Ordinal) is not true)
            {
                return answer(context);
            }

            Interlocked.Increment(ref refused);
            context.Response.Headers.RetryAfter = "86400";
            return LoopbackGraph.Json(context, """{ "error": { "code": "TooManyRequests", "message": "Slow down" } }""", 429);
        };

        var run = await Cli().RunAsync("apply", "--yes");

        Assert.Equal(12, run.ExitCode);
        // Which of the four that are sent at once is kept back, and so not answered, is the network's to say.
        Assert.InRange(refused, 1, 4);
        Assert.Single(run.Out.Split("longer than a run waits").Skip(1));
        Assert.Contains("the run has given up, so that nothing more is begun", run.Out, StringComparison.Ordinal);
        Assert.DoesNotContain("GET", Graph.Asked[^1], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("text")]
    [InlineData("json")]
    public async Task A_wait_that_the_service_asks_for_is_said_once_and_beside_the_result(string format)
    {
        var (answer, busy) = (_answer, 3);
        _answer = context =>
        {
            if (!context.Request.Path.StartsWithSegments("/v1.0/identityGovernance", StringComparison.Ordinal) || Interlocked.Decrement(ref busy) < 0)
            {
                return answer(context);
            }

            context.Response.Headers.RetryAfter = "40";
            return LoopbackGraph.Json(context, """{ "error": { "code": "TooManyRequests", "message": "Slow down" } }""", 429);
        };

        var run = await new TestCli(_folder.Path) { Variables = Graph.Variables, Time = new ShortWaits() }.RunAsync("plan", "--format", format);

        Assert.Equal((0, true), (run.ExitCode, busy <= 0));
        Assert.Equal("Microsoft Graph asks to wait 40 s (429); waiting.\n", run.Error);
        Assert.DoesNotContain("waiting", run.Out, StringComparison.Ordinal);
    }

    private static string OneLine(string printed) => string.Join(' ', printed.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    private void Workspace(string keys) =>
        _folder.Put("reconciler.yaml", $"version: 1\ntenants:\n  contoso: {{ adapter: graph, tenantId: {LoopbackGraph.TenantId}, {keys} }}\n");

    private TestCli Cli(StringWriter? log = null, params (string Name, string Value)[] more)
    {
        var variables = Graph.Variables.ToDictionary();
        foreach (var (name, value) in more)
        {
            variables[name] = value;
        }

        return new TestCli(_folder.Path) { Variables = variables, LogTo = log };
    }

    /// <summary>A clock that stands still, on which waits of forty seconds are over at once and all others never.</summary>
    private sealed class ShortWaits : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => new(2026, 1, 5, 10, 0, 0, TimeSpan.Zero);

        public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) =>
            new Timer(callback, state, dueTime == TimeSpan.FromSeconds(40) ? TimeSpan.Zero : Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
    }
}
