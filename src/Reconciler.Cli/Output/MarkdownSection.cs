namespace Reconciler.Cli.Output;

/// <summary>A part of a Markdown report that stands or goes as a whole: every fence, table and <c>details</c> that it opens, it closes.</summary>
/// <param name="Text">Whole blocks, without a line end at the end.</param>
/// <param name="Rank">What it takes to leave it out.</param>
internal sealed record MarkdownSection(string Text, MarkdownRank Rank)
{
    /// <summary>What stands for it where there is no room for all of it; null where nothing shorter would tell.</summary>
    public string? Short { get; init; }

    /// <summary>What a reader misses without it, in the singular.</summary>
    public string Noun { get; init; } = "note";

    /// <summary>How many of them.</summary>
    public int Count { get; init; } = 1;
}

/// <summary>How much a reader needs a section: the higher, the sooner it goes.</summary>
internal enum MarkdownRank
{
    /// <summary>What takes something away, or stands against the plan, is never left out for want of room.</summary>
    Always,

    /// <summary>What gives access must not be hidden behind a crowd of what does not.</summary>
    Widens,

    Rest,
}
