using System.Xml;

namespace Reconciler.Entitlements;

/// <summary>A length of time, whole seconds, never negative. Written <c>60 days</c>, <c>2 hours</c>, <c>30 minutes</c> or as ISO 8601; equal by length, however it was written.</summary>
public readonly record struct Duration(TimeSpan Span) : IComparable<Duration>
{
    /// <summary>How it is written in words, as a regular expression without its ends.</summary>
    public const string InWords = "(?<n>[0-9]{1,7}) (?<unit>day|hour|minute)s?";

    /// <summary>How it is written as ISO 8601, likewise.</summary>
    public const string InIso = "P(?=[0-9T])([0-9]{1,7}D)?(T(?=[0-9])([0-9]{1,9}H)?([0-9]{1,9}M)?([0-9]{1,9}S)?)?";

    public static Duration OfDays(int days) => new(TimeSpan.FromDays(days));

    public static bool operator <(Duration left, Duration right) => left.Span < right.Span;

    public static bool operator <=(Duration left, Duration right) => left.Span <= right.Span;

    public static bool operator >(Duration left, Duration right) => left.Span > right.Span;

    public static bool operator >=(Duration left, Duration right) => left.Span >= right.Span;

    /// <summary>Reads what a person or Graph wrote. Years and months are refused: they have no fixed length.</summary>
    public static Duration? TryParse(string text) => DurationReader.Read(text) is { } span ? new Duration(span) : null;

    /// <summary>The wire form, ISO 8601.</summary>
    public string ToIso() => Span == TimeSpan.Zero ? "PT0S" : XmlConvert.ToString(Span);

    public int CompareTo(Duration other) => Span.CompareTo(other.Span);

    /// <summary>The largest of days, hours and minutes that says it exactly.</summary>
    public override string ToString()
    {
        var (count, unit) = (long)Span.TotalSeconds switch
        {
            var s when s % 86_400 == 0 => (s / 86_400, "day"),
            var s when s % 3_600 == 0 => (s / 3_600, "hour"),
            var s when s % 60 == 0 => (s / 60, "minute"),
            _ => (-1, ""),
        };
        return count < 0 ? ToIso() : count == 1 ? $"1 {unit}" : $"{count} {unit}s";
    }
}
