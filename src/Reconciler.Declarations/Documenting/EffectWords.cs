using Reconciler.Entitlements;
using Reconciler.Entitlements.Fields;

namespace Reconciler.Declarations.Documenting;

/// <summary>Says what a change of a key does to access. It is asked of the judgement itself, so that the sentence can't be another's.</summary>
internal static class EffectWords
{
    /// <summary>The sentence.</summary>
    /// <param name="isOfItem">Whether it is a part of an item of a list in which one item more or less has an effect: another item is one less and one more.</param>
    public static string Of(Field field, EntityKind kind, bool isOfItem = false)
    {
        if (field.IsFixed)
        {
            return "refused: it is fixed once made";
        }

        var effect = Effects(field);
        var whom = Whom(field.Touches, kind);
        return effect.Length > 0 ? effect + (whom.Length == 0 ? "" : $", for {whom}")
            : field.Shape is Shape.Group ? "as its keys say"
            : isOfItem ? "one less in the list, and one more"
            : whom.Length > 0 ? $"neither widens nor narrows; it is about {whom}"
            : "neither widens nor narrows";
    }

    private static string Whom(Touches touches, EntityKind kind) => touches switch
    {
        Touches.FutureRequestors => "future requests",
        Touches.Holders => kind == EntityKind.Settings ? "the guests of today" : "those who hold it now",
        Touches.Delegates => "those who run it",
        _ => "",
    };

    /// <summary>What a change does, without whom it is for; empty where it does nothing.</summary>
    public static string Effects(Field field) => field.Shape switch
    {
        Shape.Truth => Pair(field, false, true, "`true`", "`false`"),
        Shape.Length => Ends(field, "longer", "shorter"),
        Shape.Whole => Ends(field, "more", "less"),
        Shape.Moment or Shape.Day => Ends(field, "later", "earlier"),
        Shape.ListOf => Ends(field, "one more", "one less"),
        Shape.Choice choice => Words(field, choice),
        Shape.Union union => Forms(field, union),
        _ => Ends(field, "one value", "another"),
    };

    private static string Ends(Field field, string more, string less) =>
        ShapeSamples.Of(field.Shape) is [var first, .., var last] ? Pair(field, first, last, more, less) : "";

    private static string Pair(Field field, object less, object more, string moreWords, string lessWords) => (field.Judge(less, more), field.Judge(more, less)) switch
    {
        (Effect.Neutral, Effect.Neutral) => "",
        (Effect.Both, Effect.Both) => "any widens and narrows",
        var (up, down) when up == down => $"any {Word(up)}",
        var (up, down) => $"{moreWords} {Word(up)}, {lessWords} {Word(down)}",
    };

    private static string Words(Field field, Shape.Choice choice)
    {
        var words = choice.Words;
        var pairs = from i in Enumerable.Range(0, words.Length) from j in Enumerable.Range(i + 1, words.Length - i - 1) select (First: words[i], Second: words[j]);
        var down = pairs.Select(pair => field.Judge(pair.First.Value, pair.Second.Value)).Distinct().ToArray();
        var up = pairs.Select(pair => field.Judge(pair.Second.Value, pair.First.Value)).Distinct().ToArray();
        return (down, up) switch
        {
            ([] or [Effect.Neutral], [] or [Effect.Neutral]) => "",
            ([Effect.Both], [Effect.Both]) => "any widens and narrows",
            ([var one], [var other]) when words.Length == 2 => $"`{words[1].Word}` {Word(one)}, `{words[0].Word}` {Word(other)}",
            ([var one], [var other]) => $"a later word {Word(one)}, an earlier one {Word(other)}",
            _ => string.Join(", ", words.Select(to => $"to `{to.Word}` {Sum(words.Where(from => from != to).Select(from => field.Judge(from.Value, to.Value)))}")),
        };
    }

    private static string Forms(Field field, Shape.Union union)
    {
        var words = union.Forms.Where(form => form.Shape is Shape.Choice).SelectMany(form => ((Shape.Choice)form.Shape).Words.Select(word => (word.Word, Value: form.Wrap(word.Value)))).ToArray();
        var others = union.Forms.Where(form => form.Shape is not Shape.Choice).Select(form => ShapeSamples.Of(form.Shape).Select(form.Wrap).FirstOrDefault()).OfType<object>().ToArray();
        if (words is not [var only] || others.Length == 0)
        {
            var all = words.Select(word => word.Value).Concat(others).ToArray();
            var found = all.SelectMany(from => all.Where(to => !Equals(from, to)).Select(to => field.Judge(from, to))).Where(effect => effect != Effect.Neutral).Distinct().Order().ToArray();
            return found.Length == 0 ? "" : $"{string.Join(" or ", found.Select(Word))}, by what it was before";
        }

        var between = others.SelectMany(from => others.Where(to => !Equals(from, to)).Select(to => field.Judge(from, to))).ToArray();
        var (there, back) = (Sum(others.Select(to => field.Judge(only.Value, to))), Sum(others.Select(from => field.Judge(from, only.Value))));
        return there.Length == 0 && back.Length == 0 ? ""
            : $"from `{only.Word}` to another {there}, back {back}" + (others.Length < 2 ? "" : $"; between the others it {Sum(between)}");
    }

    private static string Sum(IEnumerable<Effect> effects) =>
        string.Join(" or ", effects.Where(effect => effect != Effect.Neutral).Distinct().Order().Select(Word));

    private static string Word(Effect effect) => effect switch
    {
        Effect.Widens => "widens",
        Effect.Narrows => "narrows",
        Effect.Both => "widens and narrows",
        _ => "does neither",
    };
}
