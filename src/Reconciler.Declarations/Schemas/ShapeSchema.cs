using System.Diagnostics;
using System.Text.Json.Nodes;
using Reconciler.Declarations.Reading;
using Reconciler.Entitlements;
using Reconciler.Entitlements.Fields;

namespace Reconciler.Declarations.Schemas;

/// <summary>Writes the schema of a shape. What the loader reads by that shape is accepted by it.</summary>
/// <param name="hasReferences">Whether a variable can stand in the place of a value.</param>
internal sealed class ShapeSchema(Definitions definitions, bool hasReferences)
{
    /// <summary>The schema of a key's value with all that is said about it.</summary>
    public JsonObject Of(Field field)
    {
        var schema = Of(field.Shape);
        if (schema.ContainsKey("$ref"))
        {
            // Beside a reference nothing else counts.
            schema = new JsonObject { ["allOf"] = new JsonArray(schema) };
        }

        FieldWords.Describe(schema, field);
        if (field is { IsRequired: false, Default: bool or int or Duration } && DefaultWords.Written(field.Shape, field.Default) is { } written)
        {
            schema["default"] = field.Default is bool truth ? truth : field.Default is int number ? number : written;
        }

        if (SnippetSchema.Of(field.Shape) is { Count: > 0 } snippets)
        {
            schema["defaultSnippets"] = snippets;
        }

        return schema;
    }

    /// <summary>The schema of a value.</summary>
    public JsonObject Of(Shape shape)
    {
        var forms = Forms(shape).ToList();
        if (hasReferences && shape is not Shape.Text)
        {
            forms.Add(IsWord(shape) ? definitions.Refer(Placeholders.Part, () => Placeholders.PartSchema) : definitions.Refer(Placeholders.Whole, () => Placeholders.WholeSchema));
        }

        return forms.Count == 1 ? forms[0] : new JsonObject { ["anyOf"] = new JsonArray([.. forms]) };
    }

    /// <summary>The mappings that have keys of an owner; several where one of several kinds of thing is named among them.</summary>
    public IEnumerable<JsonObject> Mappings(string noun, IReadOnlyCollection<Field> fields)
    {
        var inline = fields.FirstOrDefault(field => field.IsInline)?.Shape as Shape.Named;
        return inline is null ? [Mapping(noun, fields, null)] : inline.Kinds.Select(kind => Mapping(noun, fields, kind));
    }

    /// <summary>A mapping of some keys and no others.</summary>
    public static JsonObject Closed(string title, IEnumerable<KeyValuePair<string, JsonNode?>> properties, IEnumerable<string> required)
    {
        var schema = new JsonObject { ["title"] = title, ["type"] = "object", ["properties"] = new JsonObject(properties) };
        if (required.Select(key => (JsonNode?)key).ToArray() is { Length: > 0 } needed)
        {
            schema["required"] = new JsonArray(needed);
        }

        schema["additionalProperties"] = false;
        return schema;
    }

    /// <summary>The keys that name a thing of a kind.</summary>
    public IEnumerable<KeyValuePair<string, JsonNode?>> Naming(ReferenceKind kind)
    {
        yield return Named(kind.Word(), $"The {kind.Noun()}, by {NamedBy(kind)}.");
        if (kind == ReferenceKind.Package)
        {
            yield return Named(ShapeKeys.Catalog, "The catalog it is in.");
        }

        yield return Named(ShapeKeys.Id, "The tenant's id of it; it decides over the name.");
    }

    private KeyValuePair<string, JsonNode?> Named(string key, string doc)
    {
        var schema = Text(new Shape.Text(ScalarReader.LongestName, MayBeEmpty: false));
        FieldWords.Describe(schema, doc);
        return KeyValuePair.Create(key, (JsonNode?)schema);
    }

    private static string NamedBy(ReferenceKind kind) => kind switch
    {
        ReferenceKind.User => "user principal name",
        ReferenceKind.Site => "address",
        _ => "name",
    };

    private JsonObject Mapping(string noun, IReadOnlyCollection<Field> fields, ReferenceKind? named)
    {
        var properties = fields.SelectMany(field => field.IsInline && named is { } kind ? Naming(kind) : [KeyValuePair.Create(field.Key, (JsonNode?)Of(field))]);
        var required = fields.Where(field => field.IsRequired)
            .SelectMany(field => field.IsInline && named is { } kind ? RequiredOf(kind) : [field.Key]);
        return Closed(noun, properties, required);
    }

    public static IEnumerable<string> RequiredOf(ReferenceKind kind) => kind == ReferenceKind.Package ? [kind.Word(), ShapeKeys.Catalog] : [kind.Word()];

    private IEnumerable<JsonObject> Forms(Shape shape) => shape switch
    {
        Shape.Text text => [Text(text)],
        Shape.Called => [Text(new Shape.Text(ScalarReader.LongestName, MayBeEmpty: false))],
        Shape.Truth => [new JsonObject { ["type"] = "boolean" }],
        Shape.Whole whole => [ScalarSchema.Whole(whole)],
        Shape.Length length => [ScalarSchema.Length(length)],
        Shape.Moment moment => [ScalarSchema.Moment(moment)],
        Shape.Day => [ScalarSchema.Day()],
        Shape.Choice choice => [ScalarSchema.Choice(choice)],
        Shape.Named named => named.Kinds.Select(kind => definitions.Refer(kind.Word(), () => Closed(kind.Noun(), Naming(kind), RequiredOf(kind)))),
        Shape.ListOf list => [List(list)],
        Shape.MapOf map => [Map(map)],
        Shape.Values => [Anything()],
        Shape.Group group when group.Blank() is TargetYaml => [definitions.Refer("target", () => TargetSchema.Of(this))],
        Shape.Group group => [definitions.Refer(group, group.Noun, () => OneOf(Mappings(group.Noun, group.Fields)))],
        Shape.Union union => union.Forms.SelectMany(form => Forms(form.Shape)),
        _ => throw new UnreachableException($"No schema of {shape.GetType().Name}."),
    };

    private JsonObject Text(Shape.Text text) => ScalarSchema.Text(text, hasReferences);

    private JsonObject List(Shape.ListOf list)
    {
        var schema = new JsonObject { ["type"] = "array", ["items"] = Of(list.Item) };
        if (list.Fewest > 0)
        {
            schema["minItems"] = list.Fewest;
        }

        schema["maxItems"] = list.Most;
        return schema;
    }

    private JsonObject Map(Shape.MapOf map) => Keyed(map.KeyPattern, map.KeyNoun, Of(map.Item));

    private static JsonObject Anything() =>
        Keyed(Shape.Values.NamePattern, "name", new JsonObject { ["type"] = new JsonArray("string", "number", "boolean", "array", "object") });

    private static JsonObject Keyed(string pattern, string noun, JsonObject item) => new()
    {
        ["type"] = "object",
        ["propertyNames"] = new JsonObject { ["pattern"] = $"^({pattern})$", ["patternErrorMessage"] = $"A key here is a {noun}." },
        ["additionalProperties"] = item,
    };

    private static JsonObject OneOf(IEnumerable<JsonObject> forms) => forms.ToArray() is [var only] ? only : new JsonObject { ["anyOf"] = new JsonArray([.. forms]) };

    /// <summary>Whether what stands there is one word or text, of which a variable can be a part.</summary>
    private static bool IsWord(Shape shape) => shape switch
    {
        Shape.Choice or Shape.Length or Shape.Moment or Shape.Day or Shape.Called => true,
        Shape.Union union => union.Forms.Any(form => IsWord(form.Shape)),
        _ => false,
    };
}
