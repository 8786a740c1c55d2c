using System.Collections.Immutable;

namespace Reconciler.Declarations.Writing;

/// <summary>A piece of a policy file before it is laid out.</summary>
internal abstract record YamlPart
{
    private YamlPart() { }

    /// <summary>The key path in its entity where a template may put a parameter: a list of principals, or a length of time. Null elsewhere.</summary>
    public string? Hole { get; init; }

    /// <summary>A word of the language, a number, a length: written as it is.</summary>
    public sealed record Word(string Written) : YamlPart;

    /// <summary>Text that people wrote, which may need quotes.</summary>
    public sealed record Text(string Value) : YamlPart;

    public sealed record Mapping(ImmutableArray<YamlLine> Lines) : YamlPart
    {
        /// <summary>Whether every key has a line of its own, however short they are.</summary>
        public bool IsOpen { get; init; }
    }

    public sealed record Sequence(ImmutableArray<YamlPart> Items) : YamlPart
    {
        /// <summary>Whether every item has a line of its own, so that a new one is one more line.</summary>
        public bool IsOpen { get; init; }
    }
}

/// <summary>One key of a mapping with its value, or a comment in the place of one.</summary>
internal readonly record struct YamlLine(string Key, YamlPart? Value)
{
    public static YamlLine Comment(string text) => new(text, Value: null);
}
