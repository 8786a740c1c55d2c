using System.Collections.Immutable;

namespace Reconciler.Entitlements.Fields;

/// <summary>The table of one kind of document that declares no entity: what it says is about entities.</summary>
public sealed class DocumentTable
{
    /// <summary>What stands behind <c>kind:</c>.</summary>
    public required string Keyword { get; init; }

    public required string Doc { get; init; }

    /// <summary>Rows over what <see cref="Blank"/> makes.</summary>
    public required ImmutableArray<Field> Fields { get; init; }

    /// <summary>The document as written, with nothing in it.</summary>
    public required Func<object> Blank { get; init; }

    /// <summary>The key whose value is a mapping of the settings of an entity, without what says which entity is meant; null where there is none.</summary>
    public SettingsKey? Settings { get; init; }
}

/// <summary>A key whose value is a mapping of the settings of a kind of entity.</summary>
public sealed record SettingsKey(string Key, EntityKind Kind, string Doc);
