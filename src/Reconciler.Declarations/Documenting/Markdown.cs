using System.Text;

namespace Reconciler.Declarations.Documenting;

/// <summary>Pieces of Markdown.</summary>
internal static class Markdown
{
    /// <summary>A link to a heading of the same page.</summary>
    public static string Link(string heading) => $"[{heading}](#{Anchor(heading)})";

    public static string Code(string text) => $"`{text}`";

    public static string Row(params string[] cells) => $"| {string.Join(" | ", cells.Select(Cell))} |";

    /// <summary>What a heading's anchor is called: small letters, a hyphen for a space, and no other signs.</summary>
    public static string Anchor(string heading)
    {
        var anchor = new StringBuilder();
        foreach (var c in heading.ToLowerInvariant())
        {
            anchor.Append(char.IsLetterOrDigit(c) || c is '-' or '_' ? $"{c}" : c == ' ' ? "-" : "");
        }

        return anchor.ToString();
    }

    private static string Cell(string text) => text.Replace("|", "\\|", StringComparison.Ordinal).Replace("\n", "<br>", StringComparison.Ordinal);
}
