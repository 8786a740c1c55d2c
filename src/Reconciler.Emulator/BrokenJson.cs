using System.Text.Json;

namespace Reconciler.Emulator;

/// <summary>Says where a text stops being JSON, as people count: lines and columns from 1.</summary>
public static class BrokenJson
{
    public static string Why(JsonException trouble)
    {
        ArgumentNullException.ThrowIfNull(trouble);

        // The place stands at the end of the message too, counted from 0, and for what was cut out of a text with a path before it.
        var end = trouble.Message.IndexOf(" LineNumber: ", StringComparison.Ordinal);
        var what = end < 0 ? trouble.Message : trouble.Message[..end];
        return trouble is { LineNumber: { } line, BytePositionInLine: { } column } ? $"it is no JSON: line {line + 1}, column {column + 1}: {what}" : $"it is no JSON: {what}";
    }
}
