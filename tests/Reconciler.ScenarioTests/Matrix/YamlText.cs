using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Reconciler.ScenarioTests.Matrix;

/// <summary>Writes a document as people write it: mappings and lists below each other, words plain, all else in quotes.</summary>
internal static partial class YamlText
{
    private static readonly JsonSerializerOptions Readable = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private static readonly string[] Misread = ["true", "false", "null", "yes", "no", "on", "off", "y", "n"];

    public static string Of(JsonObject document)
    {
        var text = new StringBuilder();
        Entries(text, document, 0);
        return text.ToString();
    }

    private static void Entries(StringBuilder text, JsonObject mapping, int indent)
    {
        foreach (var (key, value) in mapping)
        {
            text.Append(' ', indent).Append(key).Append(':');
            Value(text, value, indent);
        }
    }

    private static void Value(StringBuilder text, JsonNode? value, int indent)
    {
        switch (value)
        {
            case JsonObject { Count: > 0 } mapping:
                text.Append('\n');
                Entries(text, mapping, indent + 2);
                break;
            case JsonArray { Count: > 0 } list:
                text.Append('\n');
                foreach (var item in list)
                {
                    text.Append(' ', indent + 2).Append('-');
                    Value(text, item, indent + 2);
                }

                break;
            default:
                text.Append(' ').Append(value is JsonValue scalar ? Scalar(scalar) : value?.ToJsonString()).Append('\n');
                break;
        }
    }

    private static string Scalar(JsonValue value) => value.GetValueKind() == JsonValueKind.String && value.GetValue<string>() is var text
        ? Plain().IsMatch(text) && !Misread.Contains(text, StringComparer.OrdinalIgnoreCase) ? text : JsonSerializer.Serialize(text, Readable)
        : value.ToJsonString();

    [GeneratedRegex(@"^[A-Za-z][A-Za-z0-9 ]*\z")]
    private static partial Regex Plain();
}
