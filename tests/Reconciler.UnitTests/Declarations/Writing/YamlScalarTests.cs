using System.Text;
using Reconciler.Declarations;
using Reconciler.Declarations.Writing;
using Reconciler.Entitlements;

namespace Reconciler.UnitTests.Declarations.Writing;

public sealed class YamlScalarTests
{
    [Theory]
    [InlineData("Sales people", "Sales people")]
    [InlineData("a/b & (c)#1 100%", "a/b & (c)#1 100%")]
    [InlineData("Çağrı İzmir", "Çağrı İzmir")]
    [InlineData("0f2b6e4c-5b77-4a9d-8b8a-31d2a1c7e901", "0f2b6e4c-5b77-4a9d-8b8a-31d2a1c7e901")]
    [InlineData("60 days", "60 days")]
    [InlineData("Everybody, with approval", "Everybody, with approval")]
    [InlineData("https://a.example/b", "https://a.example/b")]
    [InlineData("", "\"\"")]
    [InlineData("no", "'no'")]
    [InlineData("On", "'On'")]
    [InlineData("null", "'null'")]
    [InlineData("~", "'~'")]
    [InlineData("y", "'y'")]
    [InlineData("1e3", "'1e3'")]
    [InlineData("0x1F", "'0x1F'")]
    [InlineData("1_000", "'1_000'")]
    [InlineData("12:30:45", "'12:30:45'")]
    [InlineData("2027-01-01", "'2027-01-01'")]
    [InlineData("2027-01-01 10:00:00", "'2027-01-01 10:00:00'")]
    [InlineData("- item", "'- item'")]
    [InlineData("# no comment", "'# no comment'")]
    [InlineData("a # b", "'a # b'")]
    [InlineData("a: b", "'a: b'")]
    [InlineData("ends:", "'ends:'")]
    [InlineData("&anchor", "'&anchor'")]
    [InlineData("*alias", "'*alias'")]
    [InlineData("!tag", "'!tag'")]
    [InlineData("%TAG", "'%TAG'")]
    [InlineData("@at", "'@at'")]
    [InlineData("\"quoted\"", "'\"quoted\"'")]
    [InlineData("'s Gravenhage", "\"'s Gravenhage\"")]
    [InlineData("both ' and \"", "both ' and \"")]
    [InlineData(" space", "' space'")]
    [InlineData("space ", "'space '")]
    [InlineData("tab\there", "\"tab\\there\"")]
    [InlineData("zero\u200Bwidth", "\"zero\\u200bwidth\"")]
    [InlineData("right\u202Eleft", "\"right\\u202eleft\"")]
    [InlineData("no\u00A0break", "\"no\\u00a0break\"")]
    public void Text_is_quoted_where_some_parser_would_take_it_for_something_else(string text, string written) =>
        Assert.Equal(written, YamlScalar.Of(text, isInFlow: false));

    [Theory]
    [InlineData("a, b", "'a, b'")]
    [InlineData("[x]", "'[x]'")]
    [InlineData("https://a.example/b", "'https://a.example/b'")]
    [InlineData("plain", "plain")]
    public void Between_brackets_their_signs_need_quotes_too(string text, string written) => Assert.Equal(written, YamlScalar.Of(text, isInFlow: true));

    [Theory]
    [InlineData("one\ntwo")]
    [InlineData("one\n\n  indented\ntwo\n")]
    [InlineData("# no comment\n--- no document\nkey: value")]
    [InlineData("\nbegins empty")]
    [InlineData(" begins with a space\ntwo")]
    [InlineData("ends with two\n\n")]
    [InlineData("trailing \nspace")]
    [InlineData("tab\n\there")]
    [InlineData("\n")]
    [InlineData("$(var.x) $$(y) $$$(z) $")]
    [InlineData("invisible\u200B\nand \u2028 more")]
    public void A_text_of_several_lines_is_read_as_it_was(string text)
    {
        var written = YamlPrinter.Print([], [new YamlPart.Mapping([new YamlLine("kind", new YamlPart.Word("Catalog")), new YamlLine("name", new YamlPart.Word("A")), new YamlLine("description", ValueWriter.Text(text))])]);

        var loaded = DeclarationLoader.Load("version: 1\n", [("policies/a.yaml", Encoding.UTF8.GetBytes(written))]);

        Assert.Equal(text, Assert.IsType<Catalog>(loaded.Declared.Find(EntityKey.Catalog("A"))?.Entity).Description.Value);
    }
}
