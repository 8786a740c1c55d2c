using System.Collections.Immutable;
using Reconciler.Entitlements;
using Reconciler.Entitlements.Fields;

namespace Reconciler.Declarations.Reading;

/// <summary>The keys that a declaration of a kind can have, worked out once for each.</summary>
internal sealed class TableKeys
{
    private static readonly Dictionary<EntityKind, TableKeys> ByKind = Language.Tables.ToDictionary(table => table.Kind, table => new TableKeys(table));

    private TableKeys(EntityTable table)
    {
        Header = ShapeKeys.Of(table.Header);
        Settings = ShapeKeys.Of(table.Settings);
        Item = [.. Header, .. TemplateUse.IsIn(table.Kind) ? TemplateUse.Keys : [], .. Settings, .. table.Children.Select(list => list.Key)];
        Document = ["kind", .. Item];
        Never = table.IsSingle ? [.. Language.Tables.SelectMany(other => ShapeKeys.Of(other.Header)).Except(Header)] : [];
    }

    /// <summary>The keys that say which entity is meant and what becomes of it.</summary>
    public ImmutableArray<string> Header { get; }

    public ImmutableArray<string> Settings { get; }

    /// <summary>All keys of a document.</summary>
    public ImmutableArray<string> Document { get; }

    /// <summary>All keys of an item of a list.</summary>
    public ImmutableArray<string> Item { get; }

    /// <summary>Keys of what has a name: of what has none there is only one, and nobody can make or delete it.</summary>
    public ImmutableArray<string> Never { get; }

    public static TableKeys Of(EntityTable table) => ByKind[table.Kind];
}
