using System.Globalization;
using Reconciler.Entitlements;
using Reconciler.Planning;

namespace Reconciler.Benchmarks.Workspaces;

/// <summary>
/// Both sides of a plan in which everything changes, in memory: of every package the description, of every policy when an assignment ends.
/// All of it is managed already. One package in four has a second policy.
/// </summary>
internal sealed class LargePlan
{
    private const int Resources = 30;

    private static readonly BudgetLimits Limits = new();

    private readonly LargePlanSources _sources = new();
    private readonly List<Declaration> _declared = [];
    private readonly List<ActualEntity> _actual = [];
    private readonly List<Binding> _bindings = [];

    private LargePlan(int packages, int perCatalog)
    {
        for (var package = 0; package < packages; package++)
        {
            if (package % perCatalog == 0)
            {
                AddCatalog(package / perCatalog);
            }

            AddPackage(package / perCatalog, package);
        }

        Declared = new EntitlementSet(_declared);
        Snapshot = new TenantSnapshot("tenant", "Woodgrove Bank", _actual.ToEquatableArray());
        Bindings = new Bindings("tenant", _bindings.ToEquatableArray());
        Names = new Resolution(Binder.NamesIn(Declared).ToDictionary(asked => asked, asked => EquatableArray.Create([asked with { Id = $"id of {asked.Name}" }])));
    }

    private EntitlementSet Declared { get; }

    private TenantSnapshot Snapshot { get; }

    private Bindings Bindings { get; }

    private Resolution Names { get; }

    public static LargePlan Of(int packages, int perCatalog) => new(packages, perCatalog);

    /// <summary>Bind, plan, and every check that can refuse a plan.</summary>
    public void Run()
    {
        var state = Binder.Bind(Declared, _sources.Map, Snapshot, Names, Bindings, new BindOptions { Now = DateTimeOffset.UnixEpoch });
        var plan = Planner.Plan(state, new PlanOptions());
        var assigned = AssignedDeletes.PackagesOf(plan).Count;
        var refused = Budget.Check(plan, Limits).Count + ProtectedDeletes.Check(plan, Snapshot, Bindings).Count + AssignedDeletes.Check(plan, []).Count;
        if (!plan.CanApply || assigned + refused > 0 || plan.Changes.Count != _actual.Count - _actual.Count(there => there.ParentId is null))
        {
            throw new InvalidOperationException($"Everything was to change: {plan.Changes.Count} changes, {refused} refusals, {string.Join('\n', plan.Diagnostics.Take(3))}");
        }
    }

    private void AddCatalog(int catalog)
    {
        var resources = Enumerable.Range(0, Resources).Select(n => new CatalogResource { Resource = Group($"Department {catalog} team {n}") }).ToList();
        var entity = new Catalog { Name = CatalogName(catalog), Description = "What the department works with", Enabled = true, Resources = resources.ToEquatableArray() };
        Add(entity, entity with { Resources = resources.Select(one => one with { Resource = Found(one.Resource) }).ToEquatableArray() }, $"c{catalog}", null);
    }

    private void AddPackage(int catalog, int package)
    {
        var name = $"Work package {package}";
        var (first, second) = (Group($"Department {catalog} team {package % Resources}"), Group($"Department {catalog} team {(package + 7) % Resources}"));
        var entity = new AccessPackage { Catalog = CatalogName(catalog), Name = name, Description = "What the work package needs", ResourceRoles = EquatableArray.Create([Gives(first), Gives(second)]) };
        var id = $"p{package}";
        Add(entity, entity with { Description = $"What work package {package} needed", Hidden = false, ResourceRoles = EquatableArray.Create([Gives(Found(second)), Gives(Found(first))]), IncompatibleWith = EquatableArray.Create<Reference>([]) }, id, $"c{catalog}");
        for (var policy = 0; policy < (package % 4 == 0 ? 2 : 1); policy++)
        {
            AddPolicy(new AssignmentPolicy { Catalog = entity.Catalog, Package = name, Name = policy == 0 ? "Employees" : "Partners" }, catalog, package, $"a{package}-{policy}", id);
        }
    }

    private void AddPolicy(AssignmentPolicy blank, int catalog, int package, string id, string parentId)
    {
        var (employees, owners) = (Group($"Employees of department {catalog}"), Group($"Owners of department {catalog}"));
        var declared = Policy(blank, employees, owners) with { Expiration = new Expiration.After(Duration.OfDays(180)) };
        var actual = Policy(blank, Found(employees), Found(owners)) with
        {
            Expiration = new Expiration.After(Duration.OfDays(30 + (package % 100))),
            Review = new Review.None(),
            Questions = EquatableArray.Create<Question>([]),
            Notifications = true,
            Callouts = EquatableArray.Create<Callout>([]),
        };
        Add(declared, actual, id, parentId);
    }

    private static AssignmentPolicy Policy(AssignmentPolicy blank, Reference employees, Reference owners) => blank with
    {
        Description = "Whoever works in the department can ask for it.",
        Requestors = new Requestors { Who = new RequestorScope.Listed([employees]) },
        Approval = new Approval.Required
        {
            Stages =
            [
                new ApprovalStage { Approvers = [new Subject.Manager(1)], Fallback = [new Subject.Principal(owners)], DecideWithin = Duration.OfDays(7) },
                new ApprovalStage { Approvers = [new Subject.Principal(owners)] },
            ],
        },
    };

    private void Add(Entity declared, Entity actual, string id, string? parentId)
    {
        _declared.Add(new Declaration { Entity = declared });
        _actual.Add(new ActualEntity(actual, id, parentId));
        _bindings.Add(new Binding(declared.Key.Kind, id, parentId, declared.Key.Name));
        _sources.Add(declared);
    }

    private static string CatalogName(int catalog) => string.Create(CultureInfo.InvariantCulture, $"Department {catalog:000}");

    private static Reference Group(string name) => new(ReferenceKind.Group, name);

    private static Reference Found(Reference asked) => asked with { Id = $"id of {asked.Name}" };

    private static ResourceRole Gives(Reference group) => new() { Resource = group };
}
