using System.Text.RegularExpressions;
using Reconciler.Graph.Http;

namespace Reconciler.Graph.SigningIn;

/// <summary>Says in one line what the library says in many.</summary>
internal static partial class SignInTrouble
{
    private const int LongestReason = 300;

    /// <summary>Which way, and what it lacked.</summary>
    /// <param name="without">Takes out of what was said what must not be told; before it is cut, so that no part of it is left.</param>
    public static string Line(SignInWay way, Exception why, Func<string, string> without)
    {
        var line = without(Trust.Trouble(OutOfReach(why)) ?? OutOfReach(why)?.Message ?? Reason(why, without));
        return $"{char.ToUpperInvariant(way.Name[0])}{way.Name[1..]}: {Masking.Of(line.Length > LongestReason ? line[..LongestReason] + "…" : line.TrimEnd('.', ':', ' '))}.";
    }

    /// <summary>All that was said, in a line.</summary>
    public static string Whole(Exception why, Func<string, string> without) => Masking.Of(string.Join(' ', Chain(why).Select(one => without(one.Message)).Distinct(StringComparer.Ordinal)
        .SelectMany(message => message.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))));

    /// <summary>What kept a request from reaching anybody; null where one was answered, or none was sent.</summary>
    public static HttpRequestException? OutOfReach(Exception? failed) => failed switch
    {
        null => null,
        HttpRequestException { StatusCode: null } lost => lost,
        AggregateException all => all.InnerExceptions.Select(OutOfReach).FirstOrDefault(lost => lost is not null),
        _ => OutOfReach(failed.InnerException),
    };

    // The authority's own words begin with its code, somewhere; what follows their first sentence are its advice, ids, links and traces.
    private static string Reason(Exception why, Func<string, string> without) =>
        Chain(why).Select(at => OfAuthority().Match(without(at.Message))).FirstOrDefault(match => match.Success)?.Value
        ?? without(why.Message).Split(['\r', '\n'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).FirstOrDefault() ?? why.GetType().Name;

    private static IEnumerable<Exception> Chain(Exception why)
    {
        for (var at = why; at is not null; at = at.InnerException)
        {
            yield return at;
        }
    }

    [GeneratedRegex(@"AADSTS[0-9]+:.*?(?=\.\s|\s*(?:[\r\n]|Trace ID:|$))", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex OfAuthority();
}
