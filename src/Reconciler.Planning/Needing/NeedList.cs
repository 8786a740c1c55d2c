using Reconciler.Entitlements;

namespace Reconciler.Planning.Needing;

/// <summary>Collects what is needed: each thing that is done once, at the first line that asks for it.</summary>
internal sealed class NeedList
{
    private readonly SortedDictionary<AccessKind, List<NeededBy>> _by = [];
    private readonly HashSet<(AccessKind, string)> _said = [];

    public void Add(AccessKind kind, EntityKey? key, string what, SourceSpan? where, string? catalogId = null)
    {
        if (!_said.Add((kind, what)))
        {
            return;
        }

        if (!_by.TryGetValue(kind, out var by))
        {
            _by[kind] = by = [];
        }

        by.Add(new NeededBy(key, what, where) { CatalogId = catalogId });
    }

    public EquatableArray<Need> ToNeeds() => _by.Select(pair => new Need(pair.Key, pair.Value.ToEquatableArray())).ToEquatableArray();
}
