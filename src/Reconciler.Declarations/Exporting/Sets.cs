using System.Collections.Immutable;
using Reconciler.Entitlements;
using Reconciler.Entitlements.Fields;

namespace Reconciler.Declarations.Exporting;

/// <summary>In a set of the language something stands once; a service takes it twice, which means the same.</summary>
internal static class Sets
{
    public static Entity WithoutRepeats(Entity entity) => (Entity)Members(Language.Of(entity.Key.Kind).Settings, entity);

    private static object Members(ImmutableArray<Field> fields, object owner) =>
        fields.Aggregate(owner, (made, field) => field.Get(made) is { } value ? field.With(made, Value(field.Shape, value)) : made);

    private static object Value(Shape shape, object value) => shape switch
    {
        Shape.ListOf list when list.Unpack(value).Select(item => Value(list.Item, item)) is var items => list.Pack([.. list.IsSet ? items.Distinct() : items]),
        Shape.MapOf map => map.Pack([.. map.Unpack(value).Select(item => Value(map.Item, item))]),
        Shape.Group group => Members(group.Fields, value),
        Shape.Union union when union.FormOf(value) is ({ } form, { } inner) => form.Wrap(Value(form.Shape, inner)),
        _ => value,
    };
}
