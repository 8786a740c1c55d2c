using System.Text.Json.Nodes;

namespace Reconciler.Graph.Wire;

/// <summary>Lists that are replaced whole on the wire and yet may lose nothing of what stays in them.</summary>
internal static class WireList
{
    /// <summary>
    /// The wanted ones among those that are there: they stay as they are and where they are, with all they hold; new ones follow. Two are the
    /// same when they mean the same, so that what there is no word for is kept by naming it as it was read.
    /// </summary>
    public static JsonArray Overlay<T>(JsonNode? there, IEnumerable<T> wanted, Func<JsonObject, T?> read, Func<T, JsonObject> write)
        where T : class
    {
        var missing = wanted.ToList();
        var kept = new List<JsonNode>();
        foreach (var item in (there as JsonArray ?? []).OfType<JsonObject>())
        {
            if (read(item) is { } meant && missing.Remove(meant))
            {
                kept.Add(item.DeepClone());
            }
        }

        return new JsonArray([.. kept, .. missing.Select(write)]);
    }
}
