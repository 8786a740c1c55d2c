using System.Text.Json.Nodes;

namespace Reconciler.Declarations.Schemas;

/// <summary>The named parts of a schema: what stands in several places is written once.</summary>
internal sealed class Definitions
{
    private readonly SortedDictionary<string, JsonNode> _byName = new(StringComparer.Ordinal);
    private readonly Dictionary<object, string> _names = new(ReferenceEqualityComparer.Instance);

    /// <summary>A reference to what <paramref name="make"/> gives, made once for each key.</summary>
    /// <param name="key">What it is made of: a shape, say.</param>
    public JsonObject Refer(object key, string noun, Func<JsonObject> make)
    {
        if (!_names.TryGetValue(key, out var name))
        {
            _names[key] = name = Free(Name(noun));
            _byName[name] = make();
        }

        return To(name);
    }

    public JsonObject Refer(string name, Func<JsonObject> make)
    {
        if (!_byName.ContainsKey(name))
        {
            _byName[name] = make();
        }

        return To(name);
    }

    public JsonObject Write() => new(_byName.Select(pair => KeyValuePair.Create(pair.Key, (JsonNode?)pair.Value.DeepClone())));

    private static JsonObject To(string name) => new() { ["$ref"] = $"#/definitions/{name}" };

    private static string Name(string noun) =>
        string.Concat(noun.Split(' ', '-').Select((word, i) => i == 0 ? char.ToLowerInvariant(word[0]) + word[1..] : char.ToUpperInvariant(word[0]) + word[1..]));

    private string Free(string name) => Enumerable.Range(1, int.MaxValue).Select(i => i == 1 ? name : $"{name}{i}").First(n => !_names.ContainsValue(n) && !_byName.ContainsKey(n));
}
