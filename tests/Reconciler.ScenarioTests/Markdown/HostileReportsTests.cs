using System.Text.RegularExpressions;
using Reconciler.Cli.Output;

namespace Reconciler.ScenarioTests.Markdown;

/// <summary>Whatever is called what, and however much there is of it: the report is ours, whole, and no longer than a comment may be.</summary>
public sealed partial class HostileReportsTests
{
    public static TheoryData<int, int> Trials
    {
        get
        {
            var trials = new TheoryData<int, int>();
            int[] sizes = [0, 0, 1, 1, 2, 3, 5, 8, 20, 20, 60, 60, 150, 150, 400, 1000, 4000];
            for (var seed = 0; seed < 3 * sizes.Length; seed++)
            {
                trials.Add(seed, sizes[seed % sizes.Length]);
            }

            return trials;
        }
    }

    [Theory]
    [MemberData(nameof(Trials))]
    public void A_report_is_whole_harmless_and_short_enough(int seed, int size)
    {
        var markdown = OutcomeMarkdown.Of(new HostileReports(seed).Next(size));
        var rendered = new Rendered(markdown);

        Assert.InRange(markdown.Length, 1, MarkdownDocument.Limit);
        rendered.IsHarmless();
        Assert.StartsWith($"## {rendered.Texts.Last()}\n", markdown, StringComparison.Ordinal);
        Assert.Equal(markdown, OutcomeMarkdown.Of(new HostileReports(seed).Next(size)));
    }

    [Theory]
    [MemberData(nameof(Trials))]
    public void Every_change_of_a_plan_is_there_or_counted(int seed, int size)
    {
        var planned = new HostileReports(seed).Planned(size);
        var plan = planned.Plan with { Gaps = [], Diagnostics = [] };
        var markdown = OutcomeMarkdown.Of(new Cli.Outcome { Planned = planned with { Plan = plan } });

        var shown = Heading().Count(markdown);
        var missing = Missing().Match(markdown) is { Success: true } match ? int.Parse(match.Groups[1].Value) : 0;
        Assert.Equal(plan.Changes.Count, shown + missing);
    }

    [GeneratedRegex("(?m)^### (Add|Change|Rename|Delete) ")]
    private static partial Regex Heading();

    [GeneratedRegex(@"(\d+) more changes?\b")]
    private static partial Regex Missing();
}
