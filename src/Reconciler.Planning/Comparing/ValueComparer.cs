using System.Collections.Immutable;
using Reconciler.Entitlements;
using Reconciler.Entitlements.Fields;

namespace Reconciler.Planning.Comparing;

/// <summary>
/// Compares two values of one shape by meaning: sets by their items, stages by position, the rest by value. Each difference is a line.
/// A missing old value means that everything is new.
/// </summary>
internal sealed class ValueComparer(Func<string, SourceSpan?> place, Func<string, bool>? isWritten = null)
{
    private readonly List<FieldChange> _changes = [];

    public EquatableArray<FieldChange> Changes => _changes.ToEquatableArray();

    public void Compare(Field field, object? old, object @new, FieldPath owner) => Compare(field, old, @new, owner, isFixed: false);

    // What is in something fixed is fixed with it.
    private void Compare(Field field, object? old, object @new, FieldPath owner, bool isFixed) => Compare(
        field.Shape,
        old,
        @new,
        field.IsInline && owner.Exact.Length > 0 ? owner : owner.Key(field.Key),
        new Column(field.Key, field.Says, field.Touches, field.Judge, field.IsFixed || isFixed));

    private void Compare(Shape shape, object? old, object @new, FieldPath path, Column column)
    {
        switch (shape)
        {
            case Shape.Group group:
                foreach (var member in group.Fields)
                {
                    if (member.Get(@new) is { } value)
                    {
                        Compare(member, old is null ? null : member.Get(old), value, path, column.IsFixed);
                    }
                }

                break;
            case Shape.Union union:
                CompareForms(union, old, @new, path, column);
                break;
            case Shape.ListOf { IsSet: true } list:
                CompareSets(list, old, @new, path, column);
                break;
            case Shape.MapOf map:
                CompareMaps(map, old, @new, path, column);
                break;
            case Shape.ListOf list:
                CompareSequences(list, old, @new, path, column);
                break;
            default:
                if (old is null || !Same(shape, old, @new))
                {
                    Add(path, FieldChangeKind.Set, old is null ? null : Words.Of(shape, old), Words.Of(shape, @new), column.Of(old, @new), column);
                    Say(shape, old, @new, path, column);
                }

                break;
        }
    }

    private void CompareForms(Shape.Union union, object? old, object @new, FieldPath path, Column column)
    {
        var (was, before) = old is null ? default : union.FormOf(old);
        var (form, after) = union.FormOf(@new);
        if (form is not null && after is not null && (old is null || was == form))
        {
            Compare(form.Shape, before, after, path, column.Inside(form));
        }
        else if (!Equals(old, @new))
        {
            Add(path, FieldChangeKind.Set, old is null ? null : Words.Short(union, old), Words.Short(union, @new), column.Of(old, @new), column);
            Say(union, old, @new, path, column);
            _changes[^1] = _changes[^1] with { Parts = [.. Parts(was, before, path, FieldChangeKind.Removed), .. Parts(form, after, path, FieldChangeKind.Added)] };
        }
    }

    /// <summary>The lines of a value that is said in a word, such as the stages of an approval.</summary>
    private static IEnumerable<FieldChange> Parts(Form? form, object? value, FieldPath path, FieldChangeKind kind)
    {
        if (form?.Shape is not Shape.Group group || value is null || !Words.IsLong(group))
        {
            return [];
        }

        var all = new ValueComparer(_ => null);
        all.Compare(group, null, value, path, new Column("", "", Touches.Nobody, (_, _) => Effect.Neutral, IsFixed: false));
        return all.Changes.Select(part => part with
        {
            Kind = kind,
            Old = kind == FieldChangeKind.Removed ? part.New : null,
            New = kind == FieldChangeKind.Added ? part.New : null,
            Sentence = $"{(kind == FieldChangeKind.Removed ? "Until now" : "From now on")}: {part.Sentence}",
            Touches = Touches.Nobody,
        });
    }

    private void CompareSets(Shape.ListOf list, object? old, object @new, FieldPath path, Column column)
    {
        var before = old is null ? [] : list.Unpack(old);
        var after = list.Unpack(@new);
        if (list.KeyOf is null && old is not null && Sets.HaveTheSame(before, after))
        {
            return;
        }

        var judged = old is null ? column with { Judge = (_, _) => Effect.Neutral } : column;
        var (was, now) = (ByKey(list, before), ByKey(list, after));

        // The tenant's order means nothing and can differ from read to read; the file's is the writer's.
        foreach (var (_, item) in was.Where(held => !now.ContainsKey(held.Key)).OrderBy(held => Words.Of(list.Item, held.Value), StringComparer.Ordinal))
        {
            Add(path, FieldChangeKind.Removed, Words.Of(list.Item, item), null, judged.Of(list.Pack(before), list.Pack(before.Remove(item))), column);
        }

        var leaving = was.Where(held => !now.ContainsKey(held.Key)).Select(held => Words.Of(list.Item, held.Value)).ToHashSet();
        foreach (var (key, item) in now)
        {
            var at = path with { Exact = $"{path.Exact}[{after.IndexOf(item)}]" };
            if (!was.TryGetValue(key, out var held))
            {
                Add(at, FieldChangeKind.Added, null, Words.Of(list.Item, item), judged.Of(list.Pack(before), list.Pack(before.Add(item))), column, isNew: old is null);
                if (leaving.Contains(_changes[^1].New ?? ""))
                {
                    const string Another = "it is called as the one that goes, and is another one: it was given the name";
                    _changes[^1] = _changes[^1] with { Effect = judged.Judge(list.Pack([]), list.Pack([item])), Note = Another, Sentence = $"{_changes[^1].Sentence} But {Another}." };
                }
            }
            else if (list.KeyOf is not null)
            {
                Compare(list.Item, held, item, path.Named(key is Reference named ? Words.Named(named) : Words.Quote(list.KeyWords(key)), after.IndexOf(item)), judged with { Judge = (_, _) => judged.Of(list.Pack(before), list.Pack(after)) });
            }
        }
    }

    // In the order of the list: what is shown and what is written has to be the same from run to run.
    private static Dictionary<object, object> ByKey(Shape.ListOf list, ImmutableArray<object> items)
    {
        var byKey = new Dictionary<object, object>();
        foreach (var item in items)
        {
            byKey.TryAdd(list.KeyOf?.Invoke(item) ?? item, item);
        }

        return byKey;
    }

    private void CompareMaps(Shape.MapOf map, object? old, object @new, FieldPath path, Column column)
    {
        var was = (old is null ? [] : map.Unpack(old)).ToDictionary(map.KeyOf, StringComparer.OrdinalIgnoreCase);
        var now = map.Unpack(@new).ToDictionary(map.KeyOf, StringComparer.OrdinalIgnoreCase);
        foreach (var (key, item) in was.Where(held => !now.ContainsKey(held.Key)).OrderBy(held => held.Key, StringComparer.OrdinalIgnoreCase))
        {
            Add(path.Entry(key), FieldChangeKind.Removed, Words.Of(map.Item, item), null, Effect.Neutral, column);
        }

        foreach (var (key, item) in now.OrderBy(wanted => wanted.Key, StringComparer.OrdinalIgnoreCase))
        {
            if (was.TryGetValue(key, out var held))
            {
                Compare(map.Item, held, item, path.Entry(key), column);
            }
            else
            {
                Add(path.Entry(key), FieldChangeKind.Added, null, Words.Of(map.Item, item), Effect.Neutral, column, isNew: old is null);
            }
        }
    }

    private void CompareSequences(Shape.ListOf list, object? old, object @new, FieldPath path, Column column)
    {
        var before = old is null ? ImmutableArray<object>.Empty : list.Unpack(old);
        var after = list.Unpack(@new);
        for (var i = 0; i < Math.Max(before.Length, after.Length); i++)
        {
            var at = path.Item(column.Key, list.Noun, i);
            if (i >= after.Length)
            {
                Add(at, FieldChangeKind.Removed, Words.Of(list.Item, before[i]), null, column.Of(old, @new), column);
            }
            else if (i >= before.Length && old is not null)
            {
                Add(at, FieldChangeKind.Added, null, Words.Of(list.Item, after[i]), column.Of(old, @new), column);
            }
            else
            {
                Compare(list.Item, i < before.Length ? before[i] : null, after[i], at, column);
            }
        }
    }

    /// <summary>Says the last line again, in a sentence that spells a word of the language out.</summary>
    private void Say(Shape shape, object? old, object @new, FieldPath path, Column column) => _changes[^1] = _changes[^1] with
    {
        Sentence = Sentences.Of(path.Place, column.Says, FieldChangeKind.Set, old is null ? null : Words.Said(shape, old), Words.Said(shape, @new)),
    };

    private void Add(FieldPath path, FieldChangeKind kind, string? old, string? @new, Effect effect, Column column, bool isNew = false) => _changes.Add(new FieldChange
    {
        Path = path.Exact,
        Label = path.Label,
        Kind = kind,
        Old = old,
        New = @new,
        Effect = effect,
        Touches = column.Touches,
        IsImpossible = column.IsFixed,

        // Where there was nothing, nothing is joined.
        Sentence = Sentences.Of(path.Place, column.Says, isNew ? FieldChangeKind.Set : kind, old, @new),
        IsDefault = old is null && kind == FieldChangeKind.Set && isWritten is not null && !isWritten(path.Exact),
        Where = place(path.Exact),
    });

    // The service keeps up to seven digits of a second; nobody means them.
    private static bool Same(Shape shape, object old, object @new) => shape switch
    {
        Shape.Moment => ((DateTimeOffset)old).ToUnixTimeSeconds() == ((DateTimeOffset)@new).ToUnixTimeSeconds(),

        // The service moves a start within its day (contract 7.7).
        Shape.Day => Math.Abs(((DateOnly)old).DayNumber - ((DateOnly)@new).DayNumber) <= 1,

        // A line whose two sides look the same to every reader would say nothing.
        Shape.Text => NameComparer.LookAlike((string)old, (string)@new),
        _ => old.Equals(@new),
    };

    /// <summary>What a row of the table says of a value, kept while descending into the forms that the value can have.</summary>
    private sealed record Column(string Key, string Says, Touches Touches, Func<object?, object?, Effect> Judge, bool IsFixed)
    {
        public Effect Of(object? old, object? @new) => old is null ? Effect.Neutral : Judge(old, @new);

        public Column Inside(Form form) => this with
        {
            Judge = (old, @new) => Judge(old is null ? null : form.Wrap(old), @new is null ? null : form.Wrap(@new)),
        };
    }
}
