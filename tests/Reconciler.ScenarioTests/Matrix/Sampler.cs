using System.Text.Json.Nodes;
using Reconciler.Entitlements;
using Reconciler.Entitlements.Fields;

namespace Reconciler.ScenarioTests.Matrix;

/// <summary>Makes sample values by their shape, as a file writes them; at least two wherever there are two. Each row has its own, so that none is in another's way.</summary>
internal sealed class Sampler(EntityKind kind, int row)
{
    /// <summary>The key of every entry of a mapping whose keys are data.</summary>
    public const string MapKey = "nb-no";

    /// <summary>The values that a key can have, without the one that clears it.</summary>
    public IReadOnlyList<JsonNode> Of(Field field, string path)
    {
        var cleared = Cleared(field.Shape);
        var samples = Of(field.Shape, path).Where(sample => !JsonNode.DeepEquals(sample, cleared)).ToList();

        // The default comes first, so that the second is one that leaving the key out would change.
        return samples.Count > 1 && $"{samples[1]}".Equals($"{field.Default}", StringComparison.OrdinalIgnoreCase) ? [samples[1], samples[0], .. samples.Skip(2)] : samples;
    }

    /// <summary>A mapping of a group with all that it needs, and one key with a value, or left out.</summary>
    public JsonObject With(Shape.Group group, Field wanted, JsonNode? value, string path)
    {
        var made = Needed(group, path, 0, wanted);
        if (value is not null)
        {
            Put(made, wanted, value);
        }

        return made;
    }

    /// <summary>What clears a value: the word, the empty list or text; null where the language has none.</summary>
    public static JsonNode? Cleared(Shape shape) => shape switch
    {
        Shape.Union union => union.Forms.Select(form => form.Shape).OfType<Shape.Choice>().FirstOrDefault(words => words.Words.Length == 1)?.Words[0].Word,
        Shape.ListOf { Fewest: 0 } => new JsonArray(),
        Shape.MapOf => new JsonObject(),
        Shape.Text { MayBeEmpty: true } => "",
        _ => null,
    };

    /// <summary>Puts a value at a key; an inline one joins the keys of its owner.</summary>
    public static void Put(JsonObject owner, Field field, JsonNode value)
    {
        if (field.IsInline && value is JsonObject inline)
        {
            foreach (var (key, inner) in inline)
            {
                owner[key] = inner?.DeepClone();
            }
        }
        else
        {
            owner[field.Key] = value.DeepClone();
        }
    }

    /// <summary>What tells a form from the other mappings that a union can be.</summary>
    public static string Mark(Shape.Union union, Form form) =>
        form.Shape is Shape.Group group && union.Forms.Count(other => other.Shape is Shape.Group) > 1
            ? $"({string.Join("+", group.Fields.Where(field => field.IsRequired).Select(Word))})"
            : "";

    private static string Word(Field field) => field is { IsInline: true, Shape: Shape.Named { Kinds: [var kind] } } ? $"{kind}".ToLowerInvariant() : field.Key;

    private IReadOnlyList<JsonNode> Of(Shape shape, string path) => Samples.Of(kind, shape, path, row) ?? shape switch
    {
        Shape.Text => [$"First text {row}", $"Second text {row}"],
        Shape.Truth => [true, false],
        Shape.Whole whole => [whole.Least, whole.Most],
        Shape.Length length => [Within(length, 3), Within(length, 5)],
        Shape.Moment => ["2030-03-31", "2031-06-30"],
        Shape.Day => ["2027-01-15", "2027-02-20"],
        Shape.Choice choice => [.. choice.Words.Select(word => (JsonNode)word.Word)],
        Shape.Named named => [.. named.Kinds.SelectMany(Ground.Names)],
        Shape.ListOf list => [.. Of(list.Item, $"{path}[]").Select(item => new JsonArray(item.DeepClone()))],
        Shape.MapOf map => [.. Of(map.Item, $"{path}{{}}").Select(item => new JsonObject { [MapKey] = item.DeepClone() })],
        Shape.Group group => [Needed(group, path, 0, null), Needed(group, path, 1, null)],
        Shape.Union union => [.. union.Forms.SelectMany(form => Of(form.Shape, path + Mark(union, form)))],
        _ => throw new InvalidOperationException($"No samples of {shape}."),
    };

    private JsonObject Needed(Shape.Group group, string path, int which, Field? except)
    {
        var made = new JsonObject();
        var needed = group.Fields.Where(field => field.IsRequired).ToList();
        foreach (var field in needed.Count > 0 ? needed : except is null ? [.. group.Fields] : [])
        {
            if (field != except)
            {
                var samples = Of(field, $"{path}.{field.Key}");
                Put(made, field, samples[which % samples.Count]);
            }
        }

        return made;
    }

    private static JsonNode Within(Shape.Length bounds, int days)
    {
        var wanted = Duration.OfDays(days);
        return $"{(wanted < bounds.Least ? bounds.Least : wanted > bounds.Most ? bounds.Most : wanted)}";
    }
}
