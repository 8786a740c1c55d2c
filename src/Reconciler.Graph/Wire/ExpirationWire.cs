using System.Globalization;
using System.Text.Json.Nodes;
using Reconciler.Entitlements;

namespace Reconciler.Graph.Wire;

/// <summary>When an assignment ends, as Graph writes it (contract 6.2).</summary>
internal static class ExpirationWire
{
    private const string Never = "noExpiration";
    private const string After = "afterDuration";
    private const string Until = "afterDateTime";

    public static Expiration ToExpiration(WireValue pattern) => pattern.Text("type") switch
    {
        var type when type.Means(Never) => new Expiration.Never(),
        var type when type.Means(After) => DurationOf(pattern) is { } length
            ? new Expiration.After(length)
            : new Expiration.Unmodelled($"after {pattern.Text("duration") ?? "an unknown time"}"),
        var type when type.Means(Until) => pattern.Moment("endDateTime") is { } end
            ? new Expiration.Until(end)
            : new Expiration.Unmodelled("at an unknown time"),
        null => new Expiration.Unmodelled("not specified"),
        var type when type.Means("notSpecified") => new Expiration.Unmodelled("not specified"),
        var type => new Expiration.Unmodelled(type),
    };

    public static void Overlay(JsonObject policy, Expiration wanted)
    {
        var pattern = policy.Ensure("expiration");

        // The service may spell an equal value differently; what is equal already stays as it is spelled.
        if (!ToExpiration(pattern).Equals(wanted))
        {
            (pattern["type"], pattern["duration"], pattern["endDateTime"]) = wanted switch
            {
                Expiration.Never => (Never, null, null),
                Expiration.After after => (After, after.Length.ToIso(), null),
                Expiration.Until until => ((JsonNode?)Until, (JsonNode?)null, (JsonNode?)Spell(until.End)),
                _ => throw new InvalidOperationException($"No way to write {wanted}."),
            };
        }
    }

    private static Duration? DurationOf(WireValue pattern) => pattern.Text("duration") is { } text ? Duration.TryParse(text) : null;

    private static string Spell(DateTimeOffset moment) =>
        moment.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.FFFFFFF'Z'", CultureInfo.InvariantCulture);
}
