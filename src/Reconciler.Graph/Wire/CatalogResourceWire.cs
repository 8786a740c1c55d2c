using System.Text.Json.Nodes;
using Reconciler.Entitlements;

namespace Reconciler.Graph.Wire;

/// <summary>A resource of a catalog, and the requests that add, change or remove one, as Graph writes them (contract 4).</summary>
internal static class CatalogResourceWire
{
    private const string Environment = "environment";
    private const string Attributes = "attributes";

    /// <summary>The resource; null for one of another sort than the language knows.</summary>
    public static CatalogResource? ToResource(WireValue resource) => OriginWire.ToReference(resource) is not { } what
        ? null
        : new CatalogResource
        {
            Resource = what,
            Geo = GeoOf(resource) is { } geo ? geo : default(Setting<string>),
            Attributes = resource.Made(Attributes, RequiredAttributeWire.ToAttribute),
        };

    /// <summary>Words for what it holds beyond the model.</summary>
    public static IEnumerable<string> Unmodelled(WireValue resource)
    {
        if (OriginWire.ToReference(resource) is null)
        {
            yield return $"a resource of {OriginWire.Words(resource)}: {resource.Text("displayName") ?? resource.Text("originId")}";
        }
        else if (resource.Items(Attributes).Count(attribute => RequiredAttributeWire.ToAttribute(attribute) is null) is > 0 and var others)
        {
            yield return $"{WireJson.Count(others, "attribute")} of {resource.Text("displayName")} that no question asks for";
        }
    }

    public static JsonObject Add(string catalogId, CatalogResource wanted)
    {
        var resource = OriginWire.From(wanted.Resource);
        wanted.Geo.Write(geo => resource[Environment] = new JsonObject { ["originId"] = geo });
        wanted.Attributes.Write(attributes => resource[Attributes] = RequiredAttributeWire.Overlay([], attributes));
        return Request("adminAdd", catalogId, resource);
    }

    /// <summary>The full list of attributes, with those that there is no word for (contract 4.2: it replaces).</summary>
    public static JsonObject Update(string catalogId, CatalogResource wanted, JsonObject there)
    {
        // Named as the service spells it.
        var resource = new JsonObject { ["originId"] = there.Text("originId"), ["originSystem"] = there.Text("originSystem") };
        resource[Attributes] = RequiredAttributeWire.Overlay([.. there.Items(Attributes)], wanted.Attributes.Or([]));
        return Request("adminUpdate", catalogId, resource);
    }

    public static JsonObject Remove(string catalogId, string resourceId) =>
        Request("adminRemove", catalogId, new JsonObject { ["id"] = resourceId });

    // The default region is where a site is unless something else is said.
    private static string? GeoOf(WireValue resource) =>
        resource[Environment].Flag("isDefaultEnvironment") ? null : resource[Environment].Text("originId");

    private static JsonObject Request(string type, string catalogId, JsonObject resource) => new()
    {
        ["requestType"] = type,
        ["resource"] = resource,
        ["catalog"] = new JsonObject { ["id"] = catalogId },
    };
}
