using Reconciler.Entitlements.Fields;

namespace Reconciler.Declarations.Documenting;

/// <summary>The section of one kind of document that declares no entity.</summary>
internal static class DocumentSection
{
    public static IEnumerable<string> Lines(DocumentTable table) =>
    [
        "", $"## {table.Keyword}", "", table.Doc, "", .. KeyTable.Plain(table.Fields), .. Settings(table),
        .. new ShapeSections((fields, _) => KeyTable.Plain(fields)).Of(table.Fields, ""),
    ];

    private static IEnumerable<string> Settings(DocumentTable table) =>
        table.Settings is { } settings
            ? [Markdown.Row(Markdown.Code(settings.Key), settings.Doc, $"a mapping with the settings of {Markdown.Link(Language.Of(settings.Kind).Keyword)}", "needed")]
            : [];
}
