using System.Globalization;

namespace Reconciler.Declarations.Reading;

/// <summary>Reads when something begins or ends: a day, which begins with its first second and ends with its last where the workspace is, or an exact time.</summary>
internal static class Instant
{
    /// <summary>How a day is written, as a regular expression of the whole.</summary>
    public const string DayPattern =
        "([0-9]{4}-((0[13578]|1[02])-(0[1-9]|[12][0-9]|3[01])|(0[469]|11)-(0[1-9]|[12][0-9]|30)|02-(0[1-9]|1[0-9]|2[0-8]))|" + LeapDay + ")";

    /// <summary>How a day or an exact time is written, likewise.</summary>
    public const string MomentPattern = DayPattern + @"([T ][0-9]{2}:[0-9]{2}(:[0-9]{2}(\.[0-9]{0,7})?)?(Z|[+\-][0-9]{2}:[0-9]{2}))?";

    private const string LeapDay = "([0-9]{2}(0[48]|[2468][048]|[13579][26])|([02468][048]|[13579][26])00)-02-29";

    private static readonly string[] Timestamps =
    [
        "yyyy-MM-dd'T'HH:mm:ssK", "yyyy-MM-dd'T'HH:mmK", "yyyy-MM-dd'T'HH:mm:ss.FFFFFFFK", "yyyy-MM-dd HH:mm:ssK", "yyyy-MM-dd HH:mmK",
    ];

    public static DateOnly? TryParseDay(string text) =>
        DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) && IsSane(day.Year) ? day : null;

    public static DateTimeOffset? TryParse(string text, TimeZoneInfo zone, bool begins)
    {
        if (DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
        {
            return !IsSane(day.Year) ? null : begins ? BeginningOf(day, zone) : EndOf(day, zone);
        }

        var hasOffset = text.EndsWith('Z') || (text.Length > 6 && text[^6] is '+' or '-' && text[^3] == ':');
        return hasOffset
            && DateTimeOffset.TryParseExact(text, Timestamps, CultureInfo.InvariantCulture, DateTimeStyles.None, out var instant)
            && IsSane(instant.Year)
                ? instant
                : null;
    }

    // Far from the ends of what a date can hold, where another offset would leave it.
    private static bool IsSane(int year) => year is > 1900 and < 9999;

    private static DateTimeOffset BeginningOf(DateOnly day, TimeZoneInfo zone)
    {
        // Where clocks go forward over midnight the day begins an hour later.
        var first = day.ToDateTime(TimeOnly.MinValue);
        while (zone.IsInvalidTime(first))
        {
            first = first.AddMinutes(15);
        }

        return new DateTimeOffset(first, zone.IsAmbiguousTime(first) ? zone.GetAmbiguousTimeOffsets(first).Max() : zone.GetUtcOffset(first));
    }

    private static DateTimeOffset EndOf(DateOnly day, TimeZoneInfo zone)
    {
        var last = day.ToDateTime(new TimeOnly(23, 59, 59));

        // Where clocks go back over midnight the day has two last seconds; it ends with the later one.
        var offset = zone.IsAmbiguousTime(last) ? zone.GetAmbiguousTimeOffsets(last).Min() : zone.GetUtcOffset(last);
        return new DateTimeOffset(last, offset);
    }
}
