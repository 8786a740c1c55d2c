using Reconciler.Cli.Output;

namespace Reconciler.ScenarioTests.Markdown;

public sealed class MarkdownTextTests
{
    public static TheoryData<string> Hostile => new(HostileNames.All);

    [Theory]
    [MemberData(nameof(Hostile))]
    public void A_name_shows_as_exactly_what_it_is_wherever_it_stands(string name) => ShowsAsItIs(name);

    [Fact]
    public void So_do_names_made_of_such_names()
    {
        var random = new Random(1);
        Assert.All(Enumerable.Range(0, 5000).Select(_ => HostileNames.Next(random)), ShowsAsItIs);
    }

    [Theory]
    [InlineData("Access for external users, pending approval (60 days); by \"Ana's team\".")]
    [InlineData("General / External user package")]
    [InlineData("approval.stage 1.decideWithin")]
    [InlineData("14 days → 7 days")]
    [InlineData("Finance & People + İstanbul 🎉")]
    [InlineData("user-friendly, e.g. 50% = half!")]
    public void Plain_words_stay_as_they_are(string text) => Assert.Equal(text, MarkdownText.Of(text));

    [Theory]
    [InlineData("<!-- | @all ![x](http://evil) -->", "`<!--` &#124; `@all ![x](http://evil) -->`")]
    [InlineData("ask megan@contoso.com or #123 now", "ask `megan@contoso.com` or `#123` now")]
    [InlineData("It is (at) megan@contoso.com, or there.", "It is (at) `megan@contoso.com`, or there.")]
    [InlineData("a\nb", "`a\\u{a}b`")]
    [InlineData("\u202Eabc", "`\\u{202e}abc`")]
    [InlineData("- no list", "`-` no list")]
    [InlineData("not - a list", "not - a list")]
    public void What_could_mean_something_stands_in_code_and_reads_well_raw(string text, string expected) => Assert.Equal(expected, MarkdownText.Of(text));

    [Fact]
    public void What_nobody_would_read_to_its_end_is_cut_and_says_by_how_much()
    {
        var text = MarkdownText.Of(string.Concat(Enumerable.Repeat("a b ", 100_000)));

        Assert.InRange(text.Length, 2000, 2100);
        Assert.EndsWith(" … and 398000 more characters", text, StringComparison.Ordinal);
        new Rendered(MarkdownText.Of(string.Concat(Enumerable.Repeat("🎉`@a|", 1000)))).IsHarmless();
    }

    [Theory]
    [InlineData("group \"Governance team\"", "group \"Governance team\"")]
    [InlineData("[group \"Governance team\", user \"megan@contoso.com\"]", "`[group \"Governance team\", user \"megan@contoso.com\"]`")]
    [InlineData("a `b` @c", "a &#96;b&#96; `@c`")]
    public void A_value_is_one_code_span_or_none(string text, string expected) => Assert.Equal(expected, MarkdownText.Value(text));

    [Theory]
    [InlineData("policies/a.yaml:3", "`policies/a.yaml:3`")]
    [InlineData("a`b|c", "a&#96;b&#124;c")]
    [InlineData("", "")]
    public void A_place_is_code_where_it_can_be(string text, string expected) => Assert.Equal(expected, MarkdownText.Code(text));

    private static void ShowsAsItIs(string name)
    {
        var shown = Printable.Of(name);
        foreach (var text in new[] { MarkdownText.Of(name), MarkdownText.Code(name), MarkdownText.Value(name) })
        {
            foreach (var markdown in new[] { $"{text}\n", $"x {text} y\n", $"### x {text}\n", $"- {text}\n", $"| a | b |\n|---|---|\n| {text} | {text} |\n" })
            {
                var rendered = new Rendered(markdown);
                rendered.IsHarmless();
                Assert.True(shown.Length == 0 || rendered.Texts.Any(t => t.Contains(shown, StringComparison.Ordinal)), $"{markdown}\nshows as\n{string.Join("\n", rendered.Texts)}");
            }
        }
    }
}
