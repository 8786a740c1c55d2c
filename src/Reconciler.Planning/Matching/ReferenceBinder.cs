using Reconciler.Entitlements;
using Reconciler.Entitlements.Fields;

namespace Reconciler.Planning.Matching;

/// <summary>Gives every reference of a declared entity its id, or the entity of the same plan that will have one.</summary>
internal sealed class ReferenceBinder
{
    private readonly Resolution _names;
    private readonly EntityFinder _entities;
    private readonly SourceMap _sources;
    private readonly List<Diagnostic> _diagnostics;
    private readonly ReferenceRewriter _rewriter;
    private readonly Dictionary<PinName, Pin> _before;
    private readonly Dictionary<PinName, Pin> _pins = [];
    private readonly List<Repointed> _repointed = [];

    private BoundEntity? _owner;

    public ReferenceBinder(Resolution names, EntityFinder entities, Bindings bindings, SourceMap sources, List<Diagnostic> diagnostics)
    {
        (_names, _entities, _sources, _diagnostics) = (names, entities, sources, diagnostics);
        _before = bindings.Pins.ToDictionary(pin => new PinName(pin.Kind, pin.Name));
        _rewriter = new ReferenceRewriter(BindOne);
    }

    /// <summary>What every name stands for now.</summary>
    public EquatableArray<Pin> Pins => _pins.Values.ToEquatableArray();

    /// <summary>Names that stand for another object than when they were last applied.</summary>
    public EquatableArray<Repointed> Repointed => _repointed.Distinct().ToEquatableArray();

    public BoundEntity Bind(BoundEntity entity)
    {
        if (!entity.IsWanted)
        {
            return entity;
        }

        _owner = entity;
        var bound = _rewriter.Rewrite(entity.Declaration.Entity);
        return entity with { Declaration = entity.Declaration with { Entity = bound is AccessPackage package ? WithRoles(package, entity.Actual?.Entity as AccessPackage) : bound } };
    }

    /// <summary>What a pin is found by.</summary>
    private readonly record struct PinName(ReferenceKind Kind, string Name)
    {
        public bool Equals(PinName other) => Kind == other.Kind && NameComparer.Instance.Equals(Name, other.Name);

        public override int GetHashCode() => HashCode.Combine((int)Kind, NameComparer.Instance.GetHashCode(Name));
    }

    private Reference BindOne(ValuePath path, Reference asked)
    {
        if (_owner is not { } owner)
        {
            return asked;
        }

        var place = new Place(_sources, owner.Key, path);
        return asked.Kind.IsEntity() ? BindEntity(asked, owner, place) : BindName(asked, owner, place);
    }

    /// <summary>Where a reference is written, for those of which there is something to say.</summary>
    private readonly record struct Place(SourceMap Sources, EntityKey Key, ValuePath Path)
    {
        public SourceSpan? Where => Sources.Find(Key, $"{Path}");
    }

    private Reference BindName(Reference asked, BoundEntity owner, Place place)
    {
        var candidates = _names.Candidates(asked);
        if (candidates.IsEmpty && Held(asked, owner, place) is { } held)
        {
            return held;
        }

        if (candidates.Count != 1)
        {
            _diagnostics.Add(candidates.IsEmpty
                ? BindDiagnostics.UnknownName(place.Where, asked, _names.Near(asked))
                : BindDiagnostics.AmbiguousName(place.Where, asked, candidates));

            // Without an id, so that nothing else is said about what was not found.
            return asked with { Id = null };
        }

        var found = candidates[0];
        if (asked.Kind != ReferenceKind.Site && !IsCalled(found.Name ?? "", asked.Name ?? Reference.Deleted))
        {
            _diagnostics.Add(BindDiagnostics.NameOfAnother(place.Where, asked, found));
        }

        Pinned(asked, found);
        return found;
    }

    private static bool IsCalled(string found, string asked) => NameComparer.Instance.Equals(found, asked) || NameComparer.Instance.Equals(SayableName.Of(found), asked);

    /// <summary>What the entity names in the tenant although it is there no more; null where it does not.</summary>
    private Reference? Held(Reference asked, BoundEntity owner, Place place)
    {
        var held = owner.Actual is { } actual ? StillHeld.In(actual.Entity, asked) : null;
        if (held is not null && (held.IsDangling || held.Kind == ReferenceKind.Site))
        {
            _diagnostics.Add(BindDiagnostics.NoLongerThere(place.Where, asked, held) with { About = owner.Key });
        }

        return held;
    }

    /// <summary>A name without an id beside it is what somebody may have given to another object.</summary>
    private void Pinned(Reference asked, Reference found)
    {
        if (asked is { Id: null, Name: { } name } && found.Id is { } id && asked.Kind.IsOfDirectory())
        {
            var key = new PinName(asked.Kind, name);
            if (!_pins.ContainsKey(key))
            {
                _pins[key] = new Pin(asked.Kind, name, id);
            }

            if (_before.GetValueOrDefault(key) is { } pin && !string.Equals(pin.Id, id, StringComparison.OrdinalIgnoreCase))
            {
                _repointed.Add(new Repointed(found, pin));
            }
        }
    }

    private Reference BindEntity(Reference asked, BoundEntity owner, Place place)
    {
        var key = EntityFinder.KeyOf(asked, owner.Key);
        if (asked.Id is { } id)
        {
            return BindEntityById(asked, key, id, owner, place);
        }

        if (_entities.Declared(key) is { } declared)
        {
            if (declared.Declaration.Ensure == Ensure.Absent || (!declared.IsWanted && declared.Actual is null))
            {
                _diagnostics.Add(BindDiagnostics.NamesWhatGoes(place.Where, asked, declared.Declaration.Ensure));
                return asked;
            }

            return asked with { Id = declared.Actual?.Id, Entity = key };
        }

        var found = _entities.InTenant(key);
        if (found.Count != 1)
        {
            _diagnostics.Add(found.Count == 0 ? BindDiagnostics.UnknownEntity(place.Where, asked, key, Nearest.To(key.Name, _entities.NamesBeside(key))) : BindDiagnostics.SeveralOfOneName(place.Where, key, found));
            return asked;
        }

        return asked with { Id = found[0].Id };
    }

    private Reference BindEntityById(Reference asked, EntityKey key, string id, BoundEntity owner, Place place)
    {
        if (_entities.ById(key.Kind, id) is not { } byId)
        {
            if (Held(asked, owner, place) is { } held)
            {
                return held;
            }

            _diagnostics.Add(BindDiagnostics.UnknownId(place.Where, key, id));
            return asked with { Id = null };
        }

        var found = asked with { Name = byId.Entity.Key.Name, Id = byId.Id, Catalog = asked.Kind == ReferenceKind.Package ? asked.Catalog ?? byId.Entity.Key.CatalogName : null };
        if (asked.IsDangling)
        {
            _diagnostics.Add(BindDiagnostics.NameOfAnother(place.Where, asked, found));
        }

        return found;
    }

    /// <summary>An application tells its roles, so that a wrong one is found before anything is written. A site does not.</summary>
    private AccessPackage WithRoles(AccessPackage package, AccessPackage? actual) => !HasNamedRoles(package) ? package : package with
    {
        ResourceRoles = package.ResourceRoles.Value.Select((role, index) =>
            role is { Role: Role.Named wanted } && _names.RolesOf(role.Resource) is { } known
                ? role with { Role = BindRole(wanted, known, role, actual, package.Key, () => _sources.Find(package.Key, $"resourceRoles[{index}].role")) }
                : role).ToEquatableArray(),
    };

    private static bool HasNamedRoles(AccessPackage package)
    {
        foreach (var role in package.ResourceRoles.Or([]))
        {
            if (role.Role is Role.Named)
            {
                return true;
            }
        }

        return false;
    }

    private Role.Named BindRole(Role.Named wanted, EquatableArray<Role.Named> known, ResourceRole given, AccessPackage? actual, EntityKey package, Func<SourceSpan?> where)
    {
        var (found, resource) = (known.Where(wanted.Equals).ToList(), given.Resource);
        if (found.Count == 0 && StillHeld.RoleIn(actual, given) is { } held)
        {
            _diagnostics.Add(BindDiagnostics.RoleNoLongerThere(where(), held, resource) with { About = package });
            return held;
        }

        if (found.Count != 1)
        {
            _diagnostics.Add(found.Count == 0
                ? BindDiagnostics.UnknownRole(where(), wanted, resource, known)
                : BindDiagnostics.AmbiguousRole(where(), wanted, resource, found));
            return wanted;
        }

        return found[0];
    }
}
