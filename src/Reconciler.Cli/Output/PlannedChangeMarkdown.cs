using Reconciler.Entitlements.Fields;
using Reconciler.Planning;

namespace Reconciler.Cli.Output;

/// <summary>One change of a plan as a section: a heading, what is to be said of it, and a table with a row for each value.</summary>
internal static class PlannedChangeMarkdown
{
    // A table of more rows hides what follows it.
    private const int Many = 10;

    public static MarkdownSection Section(PlannedChange change, bool isHeld)
    {
        var heading = Heading(change);
        List<string> blocks = [heading, .. PlannedChangeText.About(change, isHeld).Select(line => MarkdownText.Of(line.Text)), .. Tables(change)];
        if (change.Unchanged > 0)
        {
            blocks.Add($"{change.Unchanged} {(change.Unchanged == 1 ? "setting is" : "settings are")} unchanged.");
        }

        return new MarkdownSection(string.Join("\n\n", blocks), Rank(change)) { Short = heading, Noun = "change" };
    }

    private static string Heading(PlannedChange change)
    {
        var verb = PlannedChangeText.Sign(change).Verb;
        var what = $"{Nouns.One(change.Key.Kind)}{PlannedChangeText.Address(change.Key)}";
        var place = change.Where is { } where ? $" · {MarkdownText.Code($"{where.File}:{where.Line}")}" : "";
        return $"### {char.ToUpperInvariant(verb[0])}{verb[1..]} {MarkdownText.Of(what)}{PlannedChangeText.Effects(change)}{place}";
    }

    private static MarkdownRank Rank(PlannedChange change) =>
        change is PlannedChange.Delete || change.Does(Effect.Narrows) || change.Fields.Any(field => field.Kind == FieldChangeKind.Removed) ? MarkdownRank.Always
        : change.Does(Effect.Widens) ? MarkdownRank.Widens
        : MarkdownRank.Rest;

    /// <summary>Of a long create, what it says about access stays in sight where it gives any; defaults, and what gives none, are folded.</summary>
    private static IEnumerable<string> Tables(PlannedChange change)
    {
        var fields = change.Fields.ToList();
        if (change is not PlannedChange.Create || fields.Sum(Rows) <= Many || fields.Exists(field => field.Effect != Effect.Neutral))
        {
            return [.. Table(change, fields)];
        }

        var folded = change.Does(Effect.Widens) ? fields.FindAll(field => field.IsDefault) : fields;
        var count = folded.Sum(Rows);
        return
        [
            .. Table(change, fields.Except(folded).ToList()),
            .. count == 0 ? [] : Fold($"{count} {(count == 1 ? "setting" : "settings")}{(folded.Count < fields.Count ? " by default" : "")}", Table(change, folded)),
        ];
    }

    public static IEnumerable<string> Fold(string summary, IEnumerable<string> blocks) =>
        blocks.Prepend($"<details>\n<summary>{summary}</summary>").Append("</details>");

    private static IEnumerable<string> Table(PlannedChange change, List<FieldChange> fields)
    {
        if (fields.Count == 0)
        {
            yield break;
        }

        // Of what is new there is nothing to say but its values.
        var isShort = change is PlannedChange.Create && fields.TrueForAll(field => field is { Old: null, Effect: Effect.Neutral });
        var head = isShort ? FieldChangeMarkdown.ShortHead : FieldChangeMarkdown.Head;
        yield return string.Join("\n", fields.SelectMany(field => FieldChangeMarkdown.Rows(change, field, isShort)).Prepend(head));
    }

    private static int Rows(FieldChange field) => 1 + field.Parts.Count;
}
