namespace Reconciler.Declarations.Yaml;

/// <summary>The columns at which keys and list items may stand on a line, told by the lines above it alone: for advice, not for reading.</summary>
internal static class OpenLevels
{
    /// <summary>The columns, from 1, in ascending order.</summary>
    /// <param name="line">The line in question, from 0.</param>
    public static IReadOnlyCollection<int> Above(string[] lines, int line)
    {
        var open = new SortedSet<int>();
        for (var i = line - 1; i >= 0 && !lines[i].StartsWith("---", StringComparison.Ordinal); i--)
        {
            var columns = Of(lines[i]);
            if (columns.Count > 0 && (open.Count == 0 || columns[0] < open.Min))
            {
                open.UnionWith(columns);
            }
        }

        return open;
    }

    /// <summary>The columns that a line opens: those of its dashes, and that of its key.</summary>
    private static List<int> Of(string line)
    {
        var columns = new List<int>();
        var rest = line.AsSpan().TrimStart();
        while (rest is "-" || rest.StartsWith("- ", StringComparison.Ordinal))
        {
            columns.Add(line.Length - rest.Length + 1);
            rest = rest[1..].TrimStart();
        }

        var isKey = rest.Length > 0 && rest[0] is not ('#' or '{' or '[' or '"' or '\'') && rest.Contains(':');
        return isKey ? [.. columns, line.Length - rest.Length + 1] : columns;
    }
}
