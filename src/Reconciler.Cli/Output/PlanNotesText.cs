using Reconciler.Entitlements;
using Reconciler.Planning;

namespace Reconciler.Cli.Output;

/// <summary>What a plan says beside its changes, for people.</summary>
internal static class PlanNotesText
{
    public static IEnumerable<Line> Lines(Plan plan)
    {
        List<string> notes =
        [
            .. plan.LooksRenamed.Select(pair => $"Looks renamed: {Address(pair.Old)} is deleted and {Address(pair.New)}, which is much like it, is added. To keep it, its id and its assignments, write in the new one: previously: [ {Quoted(pair.Old.Name)} ]"),
            .. plan.Adopted.Select(key => $"Adopted: the {Nouns.One(key.Kind)} {Address(key)} is there already; apply records that it is managed from now on."),
            .. plan.Protection.Select(change => $"{(change.IsProtected ? "Protected" : "No longer protected")}: the {Nouns.One(change.Key.Kind)} {Address(change.Key)}; apply records it, and {(change.IsProtected ? "nothing deletes it from then on" : "a later apply may delete it")}."),
            .. plan.Gone.Select(key => $"Gone: the {Nouns.One(key.Kind)} {Address(key)} is declared absent and is not there; its lines can go."),
        ];
        notes.AddRange(plan.LetGo.Select(key => $"Let go: the {Nouns.One(key.Kind)} {Address(key)} stays as it is; apply forgets it, with all that is in it and not declared."));
        notes.AddRange(plan.Ended.Select(key => $"Ended: the assignment {Address(key)} is over, and is not made again; its lines can go."));
        if (!plan.OutOfScope.IsEmpty)
        {
            notes.Add($"Outside of scope: {plan.OutOfScope.Count} {(plan.OutOfScope.Count == 1 ? "declaration is" : "declarations are")} neither compared nor applied ({Names(plan.OutOfScope)}).");
        }

        if (plan.KnownFindings > 0)
        {
            notes.Add($"Known: {(plan.KnownFindings == 1 ? "1 finding stands in baseline.yaml and is" : $"{plan.KnownFindings} findings stand in baseline.yaml and are")} not shown.");
        }

        notes.AddRange(plan.HeldBack.Select(held => $"Held back by --no-removals: {PlannedChangeText.HeldBack(held)}."));
        notes.AddRange(plan.Ignored.GroupBy(ignored => (ignored.Key, ignored.Because)).Select(ignored =>
            $"Ignored: {And(ignored.Select(i => i.Setting).ToEquatableArray())} of {Address(ignored.Key.Key)}{Until(ignored.Key.Because)}: {Printable.Of(ignored.Key.Because.Reason)}."));
        notes.AddRange(Few(plan.NotManaged.Select(left => $"Not managed: {And(left.Settings)} of {Address(left.Key)}; the tenant's {(left.Settings.Count == 1 ? "value stays" : "values stay")}.").ToList(), "more such policies"));

        notes.AddRange(Few(plan.Kept.Select(kept => $"Kept: {Address(kept.Key)} has {Printable.Of(And(kept.What))}; this build has no word for that and leaves it as it is.").ToList(), "more such entities"));
        if (!plan.Unmanaged.IsEmpty)
        {
            var kinds = plan.Unmanaged.GroupBy(k => k.Kind).OrderBy(g => g.Key).Select(g => Nouns.Count(g.Count(), g.Key));
            notes.Add($"Unmanaged: {string.Join(", ", kinds)} that nobody declares {(plan.Unmanaged.Count == 1 ? "is" : "are")} left alone ({Names(plan.Unmanaged)}).");
        }

        return notes.Count == 0 ? [] : notes.Select(note => Line.Of(note, Ink.Faint)).Prepend(Line.Empty);
    }

    private static string Address(EntityKey key) => Printable.Of(key.ToString());

    private static string Quoted(string name) => $"\"{Printable.Of(name)}\"";

    private static string Until(Ignore ignore) => ignore.Until is { } until ? $" until {until:yyyy-MM-dd}" : "";

    private static string And(EquatableArray<string> words) =>
        words.Count == 1 ? words[0] : $"{string.Join(", ", words.SkipLast(1))} and {words[^1]}";

    private static IEnumerable<string> Few(List<string> all, string rest) =>
        all.Count <= 5 ? all : all.Take(5).Append($"… and {all.Count - 5} {rest}.");

    private static string Names(EquatableArray<EntityKey> keys) =>
        string.Join(", ", keys.Take(5).Select(k => Printable.Of(k.ToString()))) + (keys.Count > 5 ? $" and {keys.Count - 5} more" : "");
}
