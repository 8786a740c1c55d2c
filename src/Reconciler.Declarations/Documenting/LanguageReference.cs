using Reconciler.Entitlements.Fields;

namespace Reconciler.Declarations.Documenting;

/// <summary>Writes the language reference in Markdown: a section for each kind, a row for each key, all of it from the tables.</summary>
internal static class LanguageReference
{
    public static string Write()
    {
        string[] kinds =
        [
            .. DocumentKinds.Tables.Select(table => table.Keyword),
            .. Language.Tables.Except(DocumentKinds.Tables).Select(table => table.Keyword),
            .. Language.Documents.Select(table => table.Keyword),
        ];
        List<string> lines = [Opening, .. kinds.Select(kind => $"- {Markdown.Link(kind)}"), $"- {Markdown.Link(WorkspaceTitle)}", "", ValueSection.Text];
        foreach (var table in DocumentKinds.Tables.Concat(Language.Tables.Except(DocumentKinds.Tables)))
        {
            lines.AddRange(EntitySection.Lines(table));
        }

        foreach (var table in Language.Documents)
        {
            lines.AddRange(DocumentSection.Lines(table));
        }

        lines.AddRange(["", $"## {WorkspaceTitle}", "", "The workspace file, at the root of the folder.", "", .. KeyTable.Plain(WorkspaceFields.Shape.Fields)]);
        lines.AddRange(new ShapeSections((fields, _) => KeyTable.Plain(fields)).Of(WorkspaceFields.Shape.Fields, ""));
        return string.Join('\n', lines) + "\n";
    }

    private const string WorkspaceTitle = "reconciler.yaml";

    private const string Opening = $"""
        # The language

        What can be written in policy files and in `{WorkspaceTitle}`, key by key. `make schemas` writes this page and the two JSON Schemas beside it from the
        table that the tool itself reads by; [the README](../README.md) begins with an example.

        [{LanguageSchemas.PolicyFileName}]({LanguageSchemas.PolicyFileName}) is for policy files, [{LanguageSchemas.WorkspaceFileName}]({LanguageSchemas.WorkspaceFileName}) for `{WorkspaceTitle}`.
        With either an editor completes keys and words, explains them, and marks what can't stand where it stands. `reconciler init` writes both into a new
        workspace; `reconciler schema` prints them. An editor takes the schema of a document from a line before it,

            # yaml-language-server: $schema=.schemas/{LanguageSchemas.PolicyFileName}

        and for all documents of all files from its settings, as in `.vscode/settings.json`, which `init` writes too.

        """;
}
