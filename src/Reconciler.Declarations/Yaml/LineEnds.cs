using System.Buffers;
using Reconciler.Declarations.Messages;
using Reconciler.Entitlements;

namespace Reconciler.Declarations.Yaml;

/// <summary>
/// Makes every line end in the same way, and refuses what would be read otherwise than it looks: a character that ends a line for some programs and not for
/// others, and one that YAML does not allow unless it is written as an escape.
/// </summary>
internal static class LineEnds
{
    private static readonly SearchValues<char> Rare = SearchValues.Create([.. Enumerable.Range(0, char.MaxValue + 1).Select(code => (char)code).Where(IsRefused)]);

    /// <summary>The text with a line feed at the end of each line.</summary>
    public static string Unify(string text) =>
        text.Contains('\r', StringComparison.Ordinal) ? text.Replace("\r\n", "\n", StringComparison.Ordinal).Replace('\r', '\n') : text;

    /// <summary>Whether every character can stand in the text; a finding for the first that can't.</summary>
    public static bool AreSound(string file, string text, Findings findings)
    {
        var at = text.AsSpan().IndexOfAny(Rare);
        if (at < 0)
        {
            return true;
        }

        var before = text.AsSpan(0, at);
        findings.Add(LoadDiagnostics.CharacterRefused(
            new SourceSpan(file, before.Count('\n') + 1, at - before.LastIndexOf('\n')), text[at], endsLines: text[at] is '\u0085' or '\u2028' or '\u2029'));
        return false;
    }

    // What YAML 1.2 calls printable, less what YAML 1.1 took for the end of a line.
    private static bool IsRefused(char c) => c is (< ' ' and not ('\t' or '\n' or '\r')) or (>= '\u007F' and <= '\u009F') or '\u2028' or '\u2029' or '\uFEFF' or '\uFFFE' or '\uFFFF';
}
