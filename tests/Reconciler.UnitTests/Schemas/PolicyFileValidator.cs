using System.Text.Json.Nodes;
using NJsonSchema;
using Reconciler.Declarations;
using Reconciler.Entitlements.Fields;

namespace Reconciler.UnitTests.Schemas;

/// <summary>
/// Validates documents with somebody else's validator. That one knows no <c>if</c>: it is handed the schema of the kind, and the entities
/// in lists by themselves. The tests of the editor validate whole files.
/// </summary>
internal static class PolicyFileValidator
{
    private static readonly JsonSchema Schema = JsonSchema.FromJsonAsync(LanguageSchemas.PolicyFile()).GetAwaiter().GetResult();

    private static readonly JsonSchema Workspace = JsonSchema.FromJsonAsync(LanguageSchemas.Workspace()).GetAwaiter().GetResult();

    public static IReadOnlyList<string> OfWorkspace(string yaml) => [.. YamlJson.Documents(yaml).SelectMany(document => Against(Workspace, document))];

    public static IReadOnlyList<string> Of(string yaml) => [.. YamlJson.Documents(yaml).SelectMany(Document)];

    private static IEnumerable<string> Document(JsonNode? document)
    {
        var kind = $"{(document as JsonObject)?["kind"]}";
        return !DocumentKinds.Keywords.Contains(kind) ? [$"no such kind: {kind}"]
            : Language.Tables.FirstOrDefault(table => table.Keyword == kind) is { } table ? Entity(table, document)
            : Against(Schema.Definitions[kind], document);
    }

    private static IEnumerable<string> Entity(EntityTable table, JsonNode? written)
    {
        var mapping = written as JsonObject ?? [];
        var variant = $"{mapping["ensure"]}" is "absent" or "unmanaged" ? ".gone" : mapping.ContainsKey(TemplateUse.Template) ? ".fromTemplate" : "";
        var children = table.Children.SelectMany(list => (mapping[list.Key] as JsonArray ?? []).OfType<JsonObject>().SelectMany(item => Entity(Language.Of(list.Kind), item)));
        return Against(Schema.Definitions[table.Keyword + variant], written).Concat(children);
    }

    private static IEnumerable<string> Against(JsonSchema schema, JsonNode? document) =>
        schema.Validate(document?.ToJsonString() ?? "null").Select(error => $"{error.Path}: {error.Kind}");
}
