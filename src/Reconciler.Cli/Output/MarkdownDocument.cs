using System.Text;

namespace Reconciler.Cli.Output;

/// <summary>Sections between two summaries, made to fit a comment: what is needed least goes first, then what is largest, and what is missing is counted.</summary>
internal sealed class MarkdownDocument(string summary, IEnumerable<MarkdownSection> sections)
{
    /// <summary>GitHub takes 65 536 characters; a pipeline adds some of its own.</summary>
    public const int Limit = 60_000;

    // For the two summaries and the sentence that counts what is missing.
    private const int Frame = 1_000;

    private const string Break = "\n\n";

    private readonly List<MarkdownSection> _all = sections.ToList();

    public override string ToString()
    {
        var shown = Fit();
        var missing = _all.Where((_, i) => shown[i] is null).ToList();
        var shortened = _all.Where((section, i) => shown[i] is { } text && text != section.Text).ToList();
        List<string> blocks = [$"## {summary}", .. shown.OfType<string>()];
        blocks.AddRange([.. Sentence(missing, "more", ""), .. Sentence(shortened, "", " in full")]);
        if (blocks.Count > 1)
        {
            blocks.Add($"**{summary}**");
        }

        return string.Join(Break, blocks) + "\n";
    }

    /// <summary>What is shown of each section: all of it, its short form, or nothing.</summary>
    private string?[] Fit()
    {
        var shown = _all.Select(section => (string?)section.Text).ToArray();
        var room = Limit - Frame - shown.Sum(Length);

        // Lesser ranks go whole; one that must stay, and one that gives access, says at least what it is.
        Func<MarkdownSection, bool>[] turns = [s => s.Rank == MarkdownRank.Rest, s => s.Rank == MarkdownRank.Widens, s => s.Rank == MarkdownRank.Widens, s => s.Rank == MarkdownRank.Always];
        for (var turn = 0; turn < turns.Length; turn++)
        {
            var drops = turn is 0 or 2;
            foreach (var i in Enumerable.Range(0, shown.Length).Where(i => turns[turn](_all[i])).OrderByDescending(i => Length(shown[i])).ThenByDescending(i => i))
            {
                if (room >= 0)
                {
                    return shown;
                }

                var left = drops ? null : _all[i].Short ?? shown[i];
                room += Length(shown[i]) - Length(left);
                shown[i] = left;
            }
        }

        // Even what is never left out is too much: it stops here, from the end, and the count of it is said.
        for (var i = shown.Length - 1; i >= 0 && room < 0; i--)
        {
            room += Length(shown[i]);
            shown[i] = null;
        }

        return shown;
    }

    private static int Length(string? text) => text is null ? 0 : text.Length + Break.Length;

    private static IEnumerable<string> Sentence(List<MarkdownSection> sections, string more, string how)
    {
        if (sections.Count == 0)
        {
            yield break;
        }

        var counts = sections.GroupBy(section => section.Noun).Select(group => (group.Key, Count: group.Sum(section => section.Count))).ToList();
        var words = counts.Select(part => string.Join(" ", new[] { $"{part.Count}", more, part.Count == 1 ? part.Key : part.Key + "s" }.Where(word => word.Length > 0)));
        var against = sections.Count(section => section.Rank == MarkdownRank.Always);
        var wide = sections.Count(section => section.Rank == MarkdownRank.Widens);
        var said = new StringBuilder(string.Join(", ", words)).Append(counts.Count == 1 && counts[0].Count == 1 ? " is" : " are").Append(how).Append(" in the artifact (plan.json)");
        said.Append(wide == 0 ? "" : $"; {wide} of them {(wide == 1 ? "widens" : "widen")} access");
        said.Append(against == 0 || how.Length > 0 ? "" : $"; {against} of them {(against == 1 ? "takes" : "take")} something away or {(against == 1 ? "stands" : "stand")} against the plan, and there is no room for {(against == 1 ? "it" : "them")} here");
        yield return $"**{said}.**";
    }
}
