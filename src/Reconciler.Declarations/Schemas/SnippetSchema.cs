using System.Text.Json.Nodes;
using Reconciler.Declarations.Reading;
using Reconciler.Entitlements;
using Reconciler.Entitlements.Fields;

namespace Reconciler.Declarations.Schemas;

/// <summary>What an editor can write in the place of a value: the keys that are needed, each form of it once.</summary>
internal static class SnippetSchema
{
    /// <summary>The forms that are mappings or lists; words stand in the schema anyway.</summary>
    public static JsonArray Of(Shape shape) => new([.. Bodies(shape).Select(form => new JsonObject { ["label"] = form.Label, ["body"] = form.Body })]);

    private static IEnumerable<(string Label, JsonNode Body)> Bodies(Shape shape) => shape switch
    {
        Shape.Union union => union.Forms.SelectMany(form => Bodies(form.Shape)),
        Shape.Group or Shape.ListOf when Body(shape) is { } body => [(ShapeExamples.Of(shape), body)],
        _ => [],
    };

    /// <summary>What must be written; null where nothing must.</summary>
    private static JsonNode? Body(Shape shape) => shape switch
    {
        Shape.Group group when group.Fields.Where(field => field.IsRequired).ToArray() is { Length: > 0 } required => new JsonObject(required.Select(Entry)),
        Shape.Group => null,
        Shape.ListOf list => Body(list.Item) is { } item ? new JsonArray(item) : null,
        Shape.Union union => Body((union.Forms.FirstOrDefault(form => form.Shape is Shape.Group) ?? union.Forms[0]).Shape),
        Shape.Named named => new JsonObject { [named.Kinds[0].Word()] = "$1" },
        Shape.Choice choice => choice.Words[0].Word,
        Shape.Length length => $"{length.Example}",
        Shape.Whole whole => whole.Least,
        Shape.Truth => true,
        Shape.Moment or Shape.Day => "2027-03-31",
        _ => "$1",
    };

    private static KeyValuePair<string, JsonNode?> Entry(Field field) => field is { IsInline: true, Shape: Shape.Named named }
        ? new KeyValuePair<string, JsonNode?>(named.Kinds[0].Word(), "$1")
        : new KeyValuePair<string, JsonNode?>(field.Key, Body(field.Shape) ?? "$1");
}
