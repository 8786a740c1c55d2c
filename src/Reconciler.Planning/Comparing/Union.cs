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
                owner = field.With(owner, Of(field.Shape, value, held));
            }
        }

        return (Entity)owner;
    }

    private static object Of(Shape shape, object declared, object actual) => shape switch
    {
        Shape.ListOf { IsSet: true } list => list.Pack([.. list.Unpack(declared), .. list.Unpack(actual).Except(list.Unpack(declared))]),
        Shape.ListOf list => list.Pack(
        [
            .. list.Unpack(declared).Select((item, i) => i < list.Unpack(actual).Length ? Of(list.Item, item, list.Unpack(actual)[i]) : item),
        ]),
        Shape.Group group => group.Fields.Aggregate(declared, (owner, field) =>
            field.Get(declared) is { } value && field.Get(actual) is { } held ? field.With(owner, Of(field.Shape, value, held)) : owner),
        Shape.Union union when union.FormOf(declared) is ({ } form, { } value) && union.FormOf(actual) is ({ } same, { } held) && form == same =>
            form.Wrap(Of(form.Shape, value, held)),
        _ => declared,
    };
}
