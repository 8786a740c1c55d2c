namespace Reconciler.Declarations.Files;

/// <summary>Does the same to several things at a time, where none of them knows of another. The results are in the order of the things.</summary>
internal static class Simultaneously
{
    /// <summary>From how many files on it pays to begin other threads.</summary>
    public const int ManyFiles = 64;

    public static TResult[] Select<T, TResult>(IReadOnlyList<T> things, bool areMany, Func<T, TResult> select)
    {
        var results = new TResult[things.Count];
        if (areMany)
        {
            Parallel.For(0, results.Length, i => results[i] = select(things[i]));
            return results;
        }

        for (var i = 0; i < results.Length; i++)
        {
            results[i] = select(things[i]);
        }

        return results;
    }
}
