using System.Text.Json;
using System.Text.Json.Nodes;
using Reconciler.Applying;
using Reconciler.Cli;
using Reconciler.Cli.Commands;
using Reconciler.Cli.Output;
using Reconciler.Cli.Running;
using Reconciler.Declarations;
using Reconciler.Emulator;
using Reconciler.Entitlements;
using Reconciler.Graph;
using Reconciler.Planning;
using Reconciler.ScenarioTests.Properties.Generating;
using Reconciler.Tests.Metadata;

namespace Reconciler.ScenarioTests.Properties.Running;

/// <summary>An emulated tenant and the tool's memory of it, with the real pipeline over both.</summary>
internal sealed class World
{
    private static readonly Uri Root = new("https://graph.microsoft.com/v1.0/");

    private static readonly string[] Directory = ["organization", "users", "groups", "servicePrincipals", "sites", "environments"];

    private readonly StillClock _clock = new(new DateTimeOffset(2026, 1, 5, 10, 0, 0, TimeSpan.Zero));
    private EmulatedTenant _tenant;
    private int _ids;

    private World(JsonObject seed) => _tenant = EmulatedTenant.FromSeed(seed, Options(100));

    private World(World other, int pageSize)
    {
        _ids = other._ids;
        _clock.Pass(other._clock.Now - _clock.Now);
        _tenant = EmulatedTenant.FromState(other.State, Options(pageSize));
        Store.Bindings = other.Store.Bindings;
        PageSize = pageSize;
    }

    public MemoryStore Store { get; } = new();

    public int PageSize { get; } = 100;

    public JsonObject State => _tenant.ToState();

    /// <summary>Runs after every write that the tenant took.</summary>
    public Action? Written { get; set; }

    public string StateText => State.ToJsonString();

    /// <summary>A tenant with its directory and nothing else.</summary>
    public static World Fresh() => new(KnownDirectory.Seed());

    /// <summary>The tenant as the case begins: the first workspace applied, then what people did by hand.</summary>
    public static World Of(Trial trial)
    {
        var world = new World(KnownDirectory.Seed());
        if (!trial.Before.Declarations.IsEmpty)
        {
            var loaded = trial.Before.Load();
            var planned = world.Plan(loaded);
            Assert.True(planned.Plan.CanApply, Text(planned, loaded));
            var report = world.Apply(planned);
            Assert.All(report.Outcomes, outcome => Assert.IsType<ChangeOutcome.Applied>(outcome));
        }

        var state = world.State;
        var hand = new Hand(state);
        foreach (var mess in trial.Messes)
        {
            hand.Do(mess);
        }

        world._tenant = EmulatedTenant.FromState(state, world.Options(100));
        world._clock.Pass(TimeSpan.FromDays(1));
        world.Store.Bindings = trial.BindingsAreLost ? null : world.Store.Bindings;
        return world.Copy(trial.PageSize);
    }

    /// <summary>The same tenant and memory, for another run from the same start.</summary>
    public World Copy(int? pageSize = null) => new(this, pageSize ?? PageSize);

    /// <summary>How the tenant behaves from now on; what Graph does not declare today it stores all the same.</summary>
    public void Behave(Behaviour behaviour) => _tenant.Behaviour = behaviour with { StoresFutureMembers = true };

    public void Pass(TimeSpan time) => _clock.Pass(time);

    public PlannedRun Plan(LoadResult loaded, bool noRemovals = false, Func<HttpMessageHandler, HttpMessageHandler>? through = null) =>
        Run(through, tenant => new PlanRun(loaded, new OpenTenant("demo", "embedded", tenant, Store, []), new PlanOptions(noRemovals), _clock).RunAsync(CancellationToken.None));

    public ApplyReport Apply(PlannedRun planned, Func<HttpMessageHandler, HttpMessageHandler>? through = null) =>
        Run(through, tenant => new ApplyEngine(tenant, Store).ApplyAsync(planned.Plan, planned.Bindings, null, CancellationToken.None, CancellationToken.None));

    /// <summary>Deletes the name of a group and makes another under it; the id of that.</summary>
    public string Repoint(Pin pin)
    {
        var state = State;
        var id = Hand.Repoint(state, pin.Id);
        _tenant = EmulatedTenant.FromState(state, Options(PageSize));
        return id;
    }

    /// <summary>The tenant as policy files for a workspace that declares nothing.</summary>
    public ExportedRun Export(bool templates = false, Func<HttpMessageHandler, HttpMessageHandler>? through = null)
    {
        var nothing = DeclarationLoader.Load("version: 1\ntenants: { demo: { adapter: embedded } }\n", []).MayBeEmpty();
        var arguments = new ExportArguments(new WorkspaceArguments("", null, new OutputArguments(OutputFormat.Text, [])), [], templates);
        return Run(through, tenant => new ExportRun(nothing, new OpenTenant("demo", "embedded", tenant, new MemoryStore(), []), arguments).RunAsync(CancellationToken.None));
    }

    /// <summary>Another tenant with the same directory, in which nobody has done anything yet.</summary>
    public World Emptied()
    {
        var (state, fresh) = (State, Fresh());
        foreach (var section in fresh.State.Where(section => !Directory.Contains(section.Key)).ToList())
        {
            state[section.Key] = section.Value?.DeepClone();
        }

        foreach (var section in state.Where(section => !Directory.Contains(section.Key) && !fresh.State.ContainsKey(section.Key)).ToList())
        {
            state.Remove(section.Key);
        }

        fresh._tenant = EmulatedTenant.FromState(state, fresh.Options(100));
        return fresh;
    }

    public TenantSnapshot Snapshot() => Run(null, tenant => tenant.ReadAsync(TenantPart.Whole, CancellationToken.None));

    /// <summary>A policy as Graph shows it, with the service's defaults and all it holds.</summary>
    public JsonObject Policy(string id)
    {
        using var client = Client(null);
        var url = $"identityGovernance/entitlementManagement/assignmentPolicies/{id}?$expand=questions,customExtensionStageSettings($expand=customExtension)";
        var read = client.GetStringAsync(url).GetAwaiter().GetResult();
        return JsonNode.Parse(read) as JsonObject ?? throw new JsonException("A policy is an object.");
    }

    public static string Text(PlannedRun planned, LoadResult loaded) => LinePrinter.Plain(PlanText.Lines(planned, [], loaded.Texts));

    public static string Json(PlannedRun planned) => ReportJson.Of(new Outcome { Planned = planned });

    private T Run<T>(Func<HttpMessageHandler, HttpMessageHandler>? through, Func<GraphTenant, Task<T>> work)
    {
        using var client = Client(through);
        return work(new GraphTenant(client, _clock)).GetAwaiter().GetResult();
    }

    private HttpClient Client(Func<HttpMessageHandler, HttpMessageHandler>? through)
    {
        HttpMessageHandler handler = new CheckedRequests(new EmulatorHandler(_tenant, Written));
        return new HttpClient(through is null ? handler : through(handler)) { BaseAddress = Root };
    }

    private EmulatorOptions Options(int pageSize) => new()
    {
        Time = _clock,
        NewId = () => new Guid($"00000000-0000-4000-8000-{++_ids:x12}"),
        Behaviour = new Behaviour { PageSize = pageSize, StoresFutureMembers = true },
    };
}
