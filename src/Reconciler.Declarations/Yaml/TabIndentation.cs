using System.Text.RegularExpressions;

namespace Reconciler.Declarations.Yaml;

/// <summary>Finds the line that is indented with a tab, once a text turned out to be no YAML: in a text that is, such a tab is part of a value.</summary>
internal static partial class TabIndentation
{
    /// <summary>The line, from 0, and the column, from 1, of the tab; null where none is near.</summary>
    /// <param name="reached">The line at which reading stopped, from 0.</param>
    /// <param name="told">The line at which the trouble was told to be, from 0.</param>
    /// <param name="anywhere">Whether a tab is known to be the trouble, so that it need not be near.</param>
    public static (int Line, int Column)? Find(string[] lines, int reached, int told, bool anywhere)
    {
        int[] near = [reached, told, reached - 1, told - 1, reached + 1, told + 1];
        var above = Enumerable.Range(0, Math.Clamp(reached + 1, 0, lines.Length)).Reverse();
        var found = near.Concat(anywhere ? above : []).Where(line => IsTabbed(lines, line)).Select(line => (int?)line).FirstOrDefault();
        if (found is not { } first)
        {
            return null;
        }

        while (IsTabbed(lines, first - 1))
        {
            first--;
        }

        return (first, lines[first].IndexOf('\t', StringComparison.Ordinal) + 1);
    }

    private static bool IsTabbed(string[] lines, int line) =>
        line >= 0 && line < lines.Length && Tabbed().IsMatch(lines[line]) && !IsInBlockScalar(lines, line);

    /// <summary>Whether the next line above that is indented less, by spaces alone, begins a scalar with <c>|</c> or <c>&gt;</c>.</summary>
    private static bool IsInBlockScalar(string[] lines, int line)
    {
        var spaces = Spaces(lines[line]);
        for (var i = line - 1; i >= 0 && spaces > 0; i--)
        {
            if (!string.IsNullOrWhiteSpace(lines[i]) && Spaces(lines[i]) < spaces)
            {
                return BlockScalar().IsMatch(lines[i]);
            }
        }

        return false;
    }

    private static int Spaces(string line) => line.Length - line.TrimStart(' ').Length;

    [GeneratedRegex(@"^ *\t\s*[^\s]", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Tabbed();

    [GeneratedRegex(@"[:\-] +[|>][+\-0-9]{0,2}\s*(#.*)?$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex BlockScalar();
}
