using Reconciler.Entitlements;
using Reconciler.Entitlements.Fields;
using Reconciler.Planning.Matching;

namespace Reconciler.Planning;

/// <summary>Joins what is declared with what the tenant has: names to ids, declarations to objects. The door of the bind stage.</summary>
public static class Binder
{
    /// <summary>The code of the finding that a name is not in the directory.</summary>
    public const string UnknownNameCode = BindDiagnostics.UnknownNameCode;

    /// <summary>The names that the directory has to be asked for before <see cref="Bind"/>.</summary>
    public static IReadOnlyCollection<Reference> NamesIn(EntitlementSet declared) =>
        ReferencesIn(declared).Where(reference => !reference.Kind.IsEntity()).ToHashSet();

    /// <summary>What of the tenant has to be read before <see cref="Bind"/>: the scope, what is named from within it, and what earlier runs know under another name.</summary>
    public static TenantPart PartFor(EntitlementSet declared, Bindings bindings, Scope scope)
    {
        var within = FormerNames.Within(scope, declared);
        var named = ReferencesIn(declared).Select(reference => reference.Catalog).OfType<string>().Distinct(NameComparer.Instance).Order(NameComparer.Instance).ToEquatableArray();
        return new TenantPart(within)
        {
            Catalogs = named,
            CatalogIds = [.. Ids(EntityKind.Catalog, key => within.Includes(key) || named.Contains(key.Name, NameComparer.Instance)), .. Bound(EntityKind.Catalog)],
            OrganizationIds = [.. Ids(EntityKind.ConnectedOrganization, within.Includes), .. Bound(EntityKind.ConnectedOrganization)],
        };

        // What an id stands for the tenant may call otherwise.
        IEnumerable<string> Ids(EntityKind kind, Func<EntityKey, bool> isAsked) =>
            declared.Declarations.Where(d => d.Key.Kind == kind && isAsked(d.Key)).Select(d => d.Id).OfType<string>();

        IEnumerable<string> Bound(EntityKind kind) => bindings.Entries.Where(b => b.Kind == kind && within.Includes(new EntityKey(kind, [b.Name]))).Select(b => b.Id);
    }

    /// <summary>The ids of the access packages whose assignments have to be read before <see cref="Bind"/>, because some are declared.</summary>
    public static IReadOnlyCollection<string> PackagesWithAssignments(EntitlementSet declared, TenantSnapshot snapshot, Bindings bindings)
    {
        var names = declared.Declarations
            .Where(d => d is { Ensure: Ensure.Present, Key.Kind: EntityKind.DirectAssignment })
            .SelectMany(d => declared.Find(d.Key.Parent ?? d.Key)?.Previously.Append(d.Key.Path[1]) ?? [d.Key.Path[1]])
            .ToHashSet(NameComparer.Instance);
        var ids = declared.Declarations.Select(d => d.Id).OfType<string>().ToHashSet(StringComparer.OrdinalIgnoreCase);
        return names.Count == 0 ? [] : snapshot.Entities
            .Where(a => a.Entity.Key.Kind == EntityKind.AccessPackage
                && (names.Contains(a.Entity.Key.Name) || (bindings.FindById(EntityKind.AccessPackage, a.Id) is { } bound && names.Contains(bound.Name))
                    || ids.Contains(a.Id)))
            .Select(a => a.Id)
            .ToHashSet();
    }

    /// <summary>Binds. Whatever can't be is a diagnostic of the result, never an exception.</summary>
    public static BoundState Bind(
        EntitlementSet declared, SourceMap sources, TenantSnapshot snapshot, Resolution names, Bindings bindings, BindOptions? options = null)
    {
        options ??= new BindOptions();
        List<Diagnostic> diagnostics = [];

        // Pages can show an object twice when the listing changes while it is read.
        snapshot = snapshot with { Entities = snapshot.Entities.DistinctBy(a => (a.Entity.Key.Kind, a.Id)).ToEquatableArray() };
        snapshot = snapshot with { Entities = [.. snapshot.Entities, .. AssignmentsThere.In(snapshot, options.Assignments).DistinctBy(a => a.Id)] };
        snapshot = SamePrincipals.Recognised(snapshot, names);
        var tenant = new ActualIndex(snapshot);

        // What is let go holds no object back: its binding is the first thing that an apply forgets.
        var matcher = new EntityMatcher(tenant, bindings, key => declared.Find(key) is { Ensure: not Ensure.Unmanaged }, Aliases.Meant(declared), sources, diagnostics);

        // Parents before children; of one kind they are in the order of keys already.
        var matched = declared.Declarations
            .Where(d => d.Key.Kind != EntityKind.DirectAssignment)
            .OrderBy(d => d.Key.Kind)
            .Select(matcher.Match)
            .ToList();

        // From here on both sides call things as the workspace does.
        var aliases = new Aliases(matched, tenant, bindings);
        if (!aliases.IsEmpty)
        {
            snapshot = aliases.Apply(snapshot);
            tenant = new ActualIndex(snapshot);
            matched = matched.ConvertAll(e => e.Actual is { } actual ? e with { Actual = tenant.Find(e.Key.Kind, actual.Id) } : e);
        }

        var references = new ReferenceBinder(names, new EntityFinder(matched, tenant), bindings, sources, diagnostics);
        var bound = matched.Select(references.Bind).ToList();
        bound.AddRange(declared.Declarations
            .Where(d => d.Key.Kind == EntityKind.DirectAssignment)
            .Select(d => references.Bind(matcher.Match(d)))
            .Select(e => EntityMatcher.MatchAssignment(e, tenant)));

        var ignoring = new Ignoring(declared.Ignores, options.Now, diagnostics);
        var entities = bound.Select(ignoring.Apply).ToEquatableArray();
        var leftovers = new Leftovers(tenant, bindings, entities, FormerNames.Within(options.Scope, declared));
        OutsideOfScope.Check(options.Scope, entities, leftovers.Undeclared, tenant, diagnostics);
        MovedPackages.Check(entities, bindings, tenant, sources, diagnostics);
        CatalogLacksResource.Check(entities, tenant, sources, diagnostics);
        ResourcesListedTwice.Check(entities, sources, diagnostics);
        return new BoundState
        {
            Snapshot = snapshot,
            Entities = entities,
            Undeclared = leftovers.Undeclared,
            Pruned = leftovers.Pruned,
            Unmanaged = leftovers.Unmanaged,
            Forgotten = leftovers.Forgotten,
            Now = options.Now,
            Ignored = ignoring.Found,
            Repointed = references.Repointed,
            Pins = references.Pins,
            Bindings = bindings,
            Diagnostics = diagnostics.ToEquatableArray(),
            Sources = sources,
        };
    }

    private static IEnumerable<Reference> ReferencesIn(EntitlementSet declared) => declared.Declarations
        .Where(d => d.Ensure == Ensure.Present)
        .SelectMany(d => References.In(d.Entity))
        .Select(found => found.Reference);
}
