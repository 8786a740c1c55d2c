using System.Collections.Immutable;
using Reconciler.Declarations.Expanding;
using Reconciler.Declarations.Yaml;
using Reconciler.Entitlements;

namespace Reconciler.Declarations.Templates;

/// <summary>A template as it is written, its references not yet replaced.</summary>
/// <param name="told">What is wrong with it whoever uses it, and has been said.</param>
internal sealed class Template(string name, SourceSpan where, ImmutableArray<string> parameters, YamlNode.Mapping settings, IEnumerable<Diagnostic> told)
{
    private readonly Lazy<HashSet<SourceSpan>> _places = new(() => NodePlaces.Of(settings));
    private readonly HashSet<(string Code, SourceSpan? Where)> _told = [.. told.Select(finding => (finding.Code, finding.Where))];

    public string Name => name;

    public SourceSpan Where => where;

    public ImmutableArray<string> Parameters => parameters;

    public YamlNode.Mapping Settings => settings;

    /// <summary>How many values each use of it brings.</summary>
    public int Count { get; } = NodePlaces.Count(settings);

    /// <summary>Whether something in it, or a part of a text in it, stands at a place.</summary>
    public bool Holds(SourceSpan where) =>
        _places.Value.Contains(where) || _places.Value.Any(place =>
            place.File == where.File && place.Line == where.Line && place.Column <= where.Column && where.Column < place.Column + place.Length);

    public bool HasTold(Diagnostic finding) => _told.Contains((finding.Code, finding.Where));
}
