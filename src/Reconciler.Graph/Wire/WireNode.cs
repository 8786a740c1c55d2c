using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Reconciler.Graph.Wire;

/// <summary>
/// Parses what was answered into nodes, and every text in it at once: a node reads a text only when somebody asks for it, and then breaks
/// where it is half a character.
/// </summary>
internal static class WireNode
{
    /// <summary>What was answered; nothing of it breaks later.</summary>
    /// <exception cref="JsonException">It is no JSON, an object in it names a member twice, or a text in it is no Unicode.</exception>
    public static JsonNode? Parse(ReadOnlySpan<byte> json)
    {
        var reader = new Utf8JsonReader(json);
        try
        {
            while (reader.Read())
            {
                if (reader.TokenType is JsonTokenType.PropertyName or JsonTokenType.String && (reader.ValueIsEscaped || !Ascii.IsValid(reader.ValueSpan)))
                {
                    _ = reader.GetString();
                }
            }
        }
        catch (InvalidOperationException why)
        {
            throw new JsonException("A text in it is no Unicode.", why);
        }

        return JsonNode.Parse(json, documentOptions: WireJson.Strict);
    }
}
