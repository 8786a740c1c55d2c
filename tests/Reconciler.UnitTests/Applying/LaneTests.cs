using Reconciler.Applying;
using Reconciler.Entitlements;
using Reconciler.Planning;

namespace Reconciler.UnitTests.Applying;

public sealed class LaneTests
{
    private static readonly string[] Catalogs = ["A", "B", "C"];

    [Fact]
    public async Task Catalogs_are_written_side_by_side_each_in_order_and_policies_one_at_a_time()
    {
        var tenant = new CrowdedTenant { Awaited = 2 };

        await ApplyAsync(tenant, atOnce: 3);

        Assert.InRange(tenant.Most, 2, 3);
        Assert.Equal(1, tenant.MostInACatalog);
        Assert.Equal(1, tenant.MostPolicies);
        foreach (var catalog in Catalogs)
        {
            Assert.Equal(Steps().Select(step => Key(step.Write)).Where(key => key.CatalogName == catalog), tenant.Done.Where(key => key.CatalogName == catalog));
        }
    }

    [Fact]
    public async Task What_is_reported_does_not_depend_on_what_was_done_first()
    {
        var one = await ApplyAsync(new CrowdedTenant(), atOnce: 1);
        var several = await ApplyAsync(new CrowdedTenant(), atOnce: 3);

        Assert.Equal(one.Outcomes, several.Outcomes);
        Assert.Equal(one.Sent.Select(sent => Key(sent.Write)), several.Sent.Select(sent => Key(sent.Write)));
    }

    [Fact]
    public async Task A_failure_in_one_catalog_skips_what_waits_for_it_in_another_and_every_removal()
    {
        var tenant = new CrowdedTenant { Fails = EntityKey.Catalog("A") };

        var report = await ApplyAsync(tenant, atOnce: 3);

        Assert.Equal(
            ["Failed A", "Skipped A / P", "Skipped A / P / Q", "Applied B", "Applied B / P", "Skipped B / P / Q", "Applied C", "Skipped C / Old", "Applied C / P", "Applied C / P / Q"],
            report.Outcomes.OrderBy(outcome => outcome.Change.Key).Select(outcome => $"{outcome.GetType().Name} {outcome.Change.Key}"));
    }

    [Fact]
    public async Task Something_unforeseen_ends_the_run_for_all()
    {
        var tenant = new CrowdedTenant { Breaks = EntityKey.Catalog("A") };

        await Assert.ThrowsAsync<InvalidOperationException>(() => ApplyAsync(tenant, atOnce: 3));
    }

    private static async Task<ApplyReport> ApplyAsync(ITenant tenant, int atOnce)
    {
        var steps = Steps();
        var changes = steps.Select((step, index) => (PlannedChange)(step.Write is TenantWrite.Create create
            ? new PlannedChange.Create(create.Declared) { Key = create.Declared.Key, Reason = $"{index}" }
            : new PlannedChange.Update { Key = Key(step.Write), Reason = $"{index}" }));
        var plan = new Plan { TenantId = "t", TenantName = "T", Steps = steps.ToEquatableArray(), Changes = changes.ToEquatableArray() };
        var engine = new ApplyEngine(tenant, new RecordingStore(Bindings.None("t")), new ApplyOptions { AtOnce = atOnce });
        return await engine.ApplyAsync(plan, Bindings.None("t"), null, CancellationToken.None, CancellationToken.None);
    }

    /// <summary>Three catalogs, a package and a policy in each, the policy of B after that of A; and something that goes.</summary>
    private static List<Step> Steps()
    {
        List<Step> steps = [];
        Add(name => new Catalog { Name = name }, _ => null, _ => []);
        Add(name => new AccessPackage { Catalog = name, Name = "P" }, EntityKey.Catalog, n => [n]);
        Add(name => new AssignmentPolicy { Catalog = name, Package = "P", Name = "Q" }, name => EntityKey.Package(name, "P"), n => n == 1 ? [4, 6] : [3 + n]);
        steps.Add(new Step(9, new TenantWrite.Delete(new Handle(EntityKey.Package("C", "Old"), "old")), [], TakesAway: true));
        return steps;

        void Add(Func<string, Entity> make, Func<string, EntityKey?> parent, Func<int, int[]> after)
        {
            for (var n = 0; n < Catalogs.Length; n++)
            {
                var home = parent(Catalogs[n]) is { } key ? new Handle(key, null) : null;
                steps.Add(new Step(steps.Count, new TenantWrite.Create(make(Catalogs[n]), home), after(n).ToEquatableArray(), TakesAway: false));
            }
        }
    }

    private static EntityKey Key(TenantWrite write) => write is TenantWrite.Create create ? create.Declared.Key : ((TenantWrite.Delete)write).Target.Key;

    /// <summary>A tenant that counts who is in it at once.</summary>
    private sealed class CrowdedTenant : ITenant
    {
        private const int LongestWait = 1_000_000;
        private readonly List<EntityKey> _inside = [];

        public EntityKey? Fails { get; init; }

        public EntityKey? Breaks { get; init; }

        /// <summary>How many it waits for to be in it at once, for a while.</summary>
        public int Awaited { get; init; }

        public List<EntityKey> Done { get; } = [];

        public int Most { get; private set; }

        public int MostInACatalog { get; private set; }

        public int MostPolicies { get; private set; }

        public async Task<Written> WriteAsync(TenantWrite write, CancellationToken cancellationToken)
        {
            var key = Key(write);
            lock (_inside)
            {
                _inside.Add(key);
                Most = Math.Max(Most, _inside.Count);
                MostInACatalog = Math.Max(MostInACatalog, _inside.Count(other => other.CatalogName == key.CatalogName));
                MostPolicies = Math.Max(MostPolicies, _inside.Count(other => other.Kind == EntityKind.AssignmentPolicy));
            }

            for (var turn = 0; turn < 100 || (Most < Awaited && turn < LongestWait); turn++)
            {
                await Task.Yield();
            }

            lock (_inside)
            {
                _inside.Remove(key);
                Done.Add(key);
            }

            return key.Equals(Fails) ? throw new TenantException(TenantProblem.Refused, "no")
                : key.Equals(Breaks) ? throw new InvalidOperationException("A bug.")
                : new Written($"id of {key}");
        }

        public Task<AccessCheck> CheckAsync(IReadOnlyList<Need> needs, CancellationToken cancellationToken) => throw new NotSupportedException();

        public Task<TenantIdentity> IdentifyAsync(CancellationToken cancellationToken) => throw new NotSupportedException();

        public Task<TenantSnapshot> ReadAsync(TenantPart part, CancellationToken cancellationToken) => throw new NotSupportedException();

        public Task<Resolution> ResolveAsync(IReadOnlyCollection<Reference> references, CancellationToken cancellationToken) => throw new NotSupportedException();

        public Task<EquatableArray<Assignment>> ReadAssignmentsAsync(IReadOnlyCollection<string> packageIds, CancellationToken cancellationToken) => throw new NotSupportedException();

        public Task<TenantSnapshot> ReadAgainAsync(TenantPart part, TenantSnapshot before, IReadOnlyCollection<SentWrite> sent, CancellationToken cancellationToken) => throw new NotSupportedException();
    }
}
