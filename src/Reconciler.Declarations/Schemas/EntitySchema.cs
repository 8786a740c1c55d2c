using System.Text.Json.Nodes;
using Reconciler.Declarations.Reading;
using Reconciler.Entitlements.Fields;

namespace Reconciler.Declarations.Schemas;

/// <summary>
/// Writes the schema of an entity by its table. Of one that is to be gone, of one that has a template and of any other different keys can
/// be written: each has a schema of its own, so that an editor offers no key that would be refused.
/// </summary>
internal sealed class EntitySchema(Definitions definitions, ShapeSchema shapes)
{
    /// <summary>The schema of an entity, whatever it has.</summary>
    /// <param name="isDocument">Whether it stands by itself, with a <c>kind</c>.</param>
    public JsonObject Of(EntityTable table, bool isDocument)
    {
        var whole = WithOrWithoutTemplate(table, isDocument);
        if (table.Header.FirstOrDefault(field => field.Key == HeaderKeys.Ensure) is not { Shape: Shape.Choice choice })
        {
            return whole;
        }

        var words = choice.Words.Where(word => word.Value is not Ensure.Present).Select(word => (JsonNode?)word.Word).ToArray();
        return If(
            new JsonObject
            {
                ["properties"] = new JsonObject { [HeaderKeys.Ensure] = new JsonObject { ["enum"] = new JsonArray(words) } },
                ["required"] = new JsonArray(HeaderKeys.Ensure),
            },
            definitions.Refer($"{table.Keyword}.gone", () => Mapping(table, isDocument, Having.Nothing)),
            whole);
    }

    /// <summary>The schema of settings that stand by themselves.</summary>
    public JsonObject Settings(EntityTable table) => definitions.Refer($"{table.Keyword}.settings", () =>
        Exclusive(table, ShapeSchema.Closed(DocumentKinds.Noun(table.Keyword), table.Settings.Select(field => Entry(field, shapes.Of(field))), [])));

    private JsonObject WithOrWithoutTemplate(EntityTable table, bool isDocument)
    {
        var own = definitions.Refer(table.Keyword, () => Mapping(table, isDocument, Having.Settings));
        return !TemplateUse.IsIn(table.Kind) ? own : If(
            new JsonObject { ["required"] = new JsonArray(TemplateUse.Template) },
            definitions.Refer($"{table.Keyword}.fromTemplate", () => Mapping(table, isDocument, Having.Template)),
            own);
    }

    private JsonObject Mapping(EntityTable table, bool isDocument, Having having)
    {
        var properties = new OrderedDictionary<string, JsonNode?>(StringComparer.Ordinal);
        if (isDocument)
        {
            properties["kind"] = PolicyFileSchema.Kind(table.Keyword, table.Doc);
        }

        foreach (var (key, schema) in table.Header.Select(field => Entry(field, Header(field))).Concat(having == Having.Nothing ? [] : Body(table, having)))
        {
            properties[key] = schema;
        }

        var required = table.Header.Where(field => field.IsRequired).Select(field => field.Key);
        return Exclusive(table, ShapeSchema.Closed(DocumentKinds.Noun(table.Keyword), properties, isDocument ? required.Prepend("kind") : required));
    }

    private IEnumerable<KeyValuePair<string, JsonNode?>> Body(EntityTable table, Having having) =>
    [
        .. TemplateUse.IsIn(table.Kind) ? TemplateUse.Described.Where(key => having == Having.Template || key.Key == TemplateUse.Template).Select(Use) : [],
        .. table.Settings.SelectMany(field => Setting(field, having)),
        .. table.Children.Select(list => KeyValuePair.Create(list.Key, (JsonNode?)Entities(list))),
    ];

    /// <summary>A key that is read before anything is replaced takes no variable.</summary>
    private JsonObject Header(Field field) => (field.Key == OnlyReader.Key ? new ShapeSchema(definitions, hasReferences: false) : shapes).Of(field);

    private IEnumerable<KeyValuePair<string, JsonNode?>> Setting(Field field, Having having)
    {
        if (field is { IsInline: true, Shape: Shape.Named { Kinds: [var kind] } })
        {
            return shapes.Naming(kind);
        }

        var schema = shapes.Of(field);
        if (having == Having.Template && field.Shape is not Shape.Text && schema["anyOf"] is JsonArray forms)
        {
            forms.Add(new JsonObject
            {
                ["type"] = "string",
                ["enum"] = new JsonArray(TemplateYaml.GiveBack),
                ["enumDescriptions"] = new JsonArray("Gives back what the template sets: as if it did not."),
            });
        }

        return [Entry(field, schema)];
    }

    private KeyValuePair<string, JsonNode?> Use(TemplateKey key)
    {
        var schema = shapes.Of(key.Shape);
        FieldWords.Describe(schema, key.Doc);
        return KeyValuePair.Create(key.Key, (JsonNode?)schema);
    }

    private JsonObject Entities(EntityList list)
    {
        var reference = definitions.Refer(Placeholders.Whole, () => Placeholders.WholeSchema);
        var schema = new JsonObject
        {
            ["anyOf"] = new JsonArray(
                new JsonObject
                {
                    ["type"] = "array",
                    ["items"] = new JsonObject { ["anyOf"] = new JsonArray(Of(Language.Of(list.Kind), isDocument: false), reference.DeepClone()) },
                    ["minItems"] = 1,
                },
                reference),
        };
        FieldWords.Describe(schema, list.Doc, list.Portal.Length == 0 ? [] : [$"In the portal: **{list.Portal}**"]);
        return schema;
    }

    /// <summary>Of several settings for one need one can be written.</summary>
    private static JsonObject Exclusive(EntityTable table, JsonObject schema)
    {
        var pairs = from needed in table.NeededToCreate
                    where needed.All(((JsonObject?)schema["properties"] ?? []).ContainsKey)
                    from one in needed
                    let others = needed.Where(other => needed.IndexOf(other) > needed.IndexOf(one)).ToArray()
                    where others.Length > 0
                    select (One: one, Others: others);
        var dependencies = new JsonObject(pairs.Select(pair => KeyValuePair.Create(
            pair.One, (JsonNode?)new JsonObject { ["properties"] = new JsonObject(pair.Others.Select(other => KeyValuePair.Create(other, (JsonNode?)false))) })));
        if (dependencies.Count > 0)
        {
            schema["dependencies"] = dependencies;
        }

        return schema;
    }

    private static JsonObject If(JsonObject condition, JsonObject then, JsonObject otherwise) => new() { ["if"] = condition, ["then"] = then, ["else"] = otherwise };

    private static KeyValuePair<string, JsonNode?> Entry(Field field, JsonObject schema) => KeyValuePair.Create(field.Key, (JsonNode?)schema);

    /// <summary>What stands beside the keys that say which entity is meant.</summary>
    private enum Having
    {
        Nothing,
        Settings,
        Template,
    }
}
