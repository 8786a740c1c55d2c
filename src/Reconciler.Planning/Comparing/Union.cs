using Reconciler.Entitlements;
using Reconciler.Entitlements.Fields;

namespace Reconciler.Planning.Comparing;

/// <summary>Makes a declared entity that takes nobody and nothing away: every list keeps what the tenant has in it (<c>--no-removals</c>).</summary>
internal static class Union
{
    public static Entity Of(Entity declared, Entity actual)
    {
        object owner = declared;
        foreach (var field in Language.Of(declared.Key.Kind).Settings)
        {
            if (field.Get(declared) is { } value && field.Get(actual) is { } held)
            {
                // What can't be written can't be kept by a write: then the whole setting stays.
                var union = Of(field, value, held);
                owner = field.With(owner, IsWritable(field.Shape, union) ? union : held);
            }
        }

        return (Entity)owner;
    }

    private static object Of(Field field, object declared, object actual) => Of(field.Shape, declared, actual, field.Judge);

    private static object Of(Shape shape, object declared, object actual, Func<object?, object?, Effect> judge) => shape switch
    {
        Shape.ListOf { IsSet: true, KeyOf: { } key } list => list.Pack(
        [
            .. list.Unpack(declared).Select(item => list.Unpack(actual).FirstOrDefault(held => key(held).Equals(key(item))) is { } held ? Of(list.Item, item, held, judge) : item),
            .. list.Unpack(actual).ExceptBy(list.Unpack(declared).Select(key), key),
        ]),
        Shape.ListOf { IsSet: true } list => list.Pack([.. list.Unpack(declared), .. list.Unpack(actual).Except(list.Unpack(declared))]),
        Shape.MapOf map => map.Pack(
            [.. map.Unpack(declared).Select(item => map.Unpack(actual).FirstOrDefault(held => string.Equals(map.KeyOf(held), map.KeyOf(item), StringComparison.OrdinalIgnoreCase)) is { } held ? Of(map.Item, item, held, judge) : item), .. map.Unpack(actual).ExceptBy(map.Unpack(declared).Select(map.KeyOf), map.KeyOf, StringComparer.OrdinalIgnoreCase)]),

        // Nothing tells which item of a sequence is which: where there are fewer, none would stay what it was.
        Shape.ListOf list when list.Unpack(declared).Length < list.Unpack(actual).Length => actual,
        Shape.ListOf list => list.Pack(
        [
            .. list.Unpack(declared).Zip(list.Unpack(actual), (item, held) => Of(list.Item, item, held, judge)),
            .. list.Unpack(declared).Skip(list.Unpack(actual).Length),
        ]),
        Shape.Group group => Of(group, declared, actual),
        Shape.Union union => OfForms(union, declared, actual, judge),
        _ => declared,
    };

    /// <summary>Where people stay that were to be left out, what they may do stays with them.</summary>
    private static object Of(Shape.Group group, object declared, object actual)
    {
        var union = group.Fields.Aggregate(declared, (owner, field) =>
            field.Get(declared) is { } value && field.Get(actual) is { } held ? field.With(owner, Of(field, value, held)) : owner);
        var isKept = group.Fields.Any(field => field.Shape is Shape.Union && field.Get(union) is { } kept && kept.Equals(field.Get(actual)) && !kept.Equals(field.Get(declared)));
        return !isKept ? union : group.Fields.Aggregate(union, (owner, field) =>
            field.Shape is Shape.Truth && field.Get(actual) is { } held && field.Judge(held, field.Get(declared)) == Effect.Narrows ? field.With(owner, held) : owner);
    }

    private static object OfForms(Shape.Union union, object declared, object actual, Func<object?, object?, Effect> judge)
    {
        var (form, value) = union.FormOf(declared);
        var (same, held) = union.FormOf(actual);
        if (form is not null && form == same && value is not null && held is not null)
        {
            return Translated(form.Wrap(Of(form.Shape, value, held, judge)));
        }

        // Those whom a policy is open to and another form could leave out, and people whom the language has no word for, stay.
        var stays = same is null ? HasPeople(union) : union.Forms.Any(one => one.Shape is Shape.ListOf) && judge(actual, declared) is Effect.Narrows or Effect.Both;
        return stays ? actual : declared;
    }

    /// <summary>A question that keeps choices keeps a place for each in every language.</summary>
    private static object Translated(object value) => value is Question { Answer: Answer.Picked { Choices.Count: var count } } question
        ? question with
        {
            Localizations = question.Localizations
                .Select(one => one.Choices.IsEmpty ? one : one with { Choices = [.. one.Choices.Take(count), .. Enumerable.Repeat("", Math.Max(count - one.Choices.Count, 0))] })
                .ToEquatableArray(),
        }
        : value;

    private static ReferenceKind SortOf(Reference who) => who.Kind == ReferenceKind.Group ? ReferenceKind.User : who.Kind;

    private static bool HasPeople(Shape shape) => shape switch
    {
        Shape.Named => true,
        Shape.MapOf map => HasPeople(map.Item),
        Shape.ListOf list => HasPeople(list.Item),
        Shape.Group group => group.Fields.Any(field => HasPeople(field.Shape)),
        Shape.Union union => union.Forms.Any(form => HasPeople(form.Shape)),
        _ => false,
    };

    /// <summary>Whether no item of a list is one that the language has no word for, and those whom a policy is open to are of one sort.</summary>
    private static bool IsWritable(Shape shape, object value) => shape switch
    {
        _ when value is Requestors { Who: RequestorScope.Listed { Principals: var who } } && who.Select(SortOf).Distinct().Count() > 1 => false,
        Shape.ListOf list => list.Unpack(value).All(item => item is not IUnmodelled && IsWritable(list.Item, item)),
        Shape.Group group => group.Fields.All(field => field.Get(value) is not { } inner || IsWritable(field.Shape, inner)),
        Shape.Union union => union.FormOf(value) is not ({ } form, { } inner) || IsWritable(form.Shape, inner),
        _ => true,
    };
}
