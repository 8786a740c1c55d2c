using System.Collections;
using Reconciler.Entitlements;

namespace Reconciler.Declarations.Reading;

/// <summary>Where the values of one declaration stand, by path, until its key is known.</summary>
/// <param name="root">The path of the declaration itself. Shared by declarations of one load, so that none makes the paths again that all have.</param>
internal sealed class Trail(TrailPath root) : IEnumerable<(string Path, SourceSpan Where)>
{
    // As many as most declarations have.
    private readonly List<Place> _places = new(32);

    public Trail()
        : this(TrailPath.NewRoot())
    {
    }

    public TrailPath Root => root;

    public void Note(TrailPath path, SourceSpan where) => _places.Add(new Place(path, where.File, where.Line, where.Column, where.Length));

    /// <summary>Gives back what it does not need, once everything is noted: trails live as long as what was loaded.</summary>
    public void Close() => _places.TrimExcess();

    public IEnumerator<(string Path, SourceSpan Where)> GetEnumerator() => _places.Select(place => (place.Path.Text, place.Where)).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    // Nearly none is ever asked for. Objects of their own would be half of all that is kept of a large workspace.
    private readonly record struct Place(TrailPath Path, string File, int Line, int Column, int Length)
    {
        public SourceSpan Where => new(File, Line, Column, Length);
    }
}
