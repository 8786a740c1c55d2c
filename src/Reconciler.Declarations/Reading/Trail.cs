using Reconciler.Entitlements;

namespace Reconciler.Declarations.Reading;

/// <summary>Where the values of one declaration stand, by path, until its key is known.</summary>
internal sealed class Trail
{
    private readonly List<(string Path, SourceSpan Where)> _places = [];

    public void Note(string path, SourceSpan where) => _places.Add((path, where));

    public void WriteTo(SourceMap sources, EntityKey key)
    {
        foreach (var (path, where) in _places)
        {
            sources.Add(key, path, where);
        }
    }

    public static string Join(string path, string key) => path.Length == 0 ? key : $"{path}.{key}";
}
