using System.Collections.Immutable;
using System.Diagnostics;
using Reconciler.Declarations.Messages;
using Reconciler.Declarations.Yaml;
using Reconciler.Entitlements;
using Reconciler.Entitlements.Fields;

namespace Reconciler.Declarations.Reading;

/// <summary>Reads a value by its shape. The one place that knows how each shape is written; null where a finding says what is wrong.</summary>
internal sealed class ShapeReader(Findings findings, TimeZoneInfo timeZone, Trail trail)
{
    private static readonly Shape.Text NameShape = new(ScalarReader.LongestName, MayBeEmpty: false);

    private readonly ScalarReader _scalars = new(findings, timeZone);

    /// <summary>Reads the value at a path and notes where it stands.</summary>
    /// <param name="ifEmpty">What to do where there is no value.</param>
    public object? Read(Shape shape, YamlNode node, TrailPath path, Whose whose, string ifEmpty)
    {
        trail.Note(path, node.Where);
        return node.IsNothing ? Refuse(LoadDiagnostics.EmptyValue(node.Where, $"{whose}", ifEmpty)) : Read(shape, node, path);
    }

    /// <summary>Reads an owner's fields from its keys: a required one that is missing is a finding, another takes its default.</summary>
    /// <param name="ifEmpty">What to do where one that is not required has no value.</param>
    public object? Fields(IEnumerable<Field> fields, Keys keys, object blank, TrailPath path, string noun, string ifEmpty)
    {
        var (owner, isWhole) = Owner(fields, keys, blank, path, noun, ifEmpty);
        return isWhole ? owner : null;
    }

    /// <summary>The same where the rest counts if one of them is wrong: that one stays as it is in the blank owner.</summary>
    public object Each(IEnumerable<Field> fields, Keys keys, object blank, TrailPath path, string noun, string ifEmpty) =>
        Owner(fields, keys, blank, path, noun, ifEmpty).Owner;

    private (object Owner, bool IsWhole) Owner(IEnumerable<Field> fields, Keys keys, object blank, TrailPath path, string noun, string ifEmpty)
    {
        var owner = blank;
        var isWhole = true;
        foreach (var field in fields)
        {
            if (keys.ValueOf(field) is { } written)
            {
                var advice = field.IsRequired ? WriteValue.Always : ifEmpty;
                var value = Read(field.Shape, written, path.Then(field.Key), Whose.Key(field.Key), advice);
                (owner, isWhole) = value is null ? (owner, false) : (field.With(owner, value), isWhole);
            }
            else if (field.IsRequired)
            {
                isWhole = false;
                if (!keys.MayHaveMeant(field))
                {
                    findings.Add(LoadDiagnostics.MissingKey(keys.Mapping.Where, ShapeKeys.NamesOf(field), noun));
                }
            }
            else if ((field.DefaultIn?.Invoke(owner) ?? field.Default) is { } @default && !@default.Equals(field.Get(owner)))
            {
                owner = field.With(owner, @default);
            }
        }

        return (owner, isWhole);
    }

    private object? Read(Shape shape, YamlNode node, TrailPath path) => shape switch
    {
        Shape.Text text => _scalars.Text(text, node),
        Shape.Truth => _scalars.Truth(node),
        Shape.Whole whole => _scalars.Whole(whole, node),
        Shape.Length length => _scalars.Length(length, node),
        Shape.Moment moment => _scalars.Moment(moment, node),
        Shape.Day => _scalars.Day(node),
        Shape.Choice choice => _scalars.Choice(choice, node),
        Shape.Named named => Named(named, node, path),
        Shape.Called when node is not YamlNode.Scalar => Refuse(LoadDiagnostics.WrongType(node, ShapeWords.Expected(shape))),
        Shape.Called called => _scalars.Text(NameShape, node) is string name ? new Reference(called.Kind, name) : null,
        Shape.MapOf map => Map(map, node, path),
        Shape.Values => node is YamlNode.Mapping ? node : Refuse(LoadDiagnostics.WrongType(node, ShapeWords.Expected(shape))),
        Shape.ListOf list => List(list, node, path),
        Shape.Group group => Group(group, node, path),
        Shape.Union union => Union(union, node, path),
        _ => throw new UnreachableException($"No way to read {shape.GetType().Name}."),
    };

    private object? Named(Shape.Named shape, YamlNode node, TrailPath path)
    {
        if (node is not YamlNode.Mapping mapping)
        {
            return Refuse(LoadDiagnostics.WrongType(node, ShapeWords.Expected(shape)));
        }

        var keys = Keys.Of(mapping, ShapeKeys.Known(shape), shape.Later, findings);
        var kinds = shape.Kinds.Where(kind => keys.Find(ShapeKeys.Word(kind)) is not null).ToArray();
        if (kinds.Length != 1 || keys.AnyRefused)
        {
            return keys.AnyRefused ? null : Refuse(kinds.Length == 0
                ? LoadDiagnostics.WrongType(node, ShapeWords.Expected(shape))
                : LoadDiagnostics.KeysExclude(mapping.Where, ShapeKeys.Word(kinds[1]), ShapeKeys.Word(kinds[0])));
        }

        var isDeleted = keys.Find(ShapeKeys.Word(kinds[0]))?.Value is YamlNode.Scalar { Text: Reference.Deleted };
        if (isDeleted && keys.Find(ShapeKeys.Id) is null)
        {
            return Refuse(LoadDiagnostics.MissingKey(mapping.Where, [ShapeKeys.Id], "reference to what is deleted"));
        }

        if (RefusedCatalog(kinds[0], keys, mapping))
        {
            return null;
        }

        NoteName(shape, mapping, path);
        var catalog = (keys.Find(ShapeKeys.Catalog)?.Value as YamlNode.Scalar)?.Text;
        var name = Name(keys.Find(ShapeKeys.Word(kinds[0])), $"Write the {ShapeKeys.Word(kinds[0])}'s name.");
        var id = Name(keys.Find(ShapeKeys.Id), WriteValue.OrTakeOut);
        return name is null || (id is null && keys.Find(ShapeKeys.Id) is not null) ? null : new Reference(kinds[0], isDeleted ? null : name, id) { Catalog = catalog };
    }

    /// <summary>An access package is named with its catalog, and nothing else is.</summary>
    private bool RefusedCatalog(ReferenceKind kind, Keys keys, YamlNode.Mapping mapping)
    {
        var isPackage = kind == ReferenceKind.Package;
        if (keys.Find(ShapeKeys.Catalog) is { } written)
        {
            if (!isPackage)
            {
                findings.Add(LoadDiagnostics.KeysExclude(written.Key.Where, ShapeKeys.Catalog, kind.Word()));
            }

            return !isPackage || Name(written, "Write the catalog's name.") is null;
        }

        if (isPackage)
        {
            findings.Add(LoadDiagnostics.MissingKey(mapping.Where, [ShapeKeys.Catalog], "reference to an access package"));
        }

        return isPackage;
    }

    /// <summary>Notes that what is at a path stands where its name does: that is what has to be corrected if the tenant knows nothing of the name.</summary>
    private void NoteName(Shape.Named shape, YamlNode.Mapping mapping, TrailPath path)
    {
        var name = mapping.Entries.FirstOrDefault(entry => shape.Kinds.Any(kind => ShapeKeys.Word(kind) == entry.Key.Text))?.Value.Where;

        // Behind an alias the name stands further up, behind a variable in another file; there the use is the better place.
        if (name is not null && name.File == mapping.Where.File && (name.Line, name.Column).CompareTo((mapping.Where.Line, mapping.Where.Column)) > 0)
        {
            trail.Note(path, name);
        }
    }

    private string? Name(YamlEntry? entry, string ifEmpty)
    {
        return entry is null ? null
            : entry.Value.IsNothing ? (string?)Refuse(LoadDiagnostics.EmptyValue(entry.Value.Where, Quote.Of(entry.Key.Text), ifEmpty))
            : (string?)_scalars.Text(NameShape, entry.Value);
    }

    private object? List(Shape.ListOf shape, YamlNode node, TrailPath path)
    {
        if (node is not YamlNode.Sequence sequence)
        {
            return Refuse(LoadDiagnostics.WrongType(node, ShapeWords.Expected(shape), ShapeWords.Advice(shape, node)));
        }

        if (sequence.Items.Length < shape.Fewest)
        {
            return Refuse(LoadDiagnostics.TooFew(node.Where, shape.Noun, shape.Fewest, ShapeExamples.Of(shape)));
        }

        if (sequence.Items.Length > shape.Most)
        {
            return Refuse(LoadDiagnostics.TooMany(node.Where, shape.Noun, sequence.Items.Length, shape.Most));
        }

        var items = ImmutableArray.CreateBuilder<object>(sequence.Items.Length);
        var places = shape.IsSet && sequence.Items.Length > 1 ? new Dictionary<object, SourceSpan>(ItemComparer.Instance) : null;
        var isWhole = true;
        for (var index = 0; index < sequence.Items.Length; index++)
        {
            if (Read(shape.Item, sequence.Items[index], path.Item(index), Whose.Item(shape.Noun), WriteValue.Always) is { } item)
            {
                items.Add(item);
                isWhole &= places is null || IsFirst(item, sequence.Items[index], shape, places);
            }
            else
            {
                isWhole = false;
            }
        }

        return isWhole ? shape.Pack(items.DrainToImmutable()) : null;
    }

    private bool IsFirst(object item, YamlNode written, Shape.ListOf shape, Dictionary<object, SourceSpan> places)
    {
        var key = shape.KeyOf?.Invoke(item) ?? item;
        if (places.TryAdd(key, written.Where))
        {
            return true;
        }

        findings.Add(LoadDiagnostics.ItemTwice(written.Where, shape.Noun, places[key]));
        return false;
    }

    private object? Map(Shape.MapOf shape, YamlNode node, TrailPath path)
    {
        if (node is not YamlNode.Mapping mapping)
        {
            return Refuse(LoadDiagnostics.WrongType(node, ShapeWords.Expected(shape), ShapeWords.Advice(shape, node)));
        }

        var items = ImmutableArray.CreateBuilder<object>(mapping.Entries.Length);
        var places = new Dictionary<string, SourceSpan>(StringComparer.OrdinalIgnoreCase);
        var isWhole = true;
        foreach (var entry in mapping.Entries)
        {
            var key = entry.Key.Text;
            if (!shape.IsKey(key))
            {
                isWhole = false;
                findings.Add(LoadDiagnostics.NotAKey(entry.Key.Where, key, shape.KeyNoun, shape.IsKey(key.Replace('_', '-')) ? key.Replace('_', '-') : null));
            }
            else if (!places.TryAdd(key, entry.Key.Where))
            {
                isWhole = false;
                findings.Add(LoadDiagnostics.ItemTwice(entry.Key.Where, shape.Noun, places[key]));
            }
            else if (Read(shape.Item, entry.Value, path.Then(key), Whose.Item(shape.Noun), WriteValue.Always) is { } item)
            {
                items.Add(shape.WithKey(item, key));
            }
            else
            {
                isWhole = false;
            }
        }

        return isWhole ? shape.Pack(items.DrainToImmutable()) : null;
    }

    private object? Group(Shape.Group shape, YamlNode node, TrailPath path)
    {
        if (node is not YamlNode.Mapping mapping)
        {
            return Refuse(LoadDiagnostics.WrongType(node, ShapeWords.Expected(shape)));
        }

        var keys = Keys.Of(mapping, ShapeKeys.Known(shape), ShapeKeys.Later(shape), findings, key => Misplaced.Within(key, shape));
        var value = Fields(shape.Fields, keys, shape.Blank(), path, shape.Noun, WriteValue.OrTakeDefault);
        foreach (var named in shape.Fields.Where(field => field.IsInline).Select(field => field.Shape).OfType<Shape.Named>())
        {
            NoteName(named, mapping, path);
        }

        return keys.AnyRefused ? null : value;
    }

    private object? Union(Shape.Union shape, YamlNode node, TrailPath path)
    {
        if (FormPicker.Pick(shape, node, path.Text, findings) is not { } form)
        {
            return null;
        }

        return Read(form.Shape, node, path) is { } value ? form.Wrap(value) : null;
    }

    private object? Refuse(Diagnostic finding)
    {
        findings.Add(finding);
        return null;
    }
}
