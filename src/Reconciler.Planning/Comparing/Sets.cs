using System.Collections.Immutable;

namespace Reconciler.Planning.Comparing;

/// <summary>Compares sets that travel as lists.</summary>
internal static class Sets
{
    // Of more than a few a hash set is faster, and whoever asks makes one anyway.
    private const int Few = 16;

    /// <summary>Whether two short lists hold the same items, each once; false too where that is not worth finding out here.</summary>
    public static bool HaveTheSame(ImmutableArray<object> one, ImmutableArray<object> other)
    {
        if (one.Length != other.Length || one.Length > Few)
        {
            return false;
        }

        for (var i = 0; i < one.Length; i++)
        {
            if (other.IndexOf(one[i]) < 0 || one.IndexOf(other[i]) < 0)
            {
                return false;
            }
        }

        return true;
    }
}
