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
    private readonly HashSet<Diagnostic> _told = [.. told];

    public string Name => name;

    public SourceSpan Where => where;

    public ImmutableArray<string> Parameters => parameters;

    public YamlNode.Mapping Settings => settings;

    /// <summary>How many values each use of it brings.</summary>
    public int Count { get; } = NodePlaces.Count(settings);

    public bool Holds(SourceSpan where) => _places.Value.Contains(where);

    public bool HasTold(Diagnostic finding) => _told.Contains(finding);
}
