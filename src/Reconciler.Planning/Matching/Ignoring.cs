using Reconciler.Entitlements;
using Reconciler.Entitlements.Fields;

namespace Reconciler.Planning.Matching;

/// <summary>Takes out of declared entities what is left to others, as though it were not written. What is new is made whole.</summary>
internal sealed class Ignoring
{
    private readonly ILookup<EntityKey, Ignore> _ignores;
    private readonly List<Ignored> _found = [];

    public Ignoring(EquatableArray<Ignore> ignores, DateTimeOffset? now, List<Diagnostic> diagnostics)
    {
        diagnostics.AddRange(ignores.Where(ignore => HasEnded(ignore, now)).Select(PlanDiagnostics.IgnoreHasEnded));
        _ignores = ignores.Where(ignore => !HasEnded(ignore, now)).ToLookup(ignore => ignore.Target);
    }

    public EquatableArray<Ignored> Found => _found.ToEquatableArray();

    public BoundEntity Apply(BoundEntity bound)
    {
        if (bound is not { IsWanted: true, Actual: not null })
        {
            return bound;
        }

        var entity = bound.Declaration.Entity;
        var table = Language.Of(bound.Key.Kind);
        foreach (var (ignore, path) in _ignores[bound.Key].SelectMany(ignore => ignore.Fields.Select(field => (ignore, field))))
        {
            if (table.Leaf(path) is { } leaf && leaf.Get(entity) is not null)
            {
                entity = leaf.Without(entity);
                _found.Add(new Ignored(bound.Key, path, ignore));
            }
        }

        return ReferenceEquals(entity, bound.Declaration.Entity) ? bound : bound with { Declaration = bound.Declaration with { Entity = entity } };
    }

    private static bool HasEnded(Ignore ignore, DateTimeOffset? now) => ignore.Until is { } until && now > until;
}
