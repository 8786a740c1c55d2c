using System.Globalization;
using System.Text.RegularExpressions;
using System.Xml;

namespace Reconciler.Entitlements;

/// <summary>A length of time, whole seconds, never negative. Written <c>60 days</c>, <c>2 hours</c>, <c>30 minutes</c> or as ISO 8601; equal by length, however it was written.</summary>
public readonly partial record struct Duration(TimeSpan Span) : IComparable<Duration>
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
    public static Duration? TryParse(string text)
    {
        var words = Words().Match(text);
        if (words.Success && int.TryParse(words.Groups["n"].ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture, out var n))
        {
            return words.Groups["unit"].Value switch
            {
                "day" => new Duration(TimeSpan.FromDays(n)),
                "hour" => new Duration(TimeSpan.FromHours(n)),
                _ => new Duration(TimeSpan.FromMinutes(n)),
            };
        }

        return Iso().IsMatch(text) ? FromIso(text) : null;
    }

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

    private static Duration? FromIso(string text)
    {
        try
        {
            return new Duration(XmlConvert.ToTimeSpan(text));
        }
        catch (Exception tooLong) when (tooLong is FormatException or OverflowException)
        {
            return null;
        }
    }

    [GeneratedRegex("^" + InWords + "\\z", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Words();

    [GeneratedRegex("^" + InIso + "\\z", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Iso();
}
