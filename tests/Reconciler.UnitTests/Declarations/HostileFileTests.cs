using System.Text;
using Reconciler.Declarations;
using Reconciler.Entitlements;

namespace Reconciler.UnitTests.Declarations;

public sealed class HostileFileTests
{
    [Fact]
    public void A_million_brackets_are_given_up_after_a_few() =>
        Assert.Equal(["1:65 RCN021 More than 64 levels of nesting."], Loading.Text(new string('[', 1_000_000)).Told());

    [Fact]
    public void A_deep_block_is_given_up_as_well() =>
        Assert.Equal(["1:129 RCN021 More than 64 levels of nesting."], Loading.Text(string.Concat(Enumerable.Repeat("- ", 100_000)) + "a").Told());

    [Theory]
    [InlineData("?", "1:1 RCN026")]
    [InlineData("kind: Catalog\n?", "1:1 RCN026")]
    [InlineData("{ : }", "1:1 RCN026")]
    public void What_is_empty_is_told_inside_of_the_file(string yaml, string expected) =>
        Assert.StartsWith(expected, Loading.Text(yaml).Told()[0], StringComparison.Ordinal);

    [Theory]
    [InlineData("kind: Catalog\nkin\n -", "\n x: y")]
    [InlineData("kind: Catalog\nname: A\n -", "\n x: y")]
    public void Thousands_of_dashes_above_a_fault_cost_no_gigabyte(string before, string behind)
    {
        var text = before + string.Concat(Enumerable.Repeat(" -", 20_000)) + behind;
        var allocated = GC.GetAllocatedBytesForCurrentThread();

        Assert.Contains("RCN020", Assert.Single(Loading.Text(text).Told()), StringComparison.Ordinal);

        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - allocated, 0, 100_000_000);
    }

    [Fact]
    public void Aliases_can_not_nest_deeper_than_what_is_written()
    {
        var chain = new StringBuilder("a0: &a0 [x]\n");
        for (var i = 1; i < 100; i++)
        {
            chain.Append($"a{i}: &a{i} [*a{i - 1}]\n");
        }

        Assert.Equal(["63:12 RCN021 More than 64 levels of nesting."], Loading.Text(chain.ToString()).Told());
    }

    [Fact]
    public void An_alias_bomb_is_not_lit()
    {
        var bomb = new StringBuilder("a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n");
        for (var i = 1; i < 30; i++)
        {
            bomb.Append($"a{i}: &a{i} [{string.Join(", ", Enumerable.Repeat($"*a{i - 1}", 10))}]\n");
        }

        var told = Assert.Single(Loading.Text(bomb.ToString()).Told());
        Assert.Equal("5:45 RCN022 The file holds more than 100,000 values, those behind an alias counted at each use.", told);
    }

    [Fact]
    public void A_bomb_of_merge_keys_is_not_lit_either()
    {
        var bomb = new StringBuilder("a0: &a0 { " + string.Join(", ", Enumerable.Range(0, 100).Select(i => $"k{i}: v")) + " }\n");
        for (var i = 1; i < 30; i++)
        {
            bomb.Append($"a{i}: &a{i} {{ <<: [ {string.Join(", ", Enumerable.Repeat($"*a{i - 1}", 10))} ] }}\n");
        }

        Assert.StartsWith("4:", Assert.Single(Loading.Text(bomb.ToString()).Told()), StringComparison.Ordinal);
    }

    [Fact]
    public void An_alias_of_itself_has_no_end_and_is_refused() =>
        Assert.Equal(["1:15 RCN023 The alias `*a` stands inside of what it refers to."], Loading.Text("kind: &a [ 1, *a ]").Told());

    [Fact]
    public void An_alias_of_nothing_is_told() =>
        Assert.Equal(
            ["2:7 RCN024 There is no anchor `&fist` before this alias; did you mean `*first`?"],
            Loading.Text("kind: &first Catalog\nname: *fist").Told());

    [Fact]
    public void A_file_over_the_limit_is_not_looked_at() =>
        Assert.Equal(
            ["1:1 RCN006 `policies/a.yaml` has 4,194,305 bytes; at most 4,194,304 are read."],
            Loading.Bytes(new byte[(4 * 1024 * 1024) + 1]).Told());

    [Theory]
    [InlineData(new byte[] { 0xFF, 0xFE, 0x6B, 0 }, "1:1 RCN007 `policies/a.yaml` is not UTF-8: it begins with the mark of UTF-16 or UTF-32.")]
    [InlineData(new byte[] { 0x6B, 0, 0x69, 0 }, "1:2 RCN007 `policies/a.yaml` is not UTF-8: byte 1 is NUL, as in UTF-16.")]
    [InlineData(new byte[] { 0x61, 0x0A, 0xC3, 0xA5, 0xE5, 0x20 }, "2:2 RCN007 `policies/a.yaml` is not UTF-8: byte 4 (0xE5) fits no character.")]
    public void What_is_not_UTF8_is_told_with_the_byte(byte[] content, string expected) => Assert.Equal([expected], Loading.Bytes(content).Told());

    [Fact]
    public void A_byte_order_mark_is_skipped() =>
        Assert.Empty(Loading.Bytes([0xEF, 0xBB, 0xBF, .. "kind: Catalog\nname: A\n"u8]).Told());

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void Random_bytes_give_findings_and_nothing_else(int seed)
    {
        var random = new Random(seed);
        for (var i = 0; i < 2_000; i++)
        {
            var bytes = new byte[random.Next(1, 60)];
            random.NextBytes(bytes);
            Assert.NotEmpty(Loading.Bytes(bytes).Diagnostics);
        }
    }

    [Theory]
    [InlineData(11)]
    [InlineData(12)]
    [InlineData(13)]
    [InlineData(14)]
    public void Random_YAML_gives_findings_and_nothing_else(int seed)
    {
        string[] pieces =
        [
            "kind", ": ", "Catalog", "AccessPackage", "\n", "\n  ", "\n    ", "- ", "name", "&a ", "*a", "<<: ", "[", "]", "{", "}", ", ", "'", "\"", "|", ">", "!!str ",
            "!x ", "policies", "approval", "stages", "none", "#", "---", "\n---\n", "...", "%YAML 1.2\n", "%TAG ! x\n", "? ", "~", "\t", "\\ud800", "\\x", "\u0085", "\u2028", "é", "\U0001F600", "@", "`", "-", "1", "\r\n",
        ];
        var random = new Random(seed);
        for (var i = 0; i < 5_000; i++)
        {
            var text = string.Concat(Enumerable.Range(0, random.Next(1, 25)).Select(_ => pieces[random.Next(pieces.Length)]));
            var result = Loading.Text(text);
            Assert.All(result.Diagnostics, d => Assert.StartsWith("RCN", d.Code, StringComparison.Ordinal));
            Assert.True(Diagnostic.AnyErrors(result.Diagnostics) || result.Declared.Declarations.Count > 0, text);
        }
    }

    [Fact]
    public void A_broken_file_leaves_the_others_alone()
    {
        var result = Loading.Files(("policies/a.yaml", "kind: Catalog\nname: [ A\n"), ("policies/b.yaml", "kind: Catalog\nname: B\nenabld: true\n"));

        Assert.Equal(["RCN020", "RCN040"], result.Diagnostics.Select(d => d.Code));
        Assert.Equal(["B"], result.Declared.Declarations.Select(d => d.Key.Name));
    }

    [Fact]
    public void Of_one_file_a_hundred_findings_are_told_and_the_rest_counted()
    {
        var result = Loading.Text("kind: Catalog\nname: A\n" + string.Concat(Enumerable.Range(0, 250).Select(i => $"k{i}: v\n")));

        Assert.Equal(101, result.Diagnostics.Count);
        Assert.Equal("103:1 RCN012 150 more findings in this file are not shown.", result.Told()[^1]);
    }

    [Fact]
    public void What_people_wrote_is_quoted_so_that_it_can_not_break_the_line() =>
        Assert.Equal(
            [@"1:1 RCN040 Unknown key `a\u001B\u202E" + new string('x', 67) + "…`."],
            Loading.Text("\"a\\e\\u202e" + new string('x', 200) + "\": v\nkind: Catalog\nname: A").Told());

    [Fact]
    public void Many_files_with_the_same_fault_are_each_told() =>
        Assert.Equal(50, DeclarationLoader.Load(Loading.PlainWorkspace, Enumerable.Range(0, 50).Select(i => ($"policies/{i}.yaml", "- x"u8.ToArray()))).Diagnostics.Count);
}
