using Reconciler.Entitlements;
using Reconciler.Entitlements.Fields;

namespace Reconciler.Planning;

/// <summary>One line of a change: what becomes of one value, in the words of the declaration.</summary>
public sealed record FieldChange
{
    /// <summary>Keys joined by dots, list items by index from 0.</summary>
    public required string Path { get; init; }

    /// <summary>The first key of the path: the setting that it is in.</summary>
    private ReadOnlySpan<char> Setting => Path.AsSpan().IndexOfAny('.', '[') is var end and >= 0 ? Path.AsSpan(0, end) : Path;

    /// <summary>The path as people read it: <c>approval.stage 1.decideWithin</c>.</summary>
    public required string Label { get; init; }

    public required FieldChangeKind Kind { get; init; }

    /// <summary>Null where there was nothing.</summary>
    public string? Old { get; init; }

    /// <summary>Null where there will be nothing.</summary>
    public string? New { get; init; }

    /// <summary>The same in a sentence for people who know neither YAML nor Graph.</summary>
    public string Sentence { get; init; } = "";

    /// <summary>What else has to be known about it; null where the values say all.</summary>
    public string? Note { get; init; }

    /// <summary>Whether the service can't make this change on what exists.</summary>
    public bool IsImpossible { get; init; }

    public Effect Effect { get; init; }

    public Touches Touches { get; init; }

    /// <summary>The value is the documented default: the declaration does not say.</summary>
    public bool IsDefault { get; init; }

    /// <summary>What a short word stands for, where the value takes another form: what it held goes, what it will hold comes.</summary>
    public EquatableArray<FieldChange> Parts { get; init; } = [];

    public SourceSpan? Where { get; init; }

    /// <summary>Whether any of the lines is of a setting.</summary>
    internal static bool AnyOf(EquatableArray<FieldChange> lines, string setting)
    {
        foreach (var line in lines)
        {
            if (line.Setting.SequenceEqual(setting))
            {
                return true;
            }
        }

        return false;
    }
}

/// <summary>What becomes of a value.</summary>
public enum FieldChangeKind
{
    Set,

    /// <summary>An item joins a list.</summary>
    Added,

    /// <summary>An item leaves a list.</summary>
    Removed,
}
