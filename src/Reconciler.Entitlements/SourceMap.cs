namespace Reconciler.Entitlements;

/// <summary>Where each declaration, and each value in it, was written. It stands beside the entities: where a thing was written is no part of what it is.</summary>
public sealed class SourceMap
{
    private readonly Dictionary<EntityKey, IEnumerable<(string Path, SourceSpan Where)>> _written = [];

    // Few declarations are ever asked about: the places of one are put in order when it is.
    private readonly Dictionary<EntityKey, SourcePlaces> _asked = [];

    public static SourceMap Empty { get; } = new();

    /// <summary>Adds the places of a declaration; of a path that is there twice the last counts.</summary>
    /// <param name="places">Not looked at before somebody asks; may not change from now on.</param>
    public void Add(EntityKey key, IEnumerable<(string Path, SourceSpan Where)> places)
    {
        _written[key] = places;
        _asked.Remove(key);
    }

    public void Add(EntityKey key, string path, SourceSpan span) =>
        Add(key, _written.TryGetValue(key, out var before) ? [.. before, (path, span)] : [(path, span)]);

    /// <summary>Whether the value itself was written, and is no default.</summary>
    public bool Has(EntityKey key, string path) => PlacesOf(key)?.At(path) is not null;

    /// <summary>The place of a value, or of what holds it, or of the declaration; null for what was never written.</summary>
    /// <param name="path">Keys joined by dots, list items by index: <c>approval.stages[0].approvers[1]</c>; empty for the declaration itself.</param>
    public SourceSpan? Find(EntityKey key, string path)
    {
        if (PlacesOf(key) is not { } places)
        {
            return null;
        }

        for (var at = path.AsSpan(); ; at = at[..Math.Max(at.LastIndexOfAny('.', '['), 0)])
        {
            var where = places.At(at);
            if (where is not null || at.IsEmpty)
            {
                return where;
            }
        }
    }

    private SourcePlaces? PlacesOf(EntityKey key) => _asked.TryGetValue(key, out var known) ? known
        : _written.TryGetValue(key, out var written) ? _asked[key] = new SourcePlaces(written)
        : null;
}
