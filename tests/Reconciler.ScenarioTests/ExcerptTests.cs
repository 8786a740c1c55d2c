using Reconciler.Cli.Output;
using Reconciler.Entitlements;

namespace Reconciler.ScenarioTests;

/// <summary>The line and the caret under it, as they stand on a terminal.</summary>
public sealed class ExcerptTests
{
    [Theory]
    [InlineData("name: Finance", 7, 7, "3 | name: Finance", "  |       ^^^^^^^")]
    [InlineData("a:\tb", 4, 1, "3 | a: b", "  |    ^")]
    [InlineData("\t- a", 1, 1, "3 |  - a", "  | ^")]
    [InlineData("財務: x", 5, 1, "3 | 財務: x", "  |       ^")]
    [InlineData("x: 財務", 4, 2, "3 | x: 財務", "  |    ^^^^")]
    [InlineData("a\u030A: x", 5, 1, "3 | a\u030A: x", "  |    ^")]
    [InlineData("x: a\u030A", 4, 2, "3 | x: a\u030A", "  |    ^")]
    [InlineData("\U0001F600: x", 5, 1, "3 | \U0001F600: x", "  |     ^")]
    [InlineData("a\u001B[31m: x", 9, 1, "3 | a\\u{1b}[31m: x", "  |              ^")]
    [InlineData("x: a\u202Eb", 4, 3, "3 | x: a\\u{202e}b", "  |    ^^^^^^^^^^")]
    [InlineData("name:", 6, 1, "3 | name:", "  |      ^")]
    [InlineData("name:", 60, 9, "3 | name:", "  |      ^")]
    public void A_caret_stands_under_what_it_points_at(string line, int column, int length, string text, string caret) =>
        Assert.Equal(new Excerpt(text, caret), Excerpt.Of(line, new SourceSpan("a.yaml", 3, column, length)));

    [Theory]
    [InlineData(1, 5)]
    [InlineData(90, 5)]
    [InlineData(280, 21)]
    [InlineData(300, 1)]
    [InlineData(1, 300)]
    [InlineData(100, 150)]
    public void Of_a_long_line_the_part_around_its_offender_is_shown(int column, int length)
    {
        var line = string.Concat(Enumerable.Range(0, 60).Select(i => $"{i:000} 財"))[..300];

        var excerpt = Excerpt.Of(line, new SourceSpan("a.yaml", 123, column, length));

        var (first, last) = (excerpt.Caret.IndexOf('^', StringComparison.Ordinal), excerpt.Caret.LastIndexOf('^'));
        var shown = string.Concat(excerpt.Text.Select(c => c == '財' ? "財財" : $"{c}"));
        Assert.InRange(shown.Length, 60, 78);
        Assert.True(last < shown.Length);
        Assert.Equal(line[column - 1], shown[first]);
        Assert.Contains('…', shown);
    }

    [Theory]
    [InlineData("Write `{ after: … }` or `never` here, and nothing else beside.", 24, "Write `{ after: … }` or", "    `never` here, and", "    nothing else beside.")]
    [InlineData("one two `three` four", 12, "one two", "    `three`", "    four")]
    public void What_is_quoted_is_not_broken_between_lines(string text, int width, params string[] rows) =>
        Assert.Equal(rows, LinePrinter.Wrap(Line.Of(text), width).Select(row => string.Concat(row.Select(run => run.Text)).TrimEnd()));
}
