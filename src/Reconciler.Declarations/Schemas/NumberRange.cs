using System.Globalization;

namespace Reconciler.Declarations.Schemas;

/// <summary>Writes a regular expression of the whole numbers between two bounds, both included: a schema has no other way to bound a number within text.</summary>
internal static class NumberRange
{
    public static string Of(long least, long most) => string.Join('|', Parts(least, most).Select(part => Digits(part.From, part.To)));

    /// <summary>The range cut where a digit turns over, so that within each part every digit runs by itself.</summary>
    private static IEnumerable<(long From, long To)> Parts(long least, long most)
    {
        var ends = new SortedSet<long> { most };
        for (long power = 10; least - (least % power) + power - 1 < most; power *= 10)
        {
            ends.Add(least - (least % power) + power - 1);
        }

        for (long power = 10; most + 1 - ((most + 1) % power) - 1 > least; power *= 10)
        {
            ends.Add(most + 1 - ((most + 1) % power) - 1);
        }

        var from = least;
        foreach (var end in ends.Where(end => end >= least))
        {
            yield return (from, end);
            from = end + 1;
        }
    }

    private static string Digits(long from, long to) =>
        string.Concat(Text(from).Zip(Text(to), (first, last) => first == last ? $"{first}" : $"[{first}-{last}]"));

    private static string Text(long number) => number.ToString(CultureInfo.InvariantCulture);
}
