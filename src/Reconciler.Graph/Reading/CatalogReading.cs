using System.Text.Json.Nodes;

namespace Reconciler.Graph.Reading;

/// <summary>A catalog with what is in it, as Graph sent it.</summary>
internal sealed record CatalogReading(JsonObject Catalog, IReadOnlyList<JsonObject> Resources, IReadOnlyList<JsonObject> Packages);
