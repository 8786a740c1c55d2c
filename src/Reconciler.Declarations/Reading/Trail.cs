using System.Collections;
using Reconciler.Entitlements;

namespace Reconciler.Declarations.Reading;

/// <summary>Where the values of one declaration stand, by path, until its key is known.</summary>
/// <param name="root">The path of the declaration itself. Shared by declarations of one load, so that none makes the paths again that all have.</param>
internal sealed class Trail(TrailPath root) : IEnumerable<(string Path, SourceSpan Where)>
{
    private readonly List<(TrailPath Path, SourceSpan Where)> _places = [];

    public Trail()
        : this(TrailPath.NewRoot())
    {
    }

    public TrailPath Root => root;

    public void Note(TrailPath path, SourceSpan where) => _places.Add((path, where));

    public IEnumerator<(string Path, SourceSpan Where)> GetEnumerator() => _places.Select(place => (place.Path.Text, place.Where)).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
