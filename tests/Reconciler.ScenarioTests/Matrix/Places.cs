using System.Text.Json.Nodes;
using Reconciler.Entitlements;

namespace Reconciler.ScenarioTests.Matrix;

/// <summary>Where the entity of a row stands in its file, and what it needs whatever the row is about.</summary>
internal static class Places
{
    /// <summary>What an entity of a kind can't be made without.</summary>
    public static JsonObject Settings(EntityKind kind, int row) => kind switch
    {
        EntityKind.ConnectedOrganization => new() { ["identitySources"] = new JsonArray(new JsonObject { ["domain"] = $"row-{row}.example" }) },
        EntityKind.CustomExtension => new()
        {
            ["runs"] = "onRequest",
            ["logicApp"] = new JsonObject { ["subscription"] = "00000000-0000-4000-8000-000000000001", ["resourceGroup"] = "rg", ["workflow"] = "w" },
        },
        EntityKind.AssignmentPolicy => new() { ["requestors"] = new JsonObject { ["who"] = "anyMember" }, ["approval"] = "none", ["expiration"] = "never" },
        EntityKind.DirectAssignment => new() { ["user"] = "ada@ground.example", ["policy"] = Ground.Policy },
        _ => [],
    };

    /// <summary>The document that declares the entity of a row with these settings, or only what it lives in.</summary>
    public static JsonObject? Document(MatrixRow row, JsonObject? settings)
    {
        var table = row.Key.Table;
        var name = $"Row {row.Number:d3}";
        var own = settings is null ? null : Joined(new JsonObject { ["name"] = name }, settings);
        return table.Kind switch
        {
            EntityKind.CustomExtension => Inside(new() { ["kind"] = "Catalog", ["name"] = name }, "extensions", own),
            EntityKind.AssignmentPolicy => Inside(Package(name), "policies", own),
            EntityKind.DirectAssignment => Inside(WithPolicies(Package(name)), "assignments", settings),
            EntityKind.AccessPackage => own is null ? null : Joined(Package(name), settings),
            _ when table.IsSingle => settings is null ? null : Joined(new JsonObject { ["kind"] = table.Keyword }, settings),
            _ => own is null ? null : Joined(new JsonObject { ["kind"] = table.Keyword }, own),
        };
    }

    private static JsonObject Package(string name) => new() { ["kind"] = "AccessPackage", ["name"] = name, ["catalog"] = Ground.Catalog };

    private static JsonObject WithPolicies(JsonObject package) => Joined(package, new JsonObject
    {
        ["policies"] = new JsonArray(ByHand(Ground.Policy), ByHand(Ground.PolicyToo)),
    });

    private static JsonObject ByHand(string name) => new JsonObject
    {
        ["name"] = name,
        ["requestors"] = new JsonObject { ["who"] = "nobody" },
        ["approval"] = "none",
        ["expiration"] = "never",
    };

    private static JsonObject Inside(JsonObject parent, string key, JsonObject? child)
    {
        if (child is not null)
        {
            parent[key] = new JsonArray(child);
        }

        return parent;
    }

    private static JsonObject Joined(JsonObject document, JsonObject? more)
    {
        foreach (var (key, value) in more ?? [])
        {
            document[key] = value?.DeepClone();
        }

        return document;
    }
}
