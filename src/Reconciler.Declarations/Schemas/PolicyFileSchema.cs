using System.Text.Json.Nodes;
using Reconciler.Declarations.Reading;
using Reconciler.Entitlements.Fields;

namespace Reconciler.Declarations.Schemas;

/// <summary>Writes the schema of a document of a policy file: it selects by <c>kind</c>.</summary>
internal static class PolicyFileSchema
{
    public static JsonObject Write()
    {
        var definitions = new Definitions();
        var shapes = new ShapeSchema(definitions, hasReferences: true);
        var entities = new EntitySchema(definitions, shapes);
        JsonObject[] kinds =
        [
            .. DocumentKinds.Tables.Select(table => Choose(table.Keyword, entities.Of(table, isDocument: true))),
            .. Language.Documents.Select(table => Choose(table.Keyword, definitions.Refer(table.Keyword, () => Document(table, definitions, shapes, entities)))),
        ];
        return new JsonObject
        {
            ["$schema"] = "http://json-schema.org/draft-07/schema#",
            ["title"] = "Policy file",
            ["description"] = "A declaration of a policy file. What can stand in it follows from its kind.",

            // A document with nothing in it declares nothing.
            ["type"] = new JsonArray("object", "null"),
            ["properties"] = new JsonObject { ["kind"] = Kinds() },
            ["required"] = new JsonArray("kind"),
            ["allOf"] = new JsonArray([.. kinds]),
            ["definitions"] = definitions.Write(),
        };
    }

    /// <summary>The key <c>kind</c> where it can be one word alone.</summary>
    public static JsonObject Kind(string keyword, string doc)
    {
        var schema = new JsonObject { ["type"] = "string", ["const"] = keyword };
        FieldWords.Describe(schema, doc);
        return schema;
    }

    private static JsonObject Kinds()
    {
        var docs = DocumentKinds.Tables.Select(table => table.Doc).Concat(Language.Documents.Select(table => table.Doc));
        return new JsonObject
        {
            ["description"] = "What is declared here.",
            ["type"] = "string",
            ["enum"] = new JsonArray([.. DocumentKinds.Keywords.Select(keyword => (JsonNode?)keyword)]),
            ["enumDescriptions"] = new JsonArray([.. docs.Select(doc => (JsonNode?)doc)]),
        };
    }

    private static JsonObject Choose(string keyword, JsonObject schema) => new()
    {
        ["if"] = new JsonObject
        {
            ["type"] = "object",
            ["properties"] = new JsonObject { ["kind"] = new JsonObject { ["const"] = keyword } },
            ["required"] = new JsonArray("kind"),
        },
        ["then"] = schema,
    };

    private static JsonObject Document(DocumentTable table, Definitions definitions, ShapeSchema shapes, EntitySchema entities)
    {
        var plain = new ShapeSchema(definitions, hasReferences: false);
        List<KeyValuePair<string, JsonNode?>> properties =
        [
            KeyValuePair.Create("kind", (JsonNode?)Kind(table.Keyword, table.Doc)),
            .. table.Fields.Select(field => KeyValuePair.Create(field.Key, (JsonNode?)(field.Key == OnlyReader.Key ? plain : shapes).Of(field))),
        ];
        var required = table.Fields.Where(field => field.IsRequired).Select(field => field.Key).Prepend("kind").ToList();
        if (table.Settings is { } settings)
        {
            var schema = new JsonObject { ["allOf"] = new JsonArray(entities.Settings(Language.Of(settings.Kind))) };
            FieldWords.Describe(schema, settings.Doc);
            properties.Add(KeyValuePair.Create(settings.Key, (JsonNode?)schema));
            required.Add(settings.Key);
        }

        return ShapeSchema.Closed(DocumentKinds.Noun(table.Keyword), properties, required);
    }
}
