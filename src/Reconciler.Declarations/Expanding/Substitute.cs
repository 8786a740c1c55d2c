using Reconciler.Declarations.Yaml;
using Reconciler.Entitlements;

namespace Reconciler.Declarations.Expanding;

/// <summary>What a reference stands for: the value of a variable or of a parameter, in which nothing is left to replace.</summary>
internal sealed class Substitute(string reference, YamlNode value)
{
    private readonly Lazy<HashSet<SourceSpan>> _places = new(() => NodePlaces.Of(value));

    /// <summary>How it is written: <c>$(var.name)</c>.</summary>
    public string Reference => reference;

    public YamlNode Value => value;

    /// <summary>How many values it brings, itself counted.</summary>
    public int Count { get; } = NodePlaces.Count(value);

    /// <summary>Whether something in it, other than itself, stands at a place.</summary>
    public bool Holds(SourceSpan where) => where != value.Where && _places.Value.Contains(where);
}
