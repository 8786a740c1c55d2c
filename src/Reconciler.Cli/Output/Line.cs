using System.Collections.Immutable;

namespace Reconciler.Cli.Output;

/// <summary>One line of a report, before it is wrapped and coloured.</summary>
/// <param name="Indent">Columns left free before it; what wraps is indented by four more.</param>
internal sealed record Line(int Indent, ImmutableArray<Run> Runs)
{
    /// <summary>What it says, without colours.</summary>
    public string Text => string.Concat(Runs.Select(run => run.Text));

    /// <summary>Whether it is left as it is, however wide: what stands in the line below points into it.</summary>
    public bool IsVerbatim { get; private init; }

    public static Line Empty { get; } = new(0, []);

    public static Line Of(int indent, params ImmutableArray<Run> runs) => new(indent, runs);

    public static Line Verbatim(int indent, Run run) => new(indent, [run]) { IsVerbatim = true };

    public static Line Of(string text, Ink ink = Ink.Plain) => new(0, [new Run(text, ink)]);
}

/// <summary>Text of one colour. What it says is escaped where it is made.</summary>
internal readonly record struct Run(string Text, Ink Ink = Ink.Plain);

/// <summary>What a colour means. Nothing is said by colour alone.</summary>
internal enum Ink
{
    Plain,
    Strong,
    Faint,
    Adds,
    Changes,
    Deletes,
    Warns,
    Fails,
}
