using System.Text.RegularExpressions;
using Markdig;
using Markdig.Extensions.EmphasisExtras;
using Markdig.Extensions.Tables;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace Reconciler.ScenarioTests.Markdown;

/// <summary>Markdown as a renderer sees it that knows what GitHub's knows: tables, strikethrough, tasks, links, emoji, mathematics, footnotes.</summary>
internal sealed partial class Rendered(string markdown)
{
    private static readonly MarkdownPipeline GitHub = new MarkdownPipelineBuilder()
        .UsePipeTables().UseEmphasisExtras(EmphasisExtraOptions.Strikethrough).UseTaskLists().UseAutoLinks()
        .UseEmojiAndSmiley(enableSmileys: false).UseMathematics().UseFootnotes().Build();

    private static readonly Type[] Blocks =
        [typeof(HeadingBlock), typeof(ParagraphBlock), typeof(ListBlock), typeof(ListItemBlock), typeof(Table), typeof(TableRow), typeof(TableCell), typeof(HtmlBlock)];

    private static readonly Type[] Inlines =
        [typeof(ContainerInline), typeof(LiteralInline), typeof(CodeInline), typeof(HtmlEntityInline), typeof(EmphasisInline), typeof(LineBreakInline), typeof(PipeTableDelimiterInline)];

    private readonly MarkdownDocument _document = Markdig.Markdown.Parse(markdown, GitHub);

    public IEnumerable<string> Headings => _document.Descendants<HeadingBlock>().Select(block => Text(block.Inline));

    public IEnumerable<string> Texts => _document.Descendants<LeafBlock>().Where(block => block is not HtmlBlock).Select(block => Text(block.Inline));

    public IReadOnlyList<string> Details => _document.Descendants<HtmlBlock>().SelectMany(block => block.Lines.ToString().Split('\n')).ToList();

    /// <summary>All of it is ours: nothing that a name says has become markup, a link, a mention, an issue, or a row or column of a table.</summary>
    public void IsHarmless()
    {
        Assert.All(_document.Descendants<Block>(), block => Assert.Contains(block.GetType(), Blocks));
        Assert.All(_document.Descendants<Inline>(), inline => Assert.Contains(inline.GetType(), Inlines));
        Assert.All(_document.Descendants<EmphasisInline>(), strong => Assert.Equal(2, strong.DelimiterCount));
        Assert.All(_document.Descendants<LiteralInline>(), literal => Assert.DoesNotMatch(Meaning(), literal.Content.ToString()));
        Assert.DoesNotMatch(Unprintable(), markdown);
        foreach (var table in _document.Descendants<Table>())
        {
            Assert.Contains(table.Cast<TableRow>().First().Count, new[] { 2, 3 });
            Assert.Single(table.Cast<TableRow>().Select(row => row.Count).Distinct());
        }

        AreDetailsBalanced();
    }

    private void AreDetailsBalanced()
    {
        var isOpen = false;
        foreach (var line in Details)
        {
            Assert.Matches(line.StartsWith("<summary>", StringComparison.Ordinal) ? "^<summary>[0-9a-z ]+</summary>$" : "^</?details>$", line);
            if (line.Contains("details", StringComparison.Ordinal))
            {
                Assert.Equal(isOpen, line == "</details>");
                isOpen = !isOpen;
            }
        }

        Assert.False(isOpen);
    }

    private static string Text(ContainerInline? container) => string.Concat((container?.Descendants() ?? []).Select(inline => inline switch
    {
        LiteralInline literal => literal.Content.ToString(),
        CodeInline code => code.Content,
        HtmlEntityInline entity => entity.Transcoded.ToString(),
        _ => "",
    }));

    [GeneratedRegex(@"@|#|://|www\.|:\w+:|\$|\bgh-\d|(?<![0-9a-z])[0-9a-f]{7,40}(?![0-9a-z])", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Meaning();

    [GeneratedRegex(@"[\p{Cc}\p{Cf}\p{Zl}\p{Zp}-[\n\u200D]]")]
    private static partial Regex Unprintable();
}
