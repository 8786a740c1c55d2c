using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Reconciler.Emulator.State.Logging;

/// <summary>One line of a log: its number, counted from 1, the SHA-256 of number and value, and the value as JSON.</summary>
internal sealed record LogLine(int Number, JsonObject Value)
{
    private static readonly JsonSerializerOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The line with its end.</summary>
    public byte[] ToBytes()
    {
        var json = Value.ToJsonString(Options);
        return Encoding.UTF8.GetBytes($"{Text(Number)} {Checksum(Text(Number), json)} {json}\n");
    }

    /// <summary>Reads a line without its end; null when it is damaged.</summary>
    public static LogLine? Read(ReadOnlySpan<byte> bytes)
    {
        string[] parts = Encoding.UTF8.GetString(bytes).Split(' ', 3);
        return parts is [var number, var checksum, var json]
            && int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var parsed)
            && checksum == Checksum(number, json)
            && JsonNode.Parse(json) is JsonObject value
                ? new(parsed, value)
                : null;
    }

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);

    private static string Checksum(string number, string json) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{number} {json}")));
}
