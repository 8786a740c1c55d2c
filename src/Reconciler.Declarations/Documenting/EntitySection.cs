using Reconciler.Declarations.Reading;
using Reconciler.Entitlements.Fields;

namespace Reconciler.Declarations.Documenting;

/// <summary>The section of one kind of entity.</summary>
internal static class EntitySection
{
    public static IEnumerable<string> Lines(EntityTable table)
    {
        var rows = table.Header.Select(field => KeyTable.HeaderRow(table, field))
            .Concat(TemplateUse.IsIn(table.Kind) ? TemplateUse.Described.Select(KeyTable.TemplateRow) : [])
            .Concat(table.Settings.Where(field => !field.IsInline || table.Header.All(header => !ShapeKeys.Of(field).Contains(header.Key))).Select(field => KeyTable.SettingRow(table, field)))
            .Concat(table.Children.Select(KeyTable.ListRow));
        return
        [
            "", $"## {table.Keyword}", "", Where(table), "", .. KeyTable.Full(rows),
            .. new ShapeSections((fields, areOfItem) => KeyTable.Inner(fields, table.Kind, areOfItem)).Of(table.Settings, ""),
        ];
    }

    private static string Where(EntityTable table)
    {
        var place = DocumentKinds.OwnerOf(table.Kind) is { } home ? $" It stands in the list `{home.List.Key}` of its {Markdown.Link(home.Owner.Keyword)}." : "";
        return $"{table.Doc}{place} In Microsoft Graph: {string.Join(", ", table.GraphTypes.Select(Markdown.Code))}.";
    }
}
