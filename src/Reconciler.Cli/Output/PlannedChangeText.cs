using Reconciler.Entitlements;
using Reconciler.Entitlements.Fields;
using Reconciler.Planning;

namespace Reconciler.Cli.Output;

/// <summary>One change of a plan for people: what, where it is written, and a line for each value.</summary>
internal static class PlannedChangeText
{
    public static IEnumerable<Line> Lines(PlannedChange change)
    {
        var (symbol, verb, ink) = Sign(change);
        yield return Line.Of(
            0,
            new Run($"{symbol} {verb} ", ink),
            new Run($"{Nouns.One(change.Key.Kind)}{Address(change.Key)}", Ink.Strong),
            new Run(change.Effect == Effect.Neutral ? "" : $" · {Word(change.Effect)}", Ink.Warns),
            new Run(change.Where is null ? "" : $"  {Printable.Of($"{change.Where.File}:{change.Where.Line}")}", Ink.Faint));

        foreach (var line in About(change).Concat(change.Fields.Select(field => Field(change, field))))
        {
            yield return line;
        }

        if (change.Unchanged > 0)
        {
            yield return Line.Of(4, new Run($"({change.Unchanged} {(change.Unchanged == 1 ? "setting" : "settings")} unchanged)", Ink.Faint));
        }
    }

    public static string Address(EntityKey key) => key.Kind == EntityKind.Settings ? "" : $" {Printable.Of(key.ToString())}";

    public static (string Symbol, string Verb, Ink Ink) Sign(PlannedChange change) => change switch
    {
        PlannedChange.Create => ("+", "add", Ink.Adds),
        PlannedChange.Rename => (">", "rename", Ink.Changes),
        PlannedChange.Delete => ("-", "delete", Ink.Deletes),
        _ => ("~", "change", Ink.Changes),
    };

    private static IEnumerable<Line> About(PlannedChange change)
    {
        switch (change)
        {
            case PlannedChange.Rename rename:
                yield return Line.Of(4, new Run($"name: {Quoted(rename.OldName)} → {Quoted(rename.Key.Name)} (the id stays)"));
                break;
            case PlannedChange.Delete { Inside: > 0 } delete:
                yield return Line.Of(4, new Run($"{delete.Reason}; {Nouns.Count(delete.Inside, EntityKind.AssignmentPolicy)} {(delete.Inside == 1 ? "goes" : "go")} with it"));
                break;
            case PlannedChange.Delete delete:
                yield return Line.Of(4, new Run(delete.Reason));
                break;
        }
    }

    private static Line Field(PlannedChange change, FieldChange field)
    {
        var (mark, text, ink) = field.Kind switch
        {
            FieldChangeKind.Added => (change is PlannedChange.Create ? "" : "+ ", field.New, Ink.Adds),
            FieldChangeKind.Removed => ("- ", field.Old, Ink.Deletes),
            _ => ("", field.Old is null ? field.New : $"{field.Old} → {field.New}", Ink.Plain),
        };
        return Line.Of(
            4,
            new Run(mark, ink),
            new Run($"{field.Label}: {Printable.Of(text ?? "")}"),
            new Run(field.IsDefault ? " (default)" : "", Ink.Faint),
            new Run(field.Effect == Effect.Neutral ? "" : $" · {Word(field.Effect)}{Whom(change, field)}", Ink.Warns));
    }

    private static string Word(Effect effect) => effect == Effect.Widens ? "widens" : "narrows";

    private static string Whom(PlannedChange change, FieldChange field) => field.Touches switch
    {
        Touches.Holders => change.Key.Kind == EntityKind.Settings ? ", for the guests of today" : ", for those who hold it now",
        Touches.FutureRequestors => ", for future requests",
        _ => "",
    };

    private static string Quoted(string name) => $"\"{Printable.Of(name)}\"";
}
