using System.Text.Json;
using System.Text.Json.Nodes;

namespace Reconciler.Emulator.State;

/// <summary>One object of a seed together with its place; whatever is not as expected is refused naming that place.</summary>
internal sealed class SeedObject(JsonObject source, string pointer)
{
    public string Pointer => pointer;

    public void AllowOnly(params string[] keys)
    {
        if (source.Select(member => member.Key).FirstOrDefault(key => !keys.Contains(key)) is { } unknown)
        {
            throw new SeedException($"{pointer}/{unknown}: unknown key; known are {string.Join(", ", keys)}.");
        }
    }

    public void RefuseTwice(string key, IReadOnlyList<string> texts)
    {
        for (var index = 1; index < texts.Count; index++)
        {
            if (texts.Take(index).Contains(texts[index], StringComparer.OrdinalIgnoreCase))
            {
                throw new SeedException($"{pointer}/{key}/{index}: '{texts[index]}' is listed twice.");
            }
        }
    }

    public string Required(string key) => Text(key) ?? throw new SeedException($"{pointer}/{key}: it is required.");

    public string? Text(string key) => source[key] switch
    {
        null => null,
        { } value when value.GetValueKind() is JsonValueKind.String && value.GetValue<string>() is { Length: > 0 } text => text,
        _ => throw new SeedException($"{pointer}/{key}: expected a text."),
    };

    public string? Id(string key) => Text(key) switch
    {
        null => null,
        var id when Guid.TryParse(id, out var value) => value.ToString(),
        var id => throw new SeedException($"{pointer}/{key}: '{id}' is no GUID."),
    };

    public bool Flag(string key, bool otherwise = false) => source[key]?.GetValueKind() switch
    {
        null => otherwise,
        JsonValueKind.True => true,
        JsonValueKind.False => false,
        _ => throw new SeedException($"{pointer}/{key}: expected true or false."),
    };

    public IReadOnlyList<string> Texts(string key) =>
    [
        .. List(key).Select((element, index) => element?.GetValueKind() is JsonValueKind.String && element.GetValue<string>() is { Length: > 0 } text
            ? text
            : throw new SeedException($"{pointer}/{key}/{index}: expected a text.")),
    ];

    public IEnumerable<SeedObject> Objects(string key) =>
        List(key).Select((element, index) => element is JsonObject entry
            ? new SeedObject(entry, $"{pointer}/{key}/{index}")
            : throw new SeedException($"{pointer}/{key}/{index}: expected an object."));

    /// <summary>Objects of Graph, taken as they are; null when the key is not there.</summary>
    public JsonArray? Copies(string key) => source[key] is null ? null : new([.. Objects(key).Select(entry => entry.Copy())]);

    public SeedObject? Object(string key) => source[key] switch
    {
        null => null,
        JsonObject entry => new(entry, $"{pointer}/{key}"),
        _ => throw new SeedException($"{pointer}/{key}: expected an object."),
    };

    private JsonNode Copy() => source.DeepClone();

    private JsonArray List(string key) => source[key] switch
    {
        null => [],
        JsonArray list => list,
        _ => throw new SeedException($"{pointer}/{key}: expected a list."),
    };
}
