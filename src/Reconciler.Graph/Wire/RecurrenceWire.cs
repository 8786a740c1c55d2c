using System.Globalization;
using System.Text.Json.Nodes;
using Reconciler.Entitlements;

namespace Reconciler.Graph.Wire;

/// <summary>How often something recurs, as Graph writes it: a pattern and a range (contract 6.4, 7.7).</summary>
internal static class RecurrenceWire
{
    private const string Pattern = "pattern";
    private const string Range = "range";
    private const string NoEnd = "noEnd";
    private const string StartDate = "startDate";
    private const string Weekly = "weekly";
    private const string Yearly = "absoluteYearly";
    private const string Monthly = "absoluteMonthly";

    // The first of a cadence is how it is written; the service may give a year as twelve months.
    private static readonly (Cadence Cadence, string Type, int Interval)[] Cadences =
    [
        (Cadence.Week, Weekly, 1),
        (Cadence.Month, Monthly, 1),
        (Cadence.Quarter, Monthly, 3),
        (Cadence.HalfYear, Monthly, 6),
        (Cadence.Year, Yearly, 1),
        (Cadence.Year, Monthly, 12),
    ];

    public static Cadence? ToCadence(WireValue recurrence)
    {
        var pattern = recurrence[Pattern];
        var (type, interval) = (pattern.Text("type"), pattern.Whole("interval") ?? 1);
        var known = Array.FindIndex(Cadences, one => interval == one.Interval && type.Means(one.Type));
        return known < 0 ? null : Cadences[known].Cadence;
    }

    /// <summary>What there is no word for, or null: whatever recurs otherwise, or ends.</summary>
    public static string? Unmodelled(WireValue recurrence)
    {
        var (pattern, range) = (recurrence[Pattern], recurrence[Range]);
        return ToCadence(recurrence) is null ? $"recurring {pattern.Text("type") ?? "at unknown times"}, interval {pattern.Whole("interval") ?? 1}"
            : (range.Text("type") ?? NoEnd).Means(NoEnd) ? null
            : $"recurring until {range.Text("endDate") ?? $"it took place {range.Whole("numberOfOccurrences")} times"}";
    }

    public static DateOnly? StartOf(WireValue recurrence) =>
        DateOnly.TryParse(recurrence[Range].Text(StartDate), CultureInfo.InvariantCulture, out var day) ? day : null;

    public static void Overlay(JsonObject recurrence, Cadence every, DateOnly starting)
    {
        var (_, type, interval) = Cadences.First(one => one.Cadence == every);

        // Members that do not go with the type are refused; zero says that the start decides, as the reference has it for months.
        var pattern = recurrence.Ensure(Pattern);
        pattern["type"] = type;
        pattern["interval"] = interval;
        pattern["month"] = type == Yearly ? starting.Month : 0;
        pattern["dayOfMonth"] = type == Yearly ? starting.Day : 0;
        pattern["daysOfWeek"] = type == Weekly ? new JsonArray(JsonValue.Create($"{starting.DayOfWeek}".ToLowerInvariant())) : new JsonArray();
        pattern.Remove("index");
        var range = recurrence.Ensure(Range);
        range["type"] = NoEnd;
        range[StartDate] = starting.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        range["numberOfOccurrences"] = 0;
        range.Remove("endDate");
    }
}
