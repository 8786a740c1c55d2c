namespace Reconciler.Entitlements;

/// <summary>
/// Reads a length of time as <see cref="Duration.InWords"/> and <see cref="Duration.InIso"/> describe it, by hand: a tenant says tens of thousands of them, and
/// the expressions take twenty times as long. A test holds both together.
/// </summary>
internal static class DurationReader
{
    private const int MostDigitsOfDays = 7;
    private const int MostDigitsOfTime = 9;

    /// <summary>The length; null where it is none, or longer than can be counted.</summary>
    public static TimeSpan? Read(ReadOnlySpan<char> text) => text.StartsWith('P') ? Iso(text[1..]) : Words(text);

    private static TimeSpan? Words(ReadOnlySpan<char> text)
    {
        if (!TryNumber(ref text, MostDigitsOfDays, out var count) || text is not [' ', .. var unit])
        {
            return null;
        }

        return unit switch
        {
            "day" or "days" => TimeSpan.FromDays(count),
            "hour" or "hours" => TimeSpan.FromHours(count),
            "minute" or "minutes" => TimeSpan.FromMinutes(count, 0),
            _ => null,
        };
    }

    private static TimeSpan? Iso(ReadOnlySpan<char> text)
    {
        var (seconds, isSaid) = (0L, false);
        if (TryPart(ref text, MostDigitsOfDays, 'D', out var days))
        {
            (seconds, isSaid) = (days * 86_400L, true);
        }

        if (text is ['T', .. var time])
        {
            text = time;
            isSaid = false;
            foreach (var (unit, length) in ((char, int)[])[('H', 3_600), ('M', 60), ('S', 1)])
            {
                if (TryPart(ref text, MostDigitsOfTime, unit, out var count))
                {
                    (seconds, isSaid) = (seconds + ((long)count * length), true);
                }
            }
        }

        return isSaid && text.IsEmpty && seconds <= TimeSpan.MaxValue.Ticks / TimeSpan.TicksPerSecond ? TimeSpan.FromSeconds(seconds) : null;
    }

    /// <summary>Takes a number and its unit off the beginning; nothing where another unit follows.</summary>
    private static bool TryPart(ref ReadOnlySpan<char> text, int mostDigits, char unit, out int number)
    {
        var rest = text;
        if (!TryNumber(ref rest, mostDigits, out number) || rest.IsEmpty || rest[0] != unit)
        {
            return false;
        }

        text = rest[1..];
        return true;
    }

    private static bool TryNumber(ref ReadOnlySpan<char> text, int mostDigits, out int number)
    {
        var digits = 0;
        for (number = 0; digits < text.Length && char.IsAsciiDigit(text[digits]); digits++)
        {
            if (digits == mostDigits)
            {
                return false;
            }

            number = (number * 10) + (text[digits] - '0');
        }

        text = text[digits..];
        return digits > 0;
    }
}
