using System.Text;
using Reconciler.Declarations;
using Reconciler.Entitlements;

namespace Reconciler.UnitTests.Declarations;

/// <summary>
/// What becomes of each feature of YAML: read, as what, or refused, with which code and where. Whatever is in neither column would be read as something
/// that nobody wrote.
/// </summary>
public sealed class YamlFeaturesTests
{
    private const string C = "kind: Catalog\nname: ";
    private const string D = "kind: Catalog\nname: A\ndescription: ";

    // Feature, text, what is read (name, description, labels, by document) or the finding.
    public static TheoryData<string, string, string> Features { get; } = new()
    {
        // Scalars.
        { "plain", C + "A", "A" },
        { "plain over two lines", D + "one\n  two", "A | one two" },
        { "plain over two lines, with an empty one", D + "one\n\n  two", "A | one¶two" },
        { "single quotes", D + "'it''s'", "A | it's" },
        { "single quotes over two lines", D + "'one\n  two'", "A | one two" },
        { "double quotes", D + "\"a\\\"b\"", "A | a\"b" },
        { "double quotes over two lines", D + "\"one\n  two\"", "A | one two" },
        { "double quotes with an escaped line end", D + "\"one\\\n  two\"", "A | onetwo" },
        { "literal", D + "|\n  one\n  two\n", "A | one¶two¶" },
        { "literal, stripped", D + "|-\n  one\n  two\n", "A | one¶two" },
        { "literal, kept", D + "|+\n  one\n\n", "A | one¶¶" },
        { "literal with an indentation", D + "|2\n    one\n", "A |   one¶" },
        { "literal with both", D + "|2-\n    one\n", "A |   one" },
        { "literal with a comment behind it", D + "| # why\n  one\n", "A | one¶" },
        { "literal with a hash in it", D + "|\n  one # two\n", "A | one # two¶" },
        { "literal, indented less", D + "|\n  one\n two\n", "5:2 RCN020" },
        { "literal with indentation 0", D + "|0\n  one\n", "3:14 RCN020" },
        { "literal of nothing", D + "|\n", "A | " },
        { "folded", D + ">\n  one\n  two\n\n  three\n", "A | one two¶three¶" },
        { "folded, stripped", D + ">-\n  one\n  two\n", "A | one two" },
        { "folded, more indented", D + ">\n  one\n    two\n  three\n", "A | one¶  two¶three¶" },
        { "a hash without a space", D + "one#two", "A | one#two" },
        { "a comment", D + "one # two", "A | one" },
        { "a colon without a space", D + "one:two", "A | one:two" },
        { "a colon with a space", D + "one: two", "3:17 RCN020" },
        { "a dash first", D + "-one", "A | -one" },
        { "a question mark first", D + "?one", "A | ?one" },
        { "an at first", D + "@one", "3:14 RCN020" },
        { "a backquote first", D + "`one`", "3:14 RCN020" },
        { "a percent first", D + "%one", "3:14 RCN020" },
        { "an exclamation mark alone", D + "! one", "3:14 RCN027" },
        { "an ampersand alone", D + "& one", "3:14 RCN020" },
        { "an asterisk alone", D + "* one", "3:14 RCN020" },
        { "a comma", D + "one, two", "A | one, two" },
        { "a bracket inside", D + "one [two]", "A | one [two]" },

        // Types that yaml guesses.
        { "a number as a name", C + "007", "007" },
        { "an exponent", C + "1e3", "1e3" },
        { "hexadecimal", C + "0x1F", "0x1F" },
        { "octal", C + "0o17", "0o17" },
        { "underscores", C + "1_000", "1_000" },
        { "sexagesimal", C + "12:30:45", "12:30:45" },
        { "a decimal", C + "1.50", "1.50" },
        { "not a number", C + ".nan", ".nan" },
        { "infinity", C + "-.inf", "-.inf" },
        { "a boolean of YAML 1.1", C + "no", "no" },
        { "another one", C + "on", "on" },
        { "and another", C + "Yes", "Yes" },
        { "a boolean", C + "true", "true" },
        { "a boolean of 1.1 where one belongs", "kind: Catalog\nname: A\nenabled: yes", "3:10 RCN046" },
        { "a boolean in capitals", "kind: Catalog\nname: A\nenabled: TRUE", "3:10 RCN046" },
        { "null as a name", C + "null", "2:7 RCN042" },
        { "a tilde as a name", C + "~", "2:7 RCN042" },
        { "nothing as a name", C + "", "2:6 RCN042" },
        { "null in quotes", C + "'null'", "null" },
        { "a date as a name", C + "2027-01-15", "2027-01-15" },
        { "a timestamp as a name", C + "2027-01-15T08:00:00Z", "2027-01-15T08:00:00Z" },
        { "equals as a name", C + "=", "=" },

        // Escapes.
        { "\\x", D + "\"\\x41\"", "A | A" },
        { "\\u", D + "\"\\u00e5\"", "A | å" },
        { "\\U", D + "\"\\U0001F600\"", "A | 😀" },
        { "\\U beyond Unicode", D + "\"\\U00110000\"", "3:14 RCN020" },
        { "half a surrogate pair", D + "\"\\ud83d\"", "3:14 RCN020" },
        { "a surrogate pair", D + "\"\\ud83d\\ude00\"", "A | 😀" },
        { "\\n and \\t", D + "\"a\\nb\\tc\"", "A | a¶b→c" },
        { "\\0", D + "\"\\0\"", "3:14 RCN052" },
        { "\\a", D + "\"\\a\"", "3:14 RCN052" },
        { "\\e", D + "\"\\e[31m\"", "3:14 RCN052" },
        { "\\_", D + "\"a\\_b\"", "A | a\u00A0b" },
        { "\\N", D + "\"\\N\"", "3:14 RCN052" },
        { "\\L", D + "\"\\L\"", "A | \u2028" },
        { "\\/", D + "\"a\\/b\"", "A | a/b" },
        { "\\q", D + "\"\\q\"", "3:14 RCN020" },
        { "\\x of one digit", D + "\"\\x4\"", "3:14 RCN020" },
        { "\\u in a key", "\"k\\u0069nd\": Catalog\nname: A", "A" },
        { "a backslash in single quotes", D + "'a\\u0041'", "A | a\\u0041" },

        // Collections.
        { "flow mapping", "{ kind: Catalog, name: A }", "A" },
        { "flow mapping without spaces", "{\"kind\":\"Catalog\",\"name\":\"A\"}", "A" },
        { "flow sequence over lines", C + "A\nlabels: [ a,\n  b ]", "A | a,b" },
        { "a comma at the end", C + "A\nlabels: [ a, b, ]", "A | a,b" },
        { "two commas", C + "A\nlabels: [ a,, b ]", "3:13 RCN020" },
        { "a comma first", C + "A\nlabels: [ , a ]", "3:11 RCN020" },
        { "flow, not closed", C + "A\nlabels: [ a", "3:12 RCN020" },
        { "flow, closed by the other", C + "A\nlabels: [ a }", "3:13 RCN020" },
        { "flow, not indented", C + "A\nlabels: [\na\n]", "3:9 RCN020" },
        { "a pair in a flow sequence", C + "A\nlabels: [ a: b ]", "3:11 RCN044" },
        { "a key without a value in flow", "{ kind: Catalog, name: A, description }", "1:39 RCN042" },
        { "a block sequence not indented", C + "A\nlabels:\n- a\n- b", "A | a,b" },
        { "a compact sequence", C + "A\nlabels:\n  - - a", "4:5 RCN044" },
        { "an empty item", C + "A\nlabels:\n  -\n", "4:4 RCN042" },
        { "block in flow", C + "A\nlabels: [\n  - a\n]", "4:3 RCN020" },
        { "JSON", "{\"kind\": \"Catalog\", \"name\": \"A\", \"labels\": [\"a\"]}", "A | a" },

        // Keys.
        { "a key in quotes", "\"kind\": Catalog\n'name': A", "A" },
        { "an explicit key", "? kind\n: Catalog\n? name\n: A", "A" },
        { "a sequence as a key", C + "A\n? [ a ]\n: b", "3:3 RCN026" },
        { "a mapping as a key", C + "A\n? { a: b }\n: c", "3:3 RCN026" },
        { "an alias as a key", "kind: &k Catalog\nname: A\n*k : b", "3:1 RCN026" },
        { "an empty key", C + "A\n: b", "3:3 RCN026" },
        { "null as a key", C + "A\nnull: b", "3:1 RCN040" },
        { "a key twice", C + "A\nname: B", "3:1 RCN025" },
        { "a key twice, once in quotes", C + "A\n\"name\": B", "3:1 RCN025" },
        { "a key that differs in case", C + "A\nName: B", "3:1 RCN040" },
        { "a key without a space behind its colon", "kind:Catalog\nname: A", "2:1 RCN020" },
        { "a key over two lines", "kind\n  : Catalog", "2:3 RCN020" },
        { "a set", C + "A\nlabels: !!set { a, b }", "3:9 RCN027, 3:9 RCN044" },

        // Anchors.
        { "an alias of a scalar", C + "&n A\ndescription: *n", "A | A" },
        { "an alias of a list", C + "A\nlabels: &l [ a ]\npreviously: *l", "3:14 RCN078" },
        { "an alias before its anchor", C + "*n\ndescription: &n A", "2:7 RCN024" },
        { "an alias of another document", C + "&n A\n---\nkind: Catalog\nname: *n", "5:7 RCN024" },
        { "an anchor given twice", C + "&n A\ndescription: &n B\nlabels: [ *n ]", "A | B | B" },
        { "an anchor of nothing", C + "A\nlabels: [ a ]\ndescription: &n", "4:14 RCN042" },
        { "an alias of itself", C + "A\nlabels: &l [ *l ]", "3:14 RCN023" },
        { "an alias with an anchor", C + "&n A\ndescription: &m *n", "3:17 RCN020" },
        { "an anchor with signs", C + "&n.1:x A\ndescription: *n.1:x ", "A | A" },
        { "a merge key", C + "A\n<<: { description: b }", "A | b" },
        { "a merge key that yields", C + "A\ndescription: a\n<<: { description: b }", "A | a" },
        { "a merge key with a list", C + "A\n<<: [ { description: a }, { description: b, labels: [ c ] } ]", "A | a | c" },
        { "a merge key of an alias", "kind: Catalog\nname: A\n<<: *m\n", "3:5 RCN024" },
        { "a merge key of a text", C + "A\n<<: b", "3:5 RCN028" },
        { "two merge keys", C + "A\n<<: { description: a }\n<<: { labels: [ b ] }", "4:1 RCN025" },
        { "a merge key in quotes", C + "A\n\"<<\": { description: b }", "3:1 RCN040" },
        { "a merge key that brings a name", "kind: Catalog\n<<: { name: A }", "A" },

        // Tags.
        { "!!str", C + "!!str 1", "1" },
        { "!!int where text belongs", C + "!!int 1", "1" },
        { "!!null", C + "!!null A", "2:7 RCN027" },
        { "!!map of text", C + "!!map A", "2:7 RCN027" },
        { "!!seq", C + "A\nlabels: !!seq [ a ]", "A | a" },
        { "!!binary", D + "!!binary aGVsbG8=", "3:14 RCN027" },
        { "!!timestamp", D + "!!timestamp 2027-01-15", "3:14 RCN027" },
        { "!!float", D + "!!float 1", "A | 1" },
        { "!!omap", C + "A\nlabels: !!omap [ a: b ]", "3:9 RCN027, 3:18 RCN044" },
        { "a tag of a program", D + "!Ref x", "3:14 RCN027" },
        { "a tag that is an address", D + "!<tag:example.com,2027:x> a", "3:14 RCN027" },
        { "a tag that is not specific", D + "! a", "3:14 RCN027" },
        { "a tag of an unknown handle", D + "!e!x a", "3:14 RCN020" },
        { "a tag that makes an object", D + "!!System.Diagnostics.Process a", "3:14 RCN027" },

        // Directives and documents.
        { "%YAML 1.1", "%YAML 1.1\n---\nkind: Catalog\nname: A", "A" },
        { "%YAML 1.2", "%YAML 1.2\n---\nkind: Catalog\nname: A", "A" },
        { "%YAML 1.3", "%YAML 1.3\n---\nkind: Catalog\nname: A", "A" },
        { "%YAML 2.0", "%YAML 2.0\n---\nkind: Catalog\nname: A", "1:1 RCN020" },
        { "%YAML twice", "%YAML 1.2\n%YAML 1.2\n---\nkind: Catalog\nname: A", "2:1 RCN020" },
        { "%TAG", "%TAG ! tag:example.com,2027:\n---\nkind: Catalog\nname: !x A", "4:7 RCN027" },
        { "%TAG without its end", "%TAG ! x\nkind: Catalog", "2:5 RCN020" },
        { "an unknown directive", "%FOO bar\n---\nkind: Catalog\nname: A", "A" },
        { "a directive without a document", "%YAML 1.2\n", "2:1 RCN020" },
        { "two documents", C + "A\n---\nkind: Catalog\nname: B", "A + B" },
        { "a document's end", C + "A\n...\n", "A" },
        { "a document's end and the next", C + "A\n...\n---\nkind: Catalog\nname: B", "A + B" },
        { "a document's end without the next's beginning", C + "A\n...\nkind: Catalog\nname: B", "A + B" },
        { "dashes first and last", "---\nkind: Catalog\nname: A\n---\n", "A" },
        { "empty documents between", C + "A\n---\n---\n# nothing\n---\nkind: Catalog\nname: B", "A + B" },
        { "a document on the line of its dashes", "--- { kind: Catalog, name: A }", "A" },
        { "a text as a document", "just text", "1:1 RCN070" },
        { "null as a document", C + "A\n---\nnull\n", "A" },
        { "only comments", "# a\n# b\n", "1:1 RCN008" },
        { "nothing but spaces", "   \n", "1:1 RCN008" },
        { "nothing", "", "1:1 RCN014" },
        { "text behind the last document", C + "A\n... x", "3:1 RCN020" },

        // White space.
        { "CRLF", "kind: Catalog\r\nname: A\r\n", "A" },
        { "CRLF in a literal", "kind: Catalog\r\nname: A\r\ndescription: |\r\n  one\r\n  two\r\n", "A | one¶two¶" },
        { "CR alone", "kind: Catalog\rname: A\r", "A" },
        { "CR alone, a fault in line 3", "kind: Catalog\rname: A\renabeld: true", "3:1 RCN040" },
        { "NEL", "kind: Catalog\u0085name: A", "1:14 RCN019" },
        { "a line separator", D + "one\u2028two", "3:17 RCN019" },
        { "a paragraph separator", D + "one\u2029two", "3:17 RCN019" },
        { "a form feed", D + "one\u000Ctwo", "3:17 RCN019" },
        { "a tab between key and value", "kind:\tCatalog\nname: A", "A" },
        { "a tab that indents", C + "A\nlabels:\n\t- a", "4:1 RCN029" },
        { "a tab before a comment", C + "A\t# x", "A" },
        { "a tab in plain text", D + "one\ttwo", "A | one→two" },
        { "a tab in flow", C + "A\nlabels: [\ta,\tb ]", "A | a,b" },
        { "no line end at the end", C + "A", "A" },
        { "spaces behind a value", C + "A   \n", "A" },
        { "a no-break space", D + "one\u00A0two", "A | one\u00A0two" },
        { "a no-break space that indents", C + "A\n\u00A0labels: [ a ]", "3:1 RCN040" },
        { "a byte order mark in the midst", C + "A\n\uFEFFlabels: [ a ]", "3:1 RCN019" },

        // Characters.
        { "an escape character", D + "one\u001B[31m", "3:17 RCN019" },
        { "a bell", "# \u0007\nkind: Catalog", "1:3 RCN019" },
        { "DEL", D + "one\u007F", "3:17 RCN019" },
        { "a C1 control", D + "one\u0090", "3:17 RCN019" },
        { "U+FFFE", D + "one\uFFFE", "3:17 RCN019" },
        { "a private character", D + "one\uE000", "A | one\uE000" },
        { "letters that run right to left", D + "\u05D0\u05D1", "A | אב" },
        { "an override in a name", C + "A\u202Eb", "2:7 RCN052" },
        { "an override in a text", D + "A\u202Eb", "A | A\u202Eb" },
        { "a zero-width space in a name", C + "A\u200Bb", "2:7 RCN052" },
        { "an emoji", C + "\U0001F600", "😀" },
        { "a wide character", C + "\u8CA1\u52D9", "財務" },
        { "a combining accent", C + "a\u030A", "a\u030A" },
        { "a soft hyphen in a key", C + "A\nde\u00ADscription: b", "3:1 RCN040" },

        // Sizes.
        { "a long text", D + new string('x', 1_000), "A | " + new string('x', 1_000) },
        { "a very long text", D + new string('x', 100_000), "3:14 RCN051" },
        { "a very long key", C + "A\n" + new string('x', 2_000) + ": b", "3:1 RCN020" },
        { "flow nested deep", C + "A\nlabels: " + new string('[', 1_000), "3:72 RCN021" },
        { "block nested deep", C + "A\nlabels:\n  " + string.Concat(Enumerable.Repeat("- ", 1_000)), "4:129 RCN021" },
        { "an alias bomb", "a: &a [ x, x ]\n" + string.Concat(Enumerable.Range(0, 20).Select(i => $"{(char)('b' + i)}: &{(char)('b' + i)} [ *{(char)('a' + i)}, *{(char)('a' + i)} ]\n")), "15:13 RCN022" },
    };

    [Theory]
    [MemberData(nameof(Features))]
    public void A_feature_is_read_as_the_table_says_or_refused(string feature, string yaml, string expected) =>
        Assert.Equal((feature, expected), (feature, Shown(Loading.Text(yaml))));

    [Theory]
    [InlineData("UTF-8 with a byte order mark", new byte[] { 0xEF, 0xBB, 0xBF }, "A")]
    [InlineData("UTF-16, little end first", new byte[] { 0xFF, 0xFE }, "1:1 RCN007")]
    [InlineData("UTF-16, big end first", new byte[] { 0xFE, 0xFF }, "1:1 RCN007")]
    [InlineData("UTF-32, little end first", new byte[] { 0xFF, 0xFE, 0, 0 }, "1:1 RCN007")]
    [InlineData("UTF-32, big end first", new byte[] { 0, 0, 0xFE, 0xFF }, "1:1 RCN007")]
    [InlineData("Latin-1", new byte[] { 0x23, 0xE5, 0x0A }, "1:2 RCN007")]
    [InlineData("half of a character", new byte[] { 0x23, 0xC3, 0x0A }, "1:2 RCN007")]
    [InlineData("a surrogate in UTF-8", new byte[] { 0x23, 0xED, 0xA0, 0x80, 0x0A }, "1:2 RCN007")]
    [InlineData("an overlong slash", new byte[] { 0x23, 0xC0, 0xAF, 0x0A }, "1:2 RCN007")]
    [InlineData("NUL", new byte[] { 0x23, 0, 0x0A }, "1:2 RCN007")]
    public void An_encoding_is_read_or_refused(string encoding, byte[] first, string expected) =>
        Assert.Equal((encoding, expected), (encoding, Shown(Loading.Bytes([.. first, .. Encoding.UTF8.GetBytes(C + "A\n")]))));

    private static string Shown(LoadResult result) => Diagnostic.AnyErrors(result.Diagnostics)
        ? string.Join(", ", result.Diagnostics.Select(d => $"{d.Where?.Line}:{d.Where?.Column} {d.Code}"))
        : string.Join(" + ", result.Declared.Declarations.Select(Shown));

    private static string Shown(Declaration declaration) => declaration.Key.Name
        + (declaration.Entity is Catalog { Description: { IsWritten: true, Value: var text } }
            ? $" | {text.Replace("\n", "¶", StringComparison.Ordinal).Replace("\t", "→", StringComparison.Ordinal)}" : "")
        + (declaration.Labels.IsEmpty ? "" : $" | {string.Join(",", declaration.Labels)}");
}
