namespace Reconciler.Entitlements;

/// <summary>The places of one declaration. Most have a few and are asked for one or two: only long ones are worth being put in order.</summary>
internal sealed class SourcePlaces
{
    private const int Few = 32;

    private readonly (string Path, SourceSpan Where)[] _all;
    private readonly Dictionary<string, SourceSpan>.AlternateLookup<ReadOnlySpan<char>>? _byPath;

    public SourcePlaces(IEnumerable<(string Path, SourceSpan Where)> places)
    {
        _all = [.. places];
        if (_all.Length > Few)
        {
            var byPath = new Dictionary<string, SourceSpan>(_all.Length, StringComparer.Ordinal);
            foreach (var (path, where) in _all)
            {
                byPath[path] = where;
            }

            _byPath = byPath.GetAlternateLookup<ReadOnlySpan<char>>();
        }
    }

    /// <summary>Of a path that is there twice the last; null for one that is not there.</summary>
    public SourceSpan? At(ReadOnlySpan<char> path)
    {
        if (_byPath is { } byPath)
        {
            return byPath.TryGetValue(path, out var found) ? found : null;
        }

        for (var i = _all.Length - 1; i >= 0; i--)
        {
            if (path.SequenceEqual(_all[i].Path))
            {
                return _all[i].Where;
            }
        }

        return null;
    }
}
