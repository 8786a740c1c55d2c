using System.Globalization;

namespace Reconciler.Planning.Comparing;

/// <summary>The way to a value inside an entity: as the source map and JSON write it, as people read it, and what a sentence begins with.</summary>
internal readonly record struct FieldPath(string Exact, string Label, string Place)
{
    /// <summary>The entity itself.</summary>
    public static FieldPath Root { get; } = new("", "", "");

    public FieldPath Key(string key) => Exact.Length == 0 ? this with { Exact = key, Label = key } : this with { Exact = $"{Exact}.{key}", Label = $"{Label}.{key}" };

    /// <summary>The way to an item of a list; the index counts from 0, people from 1.</summary>
    public FieldPath Item(string key, string noun, int index) =>
        new($"{Exact}[{index}]", $"{Label[..^key.Length]}{noun} {index + 1}", $"{Place}{char.ToUpper(noun[0], CultureInfo.InvariantCulture)}{noun[1..]} {index + 1}: ");

    /// <summary>The way to an item of a set that people know by a name rather than by its place.</summary>
    public FieldPath Named(string name, int index) => new($"{Exact}[{index}]", $"{Label} {name}", $"{Place}{char.ToUpper(name[0], CultureInfo.InvariantCulture)}{name[1..]}: ");

    /// <summary>The way to a value of a mapping whose keys are data.</summary>
    public FieldPath Entry(string key) => Key(key) with { Place = $"{Place}{key}: " };
}
