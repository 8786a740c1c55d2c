using System.Text.Json.Nodes;
using Reconciler.Entitlements.Fields;

namespace Reconciler.ScenarioTests.Matrix;

/// <summary>Two values of one key, in an entity and a file of their own.</summary>
/// <param name="Number">Counted through a kind: it names the entity, and keeps the samples apart.</param>
/// <param name="IsFirst">Whether it is the first of its key, which is cleared and taken out too.</param>
/// <param name="Second">Null where the key can have one value only.</param>
internal sealed record MatrixRow(MatrixKey Key, int Number, bool IsFirst, JsonNode First, JsonNode? Second)
{
    public string File => $"policies/row-{Number:d3}.yaml";

    /// <summary>What clears the key; null where the language has nothing that does.</summary>
    public JsonNode? Cleared { get; } = Sampler.Cleared(Key.Field.Shape);

    /// <summary>Every row of a kind.</summary>
    public static IReadOnlyList<MatrixRow> Of(EntityTable table)
    {
        List<MatrixRow> rows = [];
        foreach (var key in MatrixKey.Of(table))
        {
            var samples = new Sampler(table.Kind, rows.Count).Of(key.Field, key.Path);
            for (var i = 0; i < samples.Count; i += 2)
            {
                var own = new Sampler(table.Kind, rows.Count).Of(key.Field, key.Path);
                rows.Add(new MatrixRow(key, rows.Count, i == 0, own[i], i + 1 < own.Count ? own[i + 1] : own.Count > 1 ? own[0] : null));
            }

            // From one form of a value to another.
            if (key.Field.Shape is Shape.Union && samples.Count > 3)
            {
                var own = new Sampler(table.Kind, rows.Count).Of(key.Field, key.Path);
                rows.Add(new MatrixRow(key, rows.Count, false, own[0], own[^1]));
            }
        }

        return rows;
    }

    /// <summary>The settings of the entity while the key holds a value, or is left out.</summary>
    public JsonObject Settings(JsonNode? value)
    {
        var settings = Places.Settings(Key.Table.Kind, Number);
        if (Key.Embed(new Sampler(Key.Table.Kind, Number), value) is { } whole)
        {
            Put(settings, whole);
        }
        else
        {
            settings.Remove(Key.Leaf.Field.Key);
        }

        Needs.AddTo(settings, Key, $"{First.ToJsonString()} {Second?.ToJsonString()} {Key.Path}");
        return settings;
    }

    private void Put(JsonObject settings, JsonNode whole)
    {
        if (Key.Leaf.Section is not { } section)
        {
            Sampler.Put(settings, Key.Leaf.Field, whole);
            return;
        }

        settings[section.Key] = new JsonObject { [Key.Leaf.Field.Key] = whole.DeepClone() };
    }
}
