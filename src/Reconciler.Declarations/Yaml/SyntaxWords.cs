using Reconciler.Declarations.Messages;
using Reconciler.Entitlements;

namespace Reconciler.Declarations.Yaml;

/// <summary>What YamlDotNet says where the place alone tells what is wrong, in words for people who do not know how YAML is read.</summary>
internal static class SyntaxWords
{
    private const int LongestKey = 1024;

    private const string Quotes = "Put the text into quotes.";

    private static readonly (string Said, string Reason, string Advice)[] Known =
    [
        ("unknown escape character", "a backslash within double quotes begins an escape, and there is none such", "Write `\\\\` for a backslash, or put the text into single quotes."),
        ("invalid Unicode", "this escape is of no character, or of half of one", "Write the character itself."),
        ("expected hexadecimal number", "an escape has too few digits", "Write two behind `\\x`, four behind `\\u`, eight behind `\\U`; or the character itself."),
        ("undefined tag handle", "this tag begins with a name that nothing defines", "Leave the tag out: what a value is follows from its key."),
        ("incompatible YAML document", "this version of YAML is not known", "Take the line out, or write `%YAML 1.2`."),
        ("duplicate %YAML directive", "a second `%YAML` stands before one document", "Keep one of them."),
        ("expected <document start>", "something stands between two documents, or behind a `%` line without a `---`", "Put a line `---` before what is declared here; take out what is none."),
        ("indentation indicator equal to 0", "a text can't be indented by 0", "Write a number from 1 to 9 behind the `|` or `>`, or none."),
        ("multiline plain scalar", "a key and its colon stand on two lines", "Write `key: value` on one line; put a longer text into quotes."),
    ];

    /// <summary>The reason and the advice; null where the words are not known.</summary>
    public static (string Reason, string Advice)? Of(string said, string[] lines, SourceSpan where)
    {
        var line = lines[where.Line - 1];
        var sign = where.Column <= line.Length ? line[where.Column - 1] : ' ';
        return said switch
        {
            _ when said.Contains("anchor or alias", StringComparison.Ordinal) => ($"unquoted text can't begin with {Quote.Of($"{sign}")}", Quotes),
            _ when said.Contains("expected node content", StringComparison.Ordinal) => sign == '-'
                ? ("an item with `-` stands within brackets", "Separate items within brackets by commas, `[ a, b ]`, or take the brackets out.")
                : ("a value is missing here", "Write it, or take the comma out; put a text that begins with a sign into quotes."),
            _ when said.Contains("expected key", StringComparison.Ordinal) && line.IndexOf(':', StringComparison.Ordinal) > LongestKey =>
                ($"a key has more than {LongestKey:N0} characters", "Shorten it."),
            _ => Known.Where(known => said.Contains(known.Said, StringComparison.Ordinal)).Select(known => ((string, string)?)(known.Reason, known.Advice)).FirstOrDefault(),
        };
    }
}
