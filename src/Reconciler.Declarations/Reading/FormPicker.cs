using System.Collections.Immutable;
using Reconciler.Declarations.Messages;
using Reconciler.Declarations.Yaml;
using Reconciler.Entitlements;
using Reconciler.Entitlements.Fields;

namespace Reconciler.Declarations.Reading;

/// <summary>Tells by how a value is written which form of a union it is. None fits: one finding that says what was expected.</summary>
internal static class FormPicker
{
    /// <summary>The form; null where a finding says what is wrong.</summary>
    /// <param name="path">The path of the value: its last key is the one behind which it stands.</param>
    public static Form? Pick(Shape.Union union, YamlNode node, string path, Findings findings)
    {
        if (WordAsKey(union, node, path) is { } finding)
        {
            findings.Add(finding);
            return null;
        }

        var picked = node switch
        {
            YamlNode.Scalar scalar => union.Forms.FirstOrDefault(form => Takes(form.Shape, scalar)),
            YamlNode.Sequence => union.Forms.FirstOrDefault(form => form.Shape is Shape.ListOf),
            YamlNode.Mapping mapping => OfMapping(union, mapping, findings),
            _ => null,
        };
        if (picked is null && (node is not YamlNode.Mapping { Entries.Length: > 0 } || ShapeKeys.Known(union).IsEmpty))
        {
            findings.Add(Unfit(union, node));
        }

        return picked;
    }

    /// <summary>The finding for a word of the union that is written as a key: <c>expiration: { never: true }</c>.</summary>
    private static Diagnostic? WordAsKey(Shape.Union union, YamlNode node, string path)
    {
        foreach (var entry in node is YamlNode.Mapping mapping ? mapping.Entries : [])
        {
            if (FormKeys.Of(union).IsWord(entry.Key.Text))
            {
                return LoadDiagnostics.UnknownKey(entry.Key.Where, entry.Key.Text, nearest: null, known: [], Misplaced.Word(entry.Key.Text, path));
            }
        }

        return null;
    }

    private static bool Takes(Shape shape, YamlNode.Scalar scalar) => shape switch
    {
        Shape.Choice choice => choice.Words.Any(word => word.Word == scalar.Text) || choice.Later.Contains(scalar.Text),
        Shape.Length => Duration.TryParse(scalar.Text) is not null,
        Shape.Union union => union.Forms.Any(form => Takes(form.Shape, scalar)),
        Shape.Text or Shape.Truth or Shape.Whole or Shape.Moment => true,
        _ => false,
    };

    /// <summary>The form that owns most of the keys, of several the one that owns the first; a key of another form can't stand beside them.</summary>
    private static Form? OfMapping(Shape.Union union, YamlNode.Mapping mapping, Findings findings)
    {
        var keys = FormKeys.Of(union);
        var owned = mapping.Entries.Where(entry => !keys.OwnersOf(entry.Key.Text).IsEmpty).ToArray();
        if (owned is not [var first, ..])
        {
            var known = ShapeKeys.Known(union);
            foreach (var entry in mapping.Entries.Where(_ => !known.IsEmpty))
            {
                var home = Misplaced.Within(entry.Key.Text, union);
                var nearest = home is null ? OtherNames.Of(entry.Key.Text, known) ?? Nearest.To(entry.Key.Text, known) : null;
                findings.Add(LoadDiagnostics.UnknownKey(entry.Key.Where, entry.Key.Text, nearest, known, home));
            }

            return null;
        }

        var picked = MostOwning(union, keys, owned);
        var stranger = Array.Find(owned, entry => !keys.OwnersOf(entry.Key.Text).Contains(picked));
        if (stranger is null)
        {
            return ToldThatNothingIsNamed(union, keys.Names, mapping, owned, findings) ? null : picked;
        }

        // Of the keys that the picked form has, one that the stranger's has too excludes nothing.
        var other = Array.Find(owned, entry => keys.OwnersOf(entry.Key.Text).Contains(picked) && !keys.OwnersOf(entry.Key.Text).Intersect(keys.OwnersOf(stranger.Key.Text)).Any());
        findings.Add(LoadDiagnostics.KeysExclude(stranger.Key.Where, stranger.Key.Text, (other ?? first).Key.Text));
        return null;
    }

    private static Form MostOwning(Shape.Union union, FormKeys keys, YamlEntry[] owned)
    {
        var (picked, most) = (union.Forms[0], (Count: -1, OwnsFirst: false));
        foreach (var form in union.Forms)
        {
            var (count, ownsFirst) = (0, keys.OwnersOf(owned[0].Key.Text).Contains(form));
            foreach (var entry in owned)
            {
                count += keys.OwnersOf(entry.Key.Text).Contains(form) ? 1 : 0;
            }

            if ((count, ownsFirst).CompareTo(most) > 0)
            {
                (picked, most) = (form, (count, ownsFirst));
            }
        }

        return picked;
    }

    /// <summary>Where every form names something first, and none of them is written, nobody can tell which was meant: then what is missing is told, or what can't stand here.</summary>
    private static bool ToldThatNothingIsNamed(Shape.Union union, ImmutableArray<string> names, YamlNode.Mapping mapping, YamlEntry[] owned, Findings findings)
    {
        if (names.IsEmpty || Array.Exists(owned, entry => names.Contains(entry.Key.Text)))
        {
            return false;
        }

        var known = ShapeKeys.Known(union);
        var strangers = mapping.Entries.Where(entry => !known.Contains(entry.Key.Text)).ToArray();
        foreach (var entry in strangers)
        {
            findings.Add(LoadDiagnostics.UnknownKey(entry.Key.Where, entry.Key.Text, Nearest.To(entry.Key.Text, known), known));
        }

        if (strangers.Length == 0)
        {
            findings.Add(LoadDiagnostics.MissingKey(mapping.Where, names, union.Noun));
        }

        return true;
    }

    private static Diagnostic Unfit(Shape.Union union, YamlNode node)
    {
        var words = union.Forms.Select(form => form.Shape).OfType<Shape.Choice>().SelectMany(choice => choice.Words.Select(word => word.Word)).ToArray();
        var expected = ShapeWords.Expected(union);
        return node is YamlNode.Scalar scalar && words.Length > 0
            ? ScalarReader.Variables().IsMatch(scalar.Text)
                ? LoadDiagnostics.Variable(scalar.Where)
                : LoadDiagnostics.UnknownWord(scalar.Where, scalar.Text, words, ShapeWords.ToWrite(union))
            : LoadDiagnostics.WrongType(node, expected, ShapeWords.Advice(union, node));
    }
}
