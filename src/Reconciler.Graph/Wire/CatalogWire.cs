using System.Text.Json.Nodes;
using Reconciler.Entitlements;
using Reconciler.Graph.Reading;

namespace Reconciler.Graph.Wire;

/// <summary>A catalog as Graph writes it (contract 2).</summary>
internal static class CatalogWire
{
    private const string Enabled = "published";

    public static bool IsBuiltIn(JsonObject catalog) => catalog.Text("catalogType").Means("serviceDefault");

    /// <summary>What it is called in declarations: the built-in one by one name in every tenant.</summary>
    public static string Name(JsonObject catalog) => IsBuiltIn(catalog) ? Catalog.BuiltInName : catalog.Text("displayName") ?? "";

    public static ActualEntity ToEntity(JsonObject catalog, IReadOnlyList<JsonObject> resources, DirectoryNames names)
    {
        var groups = resources.Select(resource => CatalogResourceWire.ToReference(resource, names)).OfType<Reference>().ToEquatableArray();
        var entity = new Catalog
        {
            Name = Name(catalog),
            Description = catalog.Text("description") ?? "",
            Enabled = catalog.Text("state").Means(Enabled),
            EnabledForExternalUsers = catalog.Flag("isExternallyVisible"),
            Resources = groups,
        };
        return new ActualEntity(entity, catalog.Id(), null)
        {
            IsBuiltIn = IsBuiltIn(catalog),
            Unmodelled = resources.Count == groups.Count
                ? []
                : [WireJson.Count(resources.Count - groups.Count, "resource that is not a group", "resources that are not groups")],
        };
    }

    public static JsonObject From(Catalog catalog) => Changes(catalog, renames: true);

    /// <summary>The written settings alone; resources are written one by one.</summary>
    public static JsonObject Changes(Catalog changes, bool renames)
    {
        var body = new JsonObject();
        if (renames && !Catalog.IsBuiltIn(changes.Name))
        {
            body["displayName"] = changes.Name;
        }

        if (changes.Description.IsWritten)
        {
            body["description"] = changes.Description.Value;
        }

        if (changes.Enabled.IsWritten)
        {
            body["state"] = changes.Enabled.Value ? Enabled : "unpublished";
        }

        if (changes.EnabledForExternalUsers.IsWritten)
        {
            body["isExternallyVisible"] = changes.EnabledForExternalUsers.Value;
        }

        return body;
    }
}
