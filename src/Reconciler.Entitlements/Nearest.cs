namespace Reconciler.Entitlements;

/// <summary>Finds the name that somebody may have meant.</summary>
public static class Nearest
{
    private const int LongestCompared = 64;

    /// <summary>The nearest of the names; null when none is near: a third of the letters may differ, two at least, or all but case and what joins the words.</summary>
    public static string? To(string written, IEnumerable<string> names) => All(written, names, most: 1) is [var one] ? one : null;

    /// <summary>The nearest of the names, the best first.</summary>
    public static IReadOnlyList<string> All(string written, IEnumerable<string> names, int most)
    {
        if (written.Length is 0 or > LongestCompared)
        {
            return [];
        }

        var plain = Plain(written);
        var near = names
            .Where(name => name.Length <= LongestCompared && name != written && Math.Abs(name.Length - written.Length) <= Allowed(name) + Joints(written))
            .Select(name => (Name: name, Distance: Distance(plain, Plain(name))))
            .Where(candidate => candidate.Distance <= Allowed(candidate.Name) && candidate.Distance < candidate.Name.Length)
            .OrderBy(candidate => candidate.Distance).ThenBy(candidate => candidate.Name, StringComparer.Ordinal);
        return [.. near.Select(candidate => candidate.Name).Distinct(StringComparer.Ordinal).Take(most)];
    }

    /// <summary>Without case, and without what other languages join words with: <c>removeWhenNoLonger</c> is also written <c>remove_when_no_longer</c>.</summary>
    private static string Plain(string name) => name.Replace("_", "", StringComparison.Ordinal).Replace("-", "", StringComparison.Ordinal).ToUpperInvariant();

    private static int Joints(string name) => name.Count(c => c is '_' or '-');

    private static int Allowed(string name) => Math.Max(2, name.Length / 3);

    /// <summary>Edits (a letter more, less or another, or two swapped) between two words.</summary>
    private static int Distance(string a, string b)
    {
        var edits = new int[a.Length + 1, b.Length + 1];
        for (var i = 0; i <= a.Length; i++)
        {
            for (var j = 0; j <= b.Length; j++)
            {
                edits[i, j] = (i, j) switch
                {
                    (0, _) => j,
                    (_, 0) => i,
                    _ => Math.Min(
                        Math.Min(edits[i - 1, j], edits[i, j - 1]) + 1,
                        edits[i - 1, j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1)),
                };
                if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
                {
                    edits[i, j] = Math.Min(edits[i, j], edits[i - 2, j - 2] + 1);
                }
            }
        }

        return edits[a.Length, b.Length];
    }
}
