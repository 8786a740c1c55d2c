using Reconciler.Entitlements;
using Reconciler.Entitlements.Fields;
using Reconciler.Planning;

namespace Reconciler.UnitTests.Planning;

/// <summary>What is declared, what a tenant has and what earlier runs remember, put together call by call.</summary>
internal sealed class World
{
    public const string TenantId = "tenant-1";

    private readonly List<Declaration> _declared = [];
    private readonly List<ActualEntity> _held = [];
    private readonly List<Binding> _remembered = [];
    private readonly Dictionary<string, string[]> _directory = [];
    private readonly List<string> _gaps = [];
    private readonly List<Pin> _pins = [];
    private readonly List<Ignore> _ignores = [];
    private readonly List<Assignment> _assigned = [];
    private readonly Dictionary<string, EquatableArray<Role.Named>> _roles = [];
    private BindOptions _options = new();

    public SourceMap Sources { get; } = new();

    public TenantSnapshot Snapshot => new(TenantId, "Woodgrove", _held.ToEquatableArray()) { Gaps = _gaps.ToEquatableArray() };

    public Bindings Bindings => new(TenantId, _remembered.ToEquatableArray()) { Pins = _pins.ToEquatableArray() };

    public EntitlementSet Declared => new(_declared) { Ignores = _ignores.ToEquatableArray() };

    /// <summary>A catalog that is declared, held and remembered, and so needs nothing.</summary>
    public static World WithFinance(params Reference[] resources) =>
        new World().Declare(Given.Catalog(Given.Finance, resources)).Has(Given.HeldCatalog(Given.Finance, resources), "c1").Remembers(EntityKind.Catalog, "c1", null, Given.Finance);

    /// <summary>The same with the package Reader in it, its settings unmanaged.</summary>
    public static World WithReader(params Reference[] resources) =>
        WithFinance(resources).Declare(Given.Package()).Has(Given.HeldPackage("Reader", Given.Finance, resources), "p1", "c1").Remembers(EntityKind.AccessPackage, "p1", "c1", "Reader");

    /// <summary>The same with a policy in it that is held and remembered.</summary>
    public static World WithPolicy(AssignmentPolicy declared, AssignmentPolicy held) =>
        WithReader().Declare(declared).Has(held, "q1", "p1").Remembers(EntityKind.AssignmentPolicy, "q1", "p1", held.Name);

    public World Declare(Entity entity, Ensure ensure = Ensure.Present, string? id = null, params string[] previously)
    {
        _declared.Add(new Declaration { Entity = entity, Ensure = ensure, Id = id, Previously = previously.ToEquatableArray() });
        return this;
    }

    public World Declare(Declaration declaration)
    {
        _declared.Add(declaration);
        return this;
    }

    public World Has(Entity entity, string id, string? parent = null, bool builtIn = false)
    {
        _held.Add(new ActualEntity(entity, id, parent) { IsBuiltIn = builtIn });
        return this;
    }

    public World Remembers(EntityKind kind, string id, string? parent, string name, bool isProtected = false)
    {
        _remembered.Add(new Binding(kind, id, parent, name) { IsProtected = isProtected });
        return this;
    }

    /// <summary>What a group's name stood for when it was last applied.</summary>
    public World Pinned(string name, string id)
    {
        _pins.Add(new Pin(ReferenceKind.Group, name, id));
        return this;
    }

    public World Ignores(EntityKey target, DateTimeOffset? until, params string[] fields)
    {
        _ignores.Add(new Ignore { Target = target, Fields = fields.ToEquatableArray(), Reason = "x", Until = until, Where = new SourceSpan("a.yaml", 1, 1) });
        return this;
    }

    public World Within(Scope scope)
    {
        _options = _options with { Scope = scope };
        return this;
    }

    public World At(DateTimeOffset now)
    {
        _options = _options with { Now = now };
        return this;
    }

    /// <summary>An assignment of a package that has not ended.</summary>
    public World Assigned(Assignment assignment)
    {
        _assigned.Add(assignment);
        return this;
    }

    /// <summary>The roles that an application tells of itself.</summary>
    public World KnowsRoles(Reference application, params Role.Named[] roles)
    {
        _roles[application.Bound().Id ?? ""] = roles.ToEquatableArray();
        return this;
    }

    /// <summary>The ids that bear a name in the directory. A name of which nothing is said is borne by one object.</summary>
    public World Knows(string name, params string[] ids)
    {
        _directory[name] = ids;
        return this;
    }

    public World Misses(string what)
    {
        _gaps.Add(what);
        return this;
    }

    public World WrittenAt(Entity entity, string path, int line)
    {
        Sources.Add(entity.Key, path, new SourceSpan("finance.yaml", line, 1));
        return this;
    }

    /// <summary>The same in another order everywhere.</summary>
    public World Shuffled(int seed)
    {
        var random = new Random(seed);
        var other = new World();
        other._declared.AddRange(_declared.OrderBy(_ => random.Next()));
        other._held.AddRange(_held.OrderBy(_ => random.Next()));
        other._remembered.AddRange(_remembered.OrderBy(_ => random.Next()));
        other._gaps.AddRange(_gaps);
        other.TakesRestOf(this);
        return other;
    }

    /// <summary>The same declarations over what a run left behind.</summary>
    public World After(TenantSnapshot snapshot, Bindings bindings)
    {
        var next = new World();
        next._declared.AddRange(_declared);
        next._held.AddRange(snapshot.Entities);
        next._remembered.AddRange(bindings.Entries);
        next.TakesRestOf(this);
        next._pins.Clear();
        next._pins.AddRange(bindings.Pins);
        return next;
    }

    private void TakesRestOf(World other)
    {
        _pins.AddRange(other._pins);
        _ignores.AddRange(other._ignores);
        _assigned.AddRange(other._assigned);
        _options = other._options;
        foreach (var (name, ids) in other._directory)
        {
            _directory[name] = ids;
        }

        foreach (var (application, roles) in other._roles)
        {
            _roles[application] = roles;
        }
    }

    public BoundState Bind()
    {
        var answers = Binder.NamesIn(Declared).ToDictionary(asked => asked, Answer);
        return Binder.Bind(Declared, Sources, Snapshot, new Resolution(answers, _roles), Bindings, _options with { Assignments = _assigned.ToEquatableArray() });
    }

    public Plan Plan(bool noRemovals = false) => Planner.Plan(Bind(), new PlanOptions(noRemovals));

    private EquatableArray<Reference> Answer(Reference asked)
    {
        if (asked.Id is { } id)
        {
            return id.StartsWith("no-", StringComparison.Ordinal) ? [] : [asked with { Name = _directory.GetValueOrDefault(id)?[0] ?? asked.Name }];
        }

        return _directory.TryGetValue(asked.Name ?? "", out var ids) ? ids.Select(i => asked with { Id = i }).ToEquatableArray() : [asked.Bound()];
    }
}
