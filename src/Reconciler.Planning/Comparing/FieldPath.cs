namespace Reconciler.Planning.Comparing;

/// <summary>The way to a value inside an entity: once as the source map and JSON write it, once as people read it.</summary>
internal readonly record struct FieldPath(string Exact, string Label)
{
    /// <summary>The entity itself.</summary>
    public static FieldPath Root { get; } = new("", "");

    public FieldPath Key(string key) => Exact.Length == 0 ? new(key, key) : new($"{Exact}.{key}", $"{Label}.{key}");

    /// <summary>The way to an item of a list; the index counts from 0, people from 1.</summary>
    public FieldPath Item(string key, string noun, int index) =>
        new($"{Exact}[{index}]", $"{Label[..^key.Length]}{noun} {index + 1}");
}
