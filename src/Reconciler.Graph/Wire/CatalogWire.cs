using System.Text.Json.Nodes;
using Reconciler.Entitlements;

namespace Reconciler.Graph.Wire;

/// <summary>A catalog as Graph writes it (contract 2).</summary>
internal static class CatalogWire
{
    private const string Enabled = "published";

    public static bool IsBuiltIn(WireValue catalog) => catalog.Text("catalogType").Means("serviceDefault");

    /// <summary>What it is called in declarations: the built-in one by one name in every tenant.</summary>
    public static string Name(WireValue catalog) => IsBuiltIn(catalog) ? Catalog.BuiltInName : catalog.Text("displayName") ?? "";

    public static ActualEntity ToEntity(WireValue catalog, IReadOnlyList<WireValue> resources, IReadOnlyList<WireValue> roleAssignments)
    {
        var entity = new Catalog
        {
            Name = Name(catalog),
            Description = catalog.Text("description") ?? "",
            Enabled = catalog.Text("state").Means(Enabled),
            EnabledForExternalUsers = catalog.Flag("isExternallyVisible"),
            Resources = resources.Select(CatalogResourceWire.ToResource).OfType<CatalogResource>().ToEquatableArray(),
            Delegates = RoleAssignmentWire.ToDelegates(roleAssignments),
        };
        return new ActualEntity(entity, catalog.Id(), null)
        {
            IsBuiltIn = IsBuiltIn(catalog),
            Unmodelled = resources.SelectMany(CatalogResourceWire.Unmodelled).Concat(RoleAssignmentWire.Unmodelled(roleAssignments)).ToEquatableArray(),
        };
    }

    public static JsonObject From(Catalog catalog) => Changes(catalog, renames: true);

    /// <summary>The written settings alone; value lists are written item by item.</summary>
    public static JsonObject Changes(Catalog changes, bool renames)
    {
        var body = new JsonObject();
        if (renames)
        {
            body["displayName"] = changes.Name;
        }

        changes.Description.Write(description => body["description"] = description);
        changes.Enabled.Write(enabled => body["state"] = enabled ? Enabled : "unpublished");
        changes.EnabledForExternalUsers.Write(enabled => body["isExternallyVisible"] = enabled);
        return body;
    }
}
