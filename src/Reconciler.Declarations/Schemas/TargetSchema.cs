using System.Text.Json.Nodes;
using Reconciler.Entitlements.Fields;

namespace Reconciler.Declarations.Schemas;

/// <summary>The schema of a target: the keys that together name an entity, as <see cref="TargetYaml.Forms"/> has them.</summary>
internal static class TargetSchema
{
    public static JsonObject Of(ShapeSchema shapes) => new() { ["anyOf"] = new JsonArray([.. TargetYaml.Forms.Select(form => Form(form, shapes))]) };

    private static JsonObject Form(TargetForm form, ShapeSchema shapes)
    {
        var named = form.Fields.Select(field => KeyValuePair.Create(field.Key, (JsonNode?)Named(field, shapes)));

        // What is not meant may be said: `settings: false`.
        var others = TargetYaml.Truths.Except(form.Fields).Select(field => KeyValuePair.Create(field.Key, (JsonNode?)new JsonObject
        {
            ["enum"] = new JsonArray(false),
            ["doNotSuggest"] = true,
        }));
        return ShapeSchema.Closed("target", named.Concat(others), form.Fields.Select(field => field.Key));
    }

    private static JsonObject Named(Field field, ShapeSchema shapes)
    {
        var schema = shapes.Of(field);
        schema.Remove("default");
        if (field.Shape is Shape.Truth && schema["anyOf"] is JsonArray forms)
        {
            forms[0] = new JsonObject { ["enum"] = new JsonArray(true) };
        }

        return schema;
    }
}
