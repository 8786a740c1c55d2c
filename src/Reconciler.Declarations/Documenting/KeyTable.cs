using System.Collections.Immutable;
using Reconciler.Entitlements;
using Reconciler.Entitlements.Fields;

namespace Reconciler.Declarations.Documenting;

/// <summary>The rows of a table of keys.</summary>
internal static class KeyTable
{
    private const string NotInPortal = "not in the portal";

    public static IEnumerable<string> Full(IEnumerable<string> rows) =>
        [Markdown.Row("key", "what it is", "written", "left out", "a change of it", "in the portal", "in Microsoft Graph"), "|---|---|---|---|---|---|---|", .. rows];

    /// <summary>A table of keys that stand inside of a setting.</summary>
    public static IEnumerable<string> Inner(ImmutableArray<Field> fields, EntityKind kind, bool areOfItem) =>
        Full(fields.Select(field => Row(field, LeftOutWords.Inside(field), EffectWords.Of(field, kind, areOfItem))));

    /// <summary>A table of keys that are never sent to a tenant.</summary>
    public static IEnumerable<string> Plain(ImmutableArray<Field> fields) =>
    [
        Markdown.Row("key", "what it is", "written", "left out"),
        "|---|---|---|---|",
        .. fields.Select(field => Markdown.Row(Keys(field), field.Doc, WrittenWords.Of(field.Shape), LeftOutWords.Inside(field))),
    ];

    public static string SettingRow(EntityTable table, Field field) => Row(field, LeftOutWords.OfSetting(table, field), EffectWords.Of(field, table.Kind));

    public static string HeaderRow(EntityTable table, Field field) => Markdown.Row(
        Keys(field), field.Doc, WrittenWords.Of(field.Shape), LeftOutWords.Inside(field), "", Portal(field.Portal),
        Members([.. field.Graph.Select(member => $"{table.GraphTypes[0]}.{member}")]));

    public static string TemplateRow(TemplateKey key) =>
        Markdown.Row(Markdown.Code(key.Key), key.Doc, WrittenWords.Of(key.Shape), "", "", NotInPortal, "");

    public static string ListRow(EntityList list) => Markdown.Row(
        Markdown.Code(list.Key), list.Doc, $"a list of {Markdown.Link(Language.Of(list.Kind).Keyword)}", "none is declared", "", Portal(list.Portal), "");

    private static string Row(Field field, string leftOut, string effect) =>
        Markdown.Row(Keys(field), field.Doc, WrittenWords.Of(field.Shape), leftOut, effect, Portal(field.Portal), Members(field.Graph));

    private static string Keys(Field field) =>
        string.Join(" or ", Reading.ShapeKeys.NamesOf(field).Select(Markdown.Code));

    private static string Portal(string name) => name.Length == 0 ? NotInPortal : name;

    private static string Members(ImmutableArray<string> members) => string.Join("\n", members.Select(Markdown.Code));
}
