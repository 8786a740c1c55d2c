namespace Reconciler.Planning.Ordering;

/// <summary>
/// Sorts what comes in a few runs that are in order already, kind by kind or catalog by catalog: hardly more comparisons than there are
/// items. Equal items stay as they stood.
/// </summary>
internal static class Runs
{
    public static T[] Merge<T>(IEnumerable<T> items, Comparison<T> compare)
    {
        T[] all = [.. items];
        var starts = Starts(all, compare);
        var other = new T[all.Length];
        while (starts.Count > 2)
        {
            List<int> merged = [0];
            for (var run = 0; run + 1 < starts.Count; run += 2)
            {
                var (start, middle, end) = (starts[run], starts[run + 1], starts[Math.Min(run + 2, starts.Count - 1)]);
                Merge(all.AsSpan(start, middle - start), all.AsSpan(middle, end - middle), other.AsSpan(start), compare);
                merged.Add(end);
            }

            (all, other, starts) = (other, all, merged);
        }

        return all;
    }

    /// <summary>Where each run begins, and the end of the last.</summary>
    private static List<int> Starts<T>(T[] all, Comparison<T> compare)
    {
        List<int> starts = [0];
        for (var i = 1; i < all.Length; i++)
        {
            if (compare(all[i - 1], all[i]) > 0)
            {
                starts.Add(i);
            }
        }

        starts.Add(all.Length);
        return starts;
    }

    private static void Merge<T>(ReadOnlySpan<T> one, ReadOnlySpan<T> two, Span<T> into, Comparison<T> compare)
    {
        var (i, j) = (0, 0);
        while (i < one.Length && j < two.Length)
        {
            into[i + j] = compare(one[i], two[j]) <= 0 ? one[i++] : two[j++];
        }

        one[i..].CopyTo(into[(i + j)..]);
        two[j..].CopyTo(into[(one.Length + j)..]);
    }
}
