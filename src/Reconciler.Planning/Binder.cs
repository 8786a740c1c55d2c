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
        declared.Declarations
            .Where(d => d.Ensure == Ensure.Present)
            .SelectMany(d => References.In(d.Entity))
            .Select(found => found.Reference)
            .ToHashSet();

    /// <summary>Binds. Whatever can't be is a diagnostic of the result, never an exception.</summary>
    public static BoundState Bind(EntitlementSet declared, SourceMap sources, TenantSnapshot snapshot, Resolution names, Bindings bindings)
    {
        List<Diagnostic> diagnostics = [];

        // Pages can show an object twice when the listing changes while it is read.
        snapshot = snapshot with { Entities = snapshot.Entities.DistinctBy(a => (a.Entity.Key.Kind, a.Id)).ToEquatableArray() };
        var referenced = new ReferenceBinder(names, sources, diagnostics);
        var tenant = new ActualIndex(snapshot);

        // What is let go holds no object back: its binding is the first thing that an apply forgets.
        var holding = declared.Declarations.Where(d => d.Ensure != Ensure.Unmanaged).Select(d => d.Key).ToHashSet();
        var matcher = new EntityMatcher(tenant, bindings, holding, sources, diagnostics);

        var entities = declared.Declarations
            .OrderBy(d => d.Key.Kind).ThenBy(d => d.Key)
            .Select(d => matcher.Match(d with { Entity = d.Ensure == Ensure.Present ? referenced.Bind(d.Entity) : d.Entity }))
            .ToEquatableArray();

        var leftovers = new Leftovers(tenant, bindings, entities);
        MovedPackages.Check(entities, bindings, tenant, diagnostics);
        CatalogLacksResource.Check(entities, tenant, sources, diagnostics);
        return new BoundState
        {
            Snapshot = snapshot,
            Entities = entities,
            Undeclared = leftovers.Undeclared,
            Unmanaged = leftovers.Unmanaged,
            Forgotten = leftovers.Forgotten,
            Diagnostics = diagnostics.ToEquatableArray(),
            Sources = sources,
        };
    }
}
