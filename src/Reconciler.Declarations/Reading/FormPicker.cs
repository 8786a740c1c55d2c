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
        var entries = node is YamlNode.Mapping mapping ? mapping.Entries : [];
        var told = entries.Select(entry => (entry.Key, Advice: Misplaced.Word(entry.Key.Text, union, path))).FirstOrDefault(found => found.Advice is not null);
        return told.Advice is null ? null : LoadDiagnostics.UnknownKey(told.Key.Where, told.Key.Text, nearest: null, known: [], told.Advice);
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
        var first = mapping.Entries.FirstOrDefault(entry => union.Forms.Any(form => ShapeKeys.Owns(form.Shape, entry.Key.Text)));
        if (first is null)
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

        var owned = mapping.Entries.Where(entry => union.Forms.Any(form => ShapeKeys.Owns(form.Shape, entry.Key.Text))).ToArray();
        var picked = union.Forms
            .OrderByDescending(form => owned.Count(entry => ShapeKeys.Owns(form.Shape, entry.Key.Text)))
            .ThenByDescending(form => ShapeKeys.Owns(form.Shape, first.Key.Text))
            .First();
        var stranger = owned.FirstOrDefault(entry => !ShapeKeys.Owns(picked.Shape, entry.Key.Text));
        if (stranger is null)
        {
            return ToldThatNothingIsNamed(union, mapping, owned, findings) ? null : picked;
        }

        // Of the keys that the picked form has, one that the stranger's has too excludes nothing.
        var other = owned.FirstOrDefault(entry => ShapeKeys.Owns(picked.Shape, entry.Key.Text)
            && !union.Forms.Any(form => ShapeKeys.Owns(form.Shape, entry.Key.Text) && ShapeKeys.Owns(form.Shape, stranger.Key.Text)));
        findings.Add(LoadDiagnostics.KeysExclude(stranger.Key.Where, stranger.Key.Text, (other ?? first).Key.Text));
        return null;
    }

    /// <summary>Where every form names something first, and none of them is written, nobody can tell which was meant: then what is missing is told, or what can't stand here.</summary>
    private static bool ToldThatNothingIsNamed(Shape.Union union, YamlNode.Mapping mapping, YamlEntry[] owned, Findings findings)
    {
        var naming = union.Forms.Select(form => form.Shape).OfType<Shape.Group>().SelectMany(group => group.Fields.Where(field => field is { IsInline: true, IsRequired: true })).ToArray();
        var names = naming.SelectMany(field => ShapeKeys.NamesOf(field)).ToArray();
        if (naming.Length < union.Forms.Length || owned.Any(entry => names.Contains(entry.Key.Text)))
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
