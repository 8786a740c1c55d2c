using Reconciler.Entitlements;
using Reconciler.Entitlements.Fields;
using Reconciler.Planning;

namespace Reconciler.Cli.Output;

/// <summary>One change of a plan for people: what, where it is written, and a line for each value.</summary>
internal static class PlannedChangeText
{
    public static IEnumerable<Line> Lines(PlannedChange change, bool isHeld)
    {
        var (symbol, verb, ink) = Sign(change);
        yield return Line.Of(
            0,
            new Run($"{symbol} {verb} ", ink),
            new Run($"{Nouns.One(change.Key.Kind)}{Address(change.Key)}", Ink.Strong),
            new Run(Effects(change), Ink.Warns),
            new Run(change.Where is null ? "" : $"  {Printable.Of($"{change.Where.File}:{change.Where.Line}")}", Ink.Faint));

        foreach (var line in About(change, isHeld).Concat(change.Fields.SelectMany(field => Notes(field).Concat(field.Parts.Select(Part)).Prepend(Field(change, field)))))
        {
            yield return line;
        }

        if (change.Unchanged > 0)
        {
            yield return Line.Of(4, new Run($"({change.Unchanged} {(change.Unchanged == 1 ? "setting" : "settings")} unchanged)", Ink.Faint));
        }
    }

    /// <summary>What was left out, on one line.</summary>
    public static string HeldBack(HeldBack held) => $"{Nouns.One(held.Key.Kind)}{Address(held.Key)}, " + (held.Field switch
    {
        null => "its delete",
        { Kind: FieldChangeKind.Removed } gone => $"{gone.Label} without {Printable.Of(gone.Old ?? "")}",
        { } changed => $"{changed.Label}: {Printable.Of($"{changed.Old} → {changed.New}")}",
    });

    public static string Address(EntityKey key) => key.Path.IsEmpty ? "" : $" {Printable.Of(key.ToString())}";

    public static (string Symbol, string Verb, Ink Ink) Sign(PlannedChange change) => change switch
    {
        PlannedChange.Create => ("+", "add", Ink.Adds),
        PlannedChange.Rename => (">", "rename", Ink.Changes),
        PlannedChange.Delete => ("-", "delete", Ink.Deletes),
        _ => ("~", "change", Ink.Changes),
    };

    public static IEnumerable<Line> About(PlannedChange change, bool isHeld)
    {
        switch (change)
        {
            case PlannedChange.Rename rename:
                yield return Line.Of(4, new Run($"name: {Quoted(rename.OldName)} → {Quoted(rename.NewName)} (the id stays)"));
                break;
            case PlannedChange.Delete delete:
                var nobody = isHeld || delete.Key.Kind is not (EntityKind.AccessPackage or EntityKind.AssignmentPolicy) ? "" : "; nobody holds it";
                yield return Line.Of(4, new Run($"{delete.Reason}{nobody}"));
                if (!delete.Inside.IsEmpty)
                {
                    var names = string.Join(", ", delete.Inside.Select(Quoted));
                    yield return Line.Of(4, new Run($"with it {(delete.Inside.Count == 1 ? "goes the policy" : "go the policies")} {names}"));
                }

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
            new Run(field.Effect == Effect.Neutral ? "" : $" · {Effects(change, field)}", Ink.Warns));
    }

    private static IEnumerable<Line> Notes(FieldChange field) => field.Note is { } note ? [Line.Of(6, new Run(Printable.Of(note), Ink.Warns))] : [];

    private static Line Part(FieldChange part) => Line.Of(
        6,
        new Run(part.Kind == FieldChangeKind.Removed ? "- " : "+ ", part.Kind == FieldChangeKind.Removed ? Ink.Deletes : Ink.Adds),
        new Run($"{part.Label}: {Printable.Of(part.Old ?? part.New ?? "")}"));

    /// <summary>A change can let some in and keep others out: both are said.</summary>
    public static string Effects(PlannedChange change) => change.Effect == Effect.Neutral ? ""
        : change.Does(Effect.Widens) && change.Does(Effect.Narrows) ? " · widens and narrows"
        : $" · {Word(change.Effect)}";

    public static string Effects(PlannedChange change, FieldChange field) => field.Effect == Effect.Neutral ? "" : $"{Word(field.Effect)}{Whom(change, field)}";

    private static string Word(Effect effect) => effect switch { Effect.Widens => "widens", Effect.Narrows => "narrows", _ => "widens and narrows" };

    private static string Whom(PlannedChange change, FieldChange field) => field.Touches switch
    {
        _ when change is PlannedChange.Delete => "",
        Touches.Holders => change.Key.Kind == EntityKind.Settings ? ", for the guests of today" : ", for those who hold it now",
        Touches.FutureRequestors => ", for future requests",
        Touches.Delegates => ", for those who run it",
        _ => "",
    };

    private static string Quoted(string name) => $"\"{Printable.Of(name)}\"";
}
