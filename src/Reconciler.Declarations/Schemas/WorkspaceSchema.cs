using System.Text.Json.Nodes;
using Reconciler.Entitlements.Fields;

namespace Reconciler.Declarations.Schemas;

/// <summary>Writes the schema of <c>reconciler.yaml</c>. Nothing is replaced in it, and so no variable can stand there.</summary>
internal static class WorkspaceSchema
{
    public static JsonObject Write()
    {
        var definitions = new Definitions();
        var shapes = new ShapeSchema(definitions, hasReferences: false);

        // Before the tenants are reached by the workspace's own keys: their keys depend on the adapter.
        definitions.Refer(TenantFields.Shape, TenantFields.Shape.Noun, () => Tenant(shapes));
        var workspace = shapes.Mappings(WorkspaceFields.Shape.Noun, WorkspaceFields.Shape.Fields).Single();
        var schema = new JsonObject { ["$schema"] = "http://json-schema.org/draft-07/schema#" };
        foreach (var (key, value) in workspace)
        {
            schema[key] = value?.DeepClone();
        }

        schema["title"] = "reconciler.yaml";
        schema["description"] = "The workspace: its tenants, where its policy files are, and how much one run may destroy.";
        schema["definitions"] = definitions.Write();
        return schema;
    }

    private static JsonObject Tenant(ShapeSchema shapes)
    {
        var schema = shapes.Mappings(TenantFields.Shape.Noun, TenantFields.Shape.Fields).Single();
        schema["allOf"] = new JsonArray([.. TenantFields.Adapters.Select(adapter => (JsonNode?)Keys(adapter))]);
        return schema;
    }

    private static JsonObject Keys(AdapterKeys adapter)
    {
        var others = TenantFields.Adapters.Where(other => other != adapter).SelectMany(other => other.Own).Select(key => KeyValuePair.Create(key, (JsonNode?)false));
        var then = new JsonObject { ["properties"] = new JsonObject(others) };
        if (adapter.Required.Length > 0)
        {
            then["required"] = new JsonArray([.. adapter.Required.Select(key => (JsonNode?)key)]);
        }

        return new JsonObject
        {
            ["if"] = new JsonObject
            {
                ["properties"] = new JsonObject { [TenantFields.Adapter] = new JsonObject { ["const"] = adapter.Word.Word } },
                ["required"] = new JsonArray(TenantFields.Adapter),
            },
            ["then"] = then,
        };
    }
}
