using Reconciler.Entitlements;
using Reconciler.Entitlements.Fields;

namespace Reconciler.Planning.Matching;

/// <summary>
/// Finds the object of the tenant that a declaration means: by the id it gives, by the binding of an earlier run, by its name, by a
/// former name, in this order. Parents are matched before their children.
/// </summary>
internal sealed class EntityMatcher(
    ActualIndex tenant,
    Bindings bindings,
    Func<EntityKey, bool> isHeld,
    IReadOnlySet<(EntityKind, string)> aliased,
    SourceMap sources,
    List<Diagnostic> diagnostics)
{
    private readonly List<Diagnostic> _elsewhere = [];
    private bool _isElsewhere;
    private readonly Dictionary<EntityKey, string?> _ids = [];
    private readonly Dictionary<(EntityKind, string), EntityKey> _taken = [];

    private List<Diagnostic> Findings => _isElsewhere ? _elsewhere : diagnostics;

    public BoundEntity Match(Declaration declaration)
    {
        // What is declared for other tenants has to make sense there.
        _isElsewhere = declaration.Ensure == Ensure.Elsewhere;
        var (actual, match) = Find(declaration, () => NameOf(declaration.Key));
        if (actual is not null && !_taken.TryAdd((declaration.Key.Kind, actual.Id), declaration.Key))
        {
            Findings.Add(BindDiagnostics.MeantTwice(declaration.Id is null ? NameOf(declaration.Key) : sources.Find(declaration.Key, "id"), declaration.Key, Other(declaration.Key.Kind, actual.Id), NameOf(Other(declaration.Key.Kind, actual.Id))));
        }

        _ids[declaration.Key] = PlaceOf(declaration, actual, match);
        return new BoundEntity
        {
            Declaration = declaration,
            Actual = actual,
            Match = match,
            ParentId = declaration.Key.Parent is { } parent ? _ids.GetValueOrDefault(parent) : null,
            Sources = sources,
        };
    }

    /// <summary>An assignment is its user's: whoever is assigned has one of the package at a time.</summary>
    public static BoundEntity MatchAssignment(BoundEntity entity, ActualIndex tenant) => entity.Declaration.Entity is DirectAssignment { User.Id: { } user }
        && tenant.In(EntityKind.DirectAssignment, entity.ParentId).FirstOrDefault(a => ((DirectAssignment)a.Entity).User.Id is { } id && id.Equals(user, StringComparison.OrdinalIgnoreCase)) is { } held
            ? entity with { Actual = held, Match = Planning.Match.OnlyOne }
            : entity;

    /// <summary>An organization is where its users sign in, whatever it is called.</summary>
    private (ActualEntity? Actual, Match Match) FindOrganization(Declaration declaration, Func<SourceSpan?> where)
    {
        var signIns = ((ConnectedOrganization)declaration.Entity).IdentitySources.Or([]).Select(source => source.Key).ToList();
        var same = tenant.In(EntityKind.ConnectedOrganization, null)
            .Where(a => ((ConnectedOrganization)a.Entity).IdentitySources.Or([]).Select(source => source.Key).Intersect(signIns).Any())
            .OrderBy(a => a.Id, StringComparer.Ordinal)
            .ToList();
        if (declaration.Id is not null || same.Count == 0)
        {
            return FindIn(null, declaration, where);
        }

        if (same.Count > 1)
        {
            Findings.Add(BindDiagnostics.SeveralOfOneSource(sources.Find(declaration.Key, "identitySources"), declaration.Key, same));
        }

        // Somebody connected the domain by hand: to take that one would be to delete the one that is managed under the name.
        if (Bound(EntityKind.ConnectedOrganization, null, declaration.Key.Name) is { } managed && managed.Id != same[0].Id && declaration.Ensure == Ensure.Present)
        {
            Findings.Add(BindDiagnostics.SourceIsTaken(sources.Find(declaration.Key, "identitySources"), declaration.Key, same[0], managed));
        }

        return (same[0], bindings.FindById(EntityKind.ConnectedOrganization, same[0].Id) is null ? Planning.Match.Name : Planning.Match.Binding);
    }

    private (ActualEntity? Actual, Match Match) Find(Declaration declaration, Func<SourceSpan?> where)
    {
        var key = declaration.Key;
        switch (key.Kind)
        {
            case EntityKind.Settings or EntityKind.TenantRoles:
                return (tenant.In(key.Kind, null).FirstOrDefault(), Planning.Match.OnlyOne);
            case EntityKind.ConnectedOrganization:
                return FindOrganization(declaration, where);
            case EntityKind.DirectAssignment:
                return default;
            case EntityKind.CustomExtension:
                return _ids.GetValueOrDefault(key.Parent ?? key) is { } holder ? FindIn(holder, declaration, where) : default;
            case EntityKind.Catalog when Catalog.IsBuiltIn(key.Name):
                return (BuiltIn(declaration, where), Planning.Match.OnlyOne);
            case EntityKind.Catalog:
                return FindIn(null, declaration, where);
            case EntityKind.AccessPackage:
                return CatalogOf(declaration, () => sources.Find(declaration.Key, "catalog")) is { Id: { } catalog } ? FindIn(catalog, declaration, where) : default;
            default:
                return _ids.GetValueOrDefault(key.Parent ?? key) is { } package ? FindIn(package, declaration, where) : default;
        }
    }

    private ActualEntity? BuiltIn(Declaration needing, Func<SourceSpan?> where)
    {
        var found = tenant.In(EntityKind.Catalog, null).FirstOrDefault(c => c.IsBuiltIn);
        if (found is null && needing.Ensure == Ensure.Present)
        {
            Findings.Add(BindDiagnostics.NoBuiltInCatalog(where()));
        }

        if (found is not null && needing is { Key.Kind: EntityKind.Catalog, Id: { } id } && !string.Equals(id, found.Id, StringComparison.OrdinalIgnoreCase))
        {
            Findings.Add(BindDiagnostics.UnknownId(sources.Find(needing.Key, "id"), needing.Key, id));
        }

        return found;
    }

    private (ActualEntity? Actual, Match Match) FindIn(string? parentId, Declaration declaration, Func<SourceSpan?> where)
    {
        var (kind, name) = (declaration.Key.Kind, declaration.Key.Name);
        if (declaration.Id is { } id)
        {
            var byId = tenant.WithId(kind, id).FirstOrDefault(a => !a.IsBuiltIn && a.ParentId == parentId);
            if (byId is null && declaration.Ensure != Ensure.Absent)
            {
                var there = sources.Find(declaration.Key, "id");
                Findings.Add(kind == EntityKind.Catalog && tenant.WithId(kind, id).Any(a => a.ParentId == parentId)
                    ? BindDiagnostics.IdOfTheBuiltIn(there, id)
                    : BindDiagnostics.UnknownId(there, declaration.Key, id));
            }

            return (byId, byId is not null && bindings.FindById(kind, byId.Id) is not null ? Planning.Match.Binding : Planning.Match.DeclaredId);
        }

        if (Bound(kind, parentId, name) is { } bound)
        {
            RefuseTombstoneOfSeveral(declaration, bound, where);
            return (bound, Planning.Match.Binding);
        }

        // Let go: which of several is meant does not matter any more, and what lived in it finds no place.
        if (declaration.Ensure == Ensure.Unmanaged && AllNamed(kind, parentId, declaration.Key).Count > 1)
        {
            return default;
        }

        if (OneNamed(kind, parentId, declaration.Key, where) is { } named)
        {
            RefuseNameTakenFromFormer(declaration, named, where);
            return (named, bindings.FindById(kind, named.Id) is null ? Planning.Match.Name : Planning.Match.Binding);
        }

        foreach (var former in declaration.Previously)
        {
            if ((Bound(kind, parentId, former) ?? OneNamed(kind, parentId, declaration.Key.Named(former), where)) is { } renamed)
            {
                return (renamed, Planning.Match.FormerName);
            }
        }

        return default;
    }

    /// <summary>What an earlier run bound, unless it is somewhere else now.</summary>
    private ActualEntity? Bound(EntityKind kind, string? parentId, string name) =>
        bindings.Find(kind, parentId, name) is { } binding && tenant.Find(kind, binding.Id) is { } found && found.ParentId == parentId ? found : null;

    private ActualEntity? OneNamed(EntityKind kind, string? parentId, EntityKey key, Func<SourceSpan?> where)
    {
        var found = AllNamed(kind, parentId, key);
        if (found.Count > 1)
        {
            Findings.Add(BindDiagnostics.SeveralOfOneName(where(), key, found));
        }

        return found.FirstOrDefault();
    }

    // Somebody made another object under the new name: to take that one would be to delete the one that is managed.
    private void RefuseNameTakenFromFormer(Declaration declaration, ActualEntity named, Func<SourceSpan?> where)
    {
        var former = declaration.Previously.Select(name => Bound(declaration.Key.Kind, named.ParentId, name)).FirstOrDefault(bound => bound is not null && bound.Id != named.Id);
        if (former is not null && declaration.Ensure == Ensure.Present)
        {
            Findings.Add(BindDiagnostics.NewNameIsTaken(where(), declaration.Key, named, former));
        }
    }

    // The next run would find the namesake by its name and delete it too, though this plan says that it is left alone.
    private void RefuseTombstoneOfSeveral(Declaration declaration, ActualEntity bound, Func<SourceSpan?> where)
    {
        if (declaration.Ensure == Ensure.Absent && AllNamed(declaration.Key.Kind, bound.ParentId, declaration.Key).Where(a => a.Id != bound.Id).ToList() is { Count: > 0 } namesakes)
        {
            Findings.Add(BindDiagnostics.SeveralOfOneName(where(), declaration.Key, [bound, .. namesakes]));
        }
    }

    /// <summary>The id by which children find it. What is let go is forgotten, and is found only by the name that it has in the tenant.</summary>
    private string? PlaceOf(Declaration declaration, ActualEntity? actual, Match match) =>
        declaration.Ensure == Ensure.Unmanaged && match == Planning.Match.Binding && declaration.Id is null
        && actual is not null && !(AllNamed(declaration.Key.Kind, actual.ParentId, declaration.Key) is [var only] && only.Id == actual.Id)
            ? null
            : actual?.Id;

    private List<ActualEntity> AllNamed(EntityKind kind, string? parentId, EntityKey key) =>
        tenant.Named(kind, parentId, key.Name).Where(a => !a.IsBuiltIn && !IsAliased(a) && !IsBoundToAnother(a, key)).ToList();

    /// <summary>Whether a declaration has an alias for it: then the name alone means another.</summary>
    private bool IsAliased(ActualEntity actual) => aliased.Contains((actual.Entity.Key.Kind, actual.Id.ToUpperInvariant()));

    /// <summary>Somebody gave an object that is managed under one name the name of another: it stays the first.</summary>
    private bool IsBoundToAnother(ActualEntity actual, EntityKey key) =>
        bindings.FindById(key.Kind, actual.Id) is { } binding
        && !NameComparer.Instance.Equals(binding.Name, key.Name)
        && isHeld(key.Named(binding.Name));

    /// <summary>The names of the catalogs that there are, and of those that are declared.</summary>
    private IEnumerable<string> Catalogs() =>
        tenant.In(EntityKind.Catalog).Select(catalog => catalog.Entity.Key.Name).Concat(_ids.Keys.Where(key => key.Kind == EntityKind.Catalog).Select(key => key.Name));

    private EntityKey Other(EntityKind kind, string id) => _taken[(kind, id)];

    private SourceSpan? NameOf(EntityKey key) => sources.Find(key, "name");

    /// <summary>The catalog of a package: as declared, else as the tenant has it. Null where there is neither, which is then said.</summary>
    private Handle? CatalogOf(Declaration package, Func<SourceSpan?> where)
    {
        var key = EntityKey.Catalog(package.Key.Path[0]);
        if (_ids.TryGetValue(key, out var known))
        {
            return new Handle(key, known);
        }

        var found = Catalog.IsBuiltIn(key.Name) ? BuiltIn(package, where) : OneNamed(EntityKind.Catalog, null, key, where);
        var meant = found ?? tenant.Named(EntityKind.Catalog, null, key.Name).FirstOrDefault(IsAliased);
        if (meant is not null && _taken.TryGetValue((EntityKind.Catalog, meant.Id), out var declaredAs))
        {
            // By that name it would be found in this plan and not in the next.
            if (package.Ensure == Ensure.Present)
            {
                Findings.Add(BindDiagnostics.CatalogIsDeclaredAs(sources.Find(package.Key, "catalog"), package.Key, key.Name, declaredAs.Name));
            }

            return null;
        }

        if (found is null)
        {
            // What is to be gone is gone with its catalog.
            if (!Catalog.IsBuiltIn(key.Name) && package.Ensure == Ensure.Present)
            {
                Findings.Add(BindDiagnostics.UnknownCatalog(sources.Find(package.Key, "catalog"), package.Key, key.Name, Nearest.To(key.Name, Catalogs())));
            }

            return null;
        }

        _ids[key] = found.Id;
        return new Handle(key, found.Id);
    }
}
