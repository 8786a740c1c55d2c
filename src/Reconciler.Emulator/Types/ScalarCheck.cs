using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Xml;

namespace Reconciler.Emulator.Types;

/// <summary>Tells whether a JSON value is a well-formed value of one of the primitive kinds of the metadata.</summary>
internal static class ScalarCheck
{
    private static readonly string[] TimestampFormats =
    [
        "yyyy-MM-dd'T'HH:mmK", "yyyy-MM-dd'T'HH:mm:ssK", "yyyy-MM-dd'T'HH:mm:ss.FFFFFFFK",
    ];

    public static bool Accepts(string kind, JsonNode value) => kind switch
    {
        "String" => value.GetValueKind() is JsonValueKind.String,
        "Boolean" => value.GetValueKind() is JsonValueKind.True or JsonValueKind.False,
        "Int32" => value is JsonValue number && number.TryGetValue<int>(out _),
        "Int64" => value is JsonValue number && number.TryGetValue<long>(out _),
        "Guid" => Text(value) is { } text && Guid.TryParse(text, out _),
        "DateTimeOffset" => Text(value) is { } text && IsTimestamp(text),
        "Date" => Text(value) is { } text && DateOnly.TryParseExact(text, "yyyy-MM-dd", out _),
        "Duration" => Text(value) is { } text && TryDuration(text, out _),
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "No such primitive kind in the type table."),
    };

    /// <summary>Days and smaller units only: a duration of Graph has no years and months.</summary>
    public static bool TryDuration(string text, out TimeSpan duration)
    {
        duration = default;
        var time = text.IndexOf('T', StringComparison.Ordinal);
        var date = time < 0 ? text : text[..time];
        if (date.AsSpan().IndexOfAny("YMW") >= 0)
        {
            return false;
        }

        try
        {
            duration = XmlConvert.ToTimeSpan(text);
            return true;
        }
        catch (Exception malformed) when (malformed is FormatException or OverflowException)
        {
            return false;
        }
    }

    private static string? Text(JsonNode value) =>
        value.GetValueKind() is JsonValueKind.String ? value.GetValue<string>() : null;

    private static bool IsTimestamp(string text) =>
        (text.EndsWith('Z') || text.LastIndexOfAny(['+', '-']) > text.IndexOf('T', StringComparison.Ordinal))
        && DateTimeOffset.TryParseExact(text, TimestampFormats, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out _);
}
