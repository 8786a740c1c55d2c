namespace Reconciler.UnitTests.Declarations;

/// <summary>What is no YAML, in words for people who do not know how YAML is read.</summary>
public sealed class SyntaxTests
{
    private const string Package = "kind: AccessPackage\nname: P\ncatalog: C\npolicies:\n  - name: Q\n";

    [Theory]
    [InlineData("kind: Catalog\nname: A\n\tenabled: true", "3:1")]
    [InlineData("kind: Catalog\r\nname: A\r\nresources:\r\n\t- { group: A }\r\n", "4:1")]
    [InlineData("kind: Catalog\nname: A\nresources:\n  - { group: A }\n\t- { group: B }", "5:1")]
    [InlineData(Package + "    approval:\n\t\tstages:\n\t\t\t- approvers: [ { manager: 1 } ]\n    expiration: never", "7:1")]
    [InlineData(Package + "    approval:\n      stages:\n        - approvers: [ { manager: 1 } ]\n\t\t  decideWithin: 3 days", "9:1")]
    [InlineData(Package + "    requestors:\n      who: anyMember\n  \t  mayExtend: true", "8:3")]
    [InlineData("kind: Catalog\nname: \"A\"\n  \tenabled: true", "3:3")]
    [InlineData("\tkind: Catalog\nname: A", "1:1")]
    public void A_tab_that_indents_is_pointed_at(string yaml, string where) =>
        Assert.Equal(
            [$"{where} RCN029 This line is indented with a tab, and YAML allows spaces only.\nReplace the tab by spaces."],
            Loading.Text(yaml).Advised());

    [Theory]
    [InlineData("kind: Catalog\nname: A\ndescription: |\n  Run\n  \tmake\n")]
    [InlineData("kind: Catalog\nname: A\ndescription: \"Run\n\n  \tmake\"\n")]
    public void A_tab_within_a_text_is_none_of_those(string yaml) => Assert.Empty(Loading.Text(yaml).Told());

    [Fact]
    public void A_tab_within_a_text_is_not_blamed_for_the_line_below() =>
        Assert.Equal(
            ["6:2 RCN020 This is not YAML: this line's indentation fits no level that is open.\nIt begins in column 2; the lines above it begin in 1."],
            Loading.Text("kind: Catalog\nname: A\ndescription: |\n  Run\n  \tmake\n enabled: true").Advised());

    [Theory]
    [InlineData(Package + "   approval: none", "6:4", "It begins in column 4; the lines above it begin in 3 or 5.")]
    [InlineData(Package + " approval: none", "6:2", "It begins in column 2; the lines above it begin in 1 or 3.")]
    [InlineData(Package + "     approval: none", "6:6", "It begins in column 6; the lines above it begin in 5.")]
    [InlineData(Package + "    requestors:\n        who: anyMember\n      mayExtend: true", "8:7", "It begins in column 7; the lines above it begin in 5 or 9.")]
    [InlineData(Package + "    # a remark: this\n    approval:\n      stages:\n       - approvers: []\n   expiration: never", "10:4", "It begins in column 4; the lines above it begin in 3 or 5.")]
    [InlineData("kind: Catalog\nname: A\nresources:\n  - { group: A }\n    - { group: B }", "5:5", "It begins in column 5; the lines above it begin in 3.")]
    [InlineData("kind: Catalog\n name: A", "2:2", "It begins in column 2; the lines above it begin in 1.")]
    [InlineData(" kind: Catalog\nname: A", "2:1", "It begins in column 1; the lines above it begin in 2.")]
    [InlineData("kind: Catalog\nname: \"A\"\n  enabled: true", "3:3", "It begins in column 3; the lines above it begin in 1.")]
    public void A_line_at_no_level_is_told_the_levels_there_are(string yaml, string where, string advice) =>
        Assert.Equal([$"{where} RCN020 This is not YAML: this line's indentation fits no level that is open.\n{advice}"], Loading.Text(yaml).Advised());

    [Theory]
    [InlineData(Package + "  approval: none", "6:3 RCN020 This is not YAML: a list is open at this level, and this line does not begin with `-`.\nBegin it with `- `, or indent it as far as the keys it belongs to.")]
    [InlineData("kind: Catalog\nname: A\n- { group: A }", "3:1 RCN020 This is not YAML: this list item stands where a key is expected.\nIndent it below the key whose list it belongs to.")]
    [InlineData("kind: Catalog\nname:A\nenabled: true", "2:1 RCN020 This is not YAML: there is no colon, with a space behind it, after the key.\nWrite `key: value`.")]
    [InlineData("kind: Catalog\ndescription: Read: the ledger", "2:18 RCN020 This is not YAML: a colon stands inside unquoted text.\nPut the text into quotes.")]
    [InlineData(Package + "    description: Read: the ledger", "6:22 RCN020 This is not YAML: a colon stands inside unquoted text.\nPut the text into quotes.")]
    [InlineData("kind: Catalog\nname: @A", "2:7 RCN020 This is not YAML: unquoted text can't begin with `@`.\nPut the text into quotes.")]
    [InlineData("kind: Catalog\nname: \"A\nenabled: true", "2:7 RCN020 This is not YAML: a quote that opens here is not closed.\nClose it at the end of the text, with the same sort of quote.")]
    [InlineData("kind: Catalog\nname: 'A", "2:7 RCN020 This is not YAML: a quote that opens here is not closed.\nClose it at the end of the text, with the same sort of quote.")]
    [InlineData("kind: Catalog\nname: 'don't'", "2:12 RCN020 This is not YAML: text stands behind a quote that is closed.\nPut the whole text into quotes; write `''` for a quote inside of '…', and `\\\"` inside of \"…\".")]
    [InlineData("kind: Catalog\nname: A\nresources: [ { group: A }\nenabled: true", "3:12 RCN020 This is not YAML: a `[` or `{` is not closed, or closed by the other's bracket.\nClose each `[` by `]` and each `{` by `}`, and indent what stands between them.")]
    [InlineData("kind: Catalog\npreviously: [ A", "2:16 RCN020 This is not YAML: a `[` or `{` is not closed, or closed by the other's bracket.\nClose each `[` by `]` and each `{` by `}`, and indent what stands between them.")]
    public void What_newcomers_write_is_told_in_our_words(string yaml, string expected) => Assert.Equal([expected], Loading.Text(yaml).Advised());

    [Theory]
    [InlineData("kind: Catalog\nname: \"\\q\"", "2:7", "a backslash within double quotes begins an escape, and there is none such")]
    [InlineData("kind: Catalog\nname: \"\\ud83d\"", "2:7", "this escape is of no character, or of half of one")]
    [InlineData("kind: Catalog\nname: \"\\x4\"", "2:7", "an escape has too few digits")]
    [InlineData("kind: Catalog\nname: !e!x a", "2:7", "this tag begins with a name that nothing defines")]
    [InlineData("%YAML 2.0\n---\nkind: Catalog", "1:1", "this version of YAML is not known")]
    [InlineData("kind: Catalog\nname: A\n... x", "3:1", "something stands between two documents, or behind a `%` line without a `---`")]
    [InlineData("kind: Catalog\ndescription: |0\n  x", "2:14", "a text can't be indented by 0")]
    [InlineData("kind\n  : Catalog", "2:3", "a key and its colon stand on two lines")]
    [InlineData("kind: Catalog\nname: & A", "2:7", "unquoted text can't begin with `&`")]
    [InlineData("kind: Catalog\nlabels: [\n  - a\n]", "3:3", "an item with `-` stands within brackets")]
    [InlineData("kind: Catalog\nlabels: [ a,, b ]", "2:13", "a value is missing here")]
    public void What_is_rare_is_told_in_our_words_too(string yaml, string where, string reason) =>
        Assert.Equal([$"{where} RCN020 This is not YAML: {reason}."], Loading.Text(yaml).Told());

    [Fact]
    public void What_is_not_known_keeps_the_words_of_the_reader()
    {
        var told = Assert.Single(Loading.Text("kind: &m Catalog\nname: &n *m").Advised());

        Assert.StartsWith("2:10 RCN020 This is not YAML: While", told, StringComparison.Ordinal);
        Assert.EndsWith("\nMend it here or just before; nothing else in this file was looked at.", told, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("kind: Catalog\nname: B\nresources: []\nkind: AccessPackage\nname: C\ncatalog: B\nresources: x\nhidden: true", "4:1", "1:1")]
    [InlineData("kind: Settings\nkind: Settings", "2:1", "1:1")]
    [InlineData("kind: Catalog\nkind: Catalog\nname: A", "2:1", "1:1")]
    public void A_forgotten_line_between_two_declarations_is_one_finding(string yaml, string where, string first) =>
        Assert.Equal(
            [$"{where} RCN030 A second `kind` stands in this declaration; the first is at policies/a.yaml:{first}.\nPut a line `---` before it if another declaration begins here."],
            Loading.Text(yaml).Advised());
}
