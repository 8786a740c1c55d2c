using System.Globalization;
using System.Text.RegularExpressions;
using Reconciler.Entitlements;

namespace Reconciler.Declarations.Reading;

/// <summary>What somebody may have meant who wrote a time as other tools do: <c>60d</c>, <c>31.03.2027</c>.</summary>
internal static partial class MeantTime
{
    private static readonly string[] Days = ["yyyy/M/d", "d.M.yyyy", "yyyy.M.d", "yyyy-M-d", "yyyyMMdd"];

    /// <summary>A length with its unit written out; a bare number is taken for days. Null where nobody can tell.</summary>
    public static string? Length(string text)
    {
        if (Short().Match(text) is not { Success: true } match)
        {
            return null;
        }

        var unit = match.Groups["unit"].Value.ToUpperInvariant() switch
        {
            "" or "D" or "DAY" or "DAYS" => "day",
            "H" or "HR" or "HRS" or "HOUR" or "HOURS" => "hour",
            "M" or "MIN" or "MINS" or "MINUTE" or "MINUTES" => "minute",
            _ => null,
        };
        var meant = $"{match.Groups["count"].Value} {unit}{(match.Groups["count"].Value == "1" ? "" : "s")}";
        return unit is not null && meant != text && Duration.TryParse(meant) is not null ? meant : null;
    }

    /// <summary>The day as ISO 8601 writes it. Null where nobody can tell: <c>01/02/2027</c> is another day in another country.</summary>
    public static string? Day(string text) =>
        DateOnly.TryParseExact(text, Days, CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) && day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) is var meant && meant != text
            ? meant
            : null;

    [GeneratedRegex(@"^(?<count>[1-9][0-9]{0,5}) *(?<unit>[A-Za-z]*)\z", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Short();
}
