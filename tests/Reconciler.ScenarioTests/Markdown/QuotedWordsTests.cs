using Reconciler.Cli;
using Reconciler.Cli.Output;
using Reconciler.Entitlements;

namespace Reconciler.ScenarioTests.Markdown;

/// <summary>Findings quote what people wrote in backquotes, which is code in a pull request, whatever was written.</summary>
public sealed class QuotedWordsTests
{
    public static TheoryData<string> Written => [.. NameSamples.All, "`", "``", "a`b", "` <b>@team</b> `", "a` **b** `c", "` ` `", "\\`", "x` [y](https://z.example) `", ""];

    [Theory]
    [MemberData(nameof(Written))]
    public void What_is_quoted_marks_nothing_up(string written)
    {
        var where = new SourceSpan("policies/a.yaml", 1, 1);
        var markdown = OutcomeMarkdown.Of(new Outcome { Findings = [new Diagnostic("RCN040", Severity.Error, where, $"Unknown key `{written}`; did you mean `{written}`?", $"Write `{written}`, not `x`.")] });

        new Rendered(markdown).IsHarmless();
    }

    [Fact]
    public void A_quoted_word_is_code_between_words_that_keep_their_spaces() =>
        Assert.Contains(
            "Unknown key `a b`; did you mean `c`? Write `c`, or take `a b` out.",
            OutcomeMarkdown.Of(new Outcome { Findings = [new Diagnostic("RCN040", Severity.Error, null, "Unknown key `a b`; did you mean `c`?", "Write `c`, or take `a b` out.")] }),
            StringComparison.Ordinal);
}
