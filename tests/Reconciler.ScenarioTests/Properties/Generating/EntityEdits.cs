using Reconciler.Entitlements;
using Reconciler.Entitlements.Fields;

namespace Reconciler.ScenarioTests.Properties.Generating;

/// <summary>What can be done to a declared entity by way of its table.</summary>
internal static class EntityEdits
{
    /// <summary>The same settings under another key.</summary>
    public static Entity Under(this Entity entity, EntityKey key)
    {
        var table = Language.Of(key.Kind);
        return (Entity)table.Settings.Where(field => field.Without is not null).Aggregate((object)table.Blank(key), (owner, field) => field.Get(entity) is { } value ? field.With(owner, value) : owner);
    }

    /// <summary>Without one of its settings.</summary>
    public static Entity Without(this Entity entity, string setting)
    {
        var table = Language.Of(entity.Key.Kind);
        return (Entity)table.Settings.Where(field => field.Key != setting && field.Without is not null)
            .Aggregate((object)table.Blank(entity.Key), (owner, field) => field.Get(entity) is { } value ? field.With(owner, value) : owner);
    }

    /// <summary>Its key and nothing else, as beside <c>ensure: absent</c>.</summary>
    public static Entity Bare(this Entity entity) => Language.Of(entity.Key.Kind).Blank(entity.Key);

    /// <summary>With every set in another order, which means the same.</summary>
    public static Entity WithSetsTurned(this Entity entity) =>
        (Entity)Language.Of(entity.Key.Kind).Settings.Aggregate((object)entity, Turned);

    /// <summary>With every set in one order, so that two entities that mean the same are equal.</summary>
    public static Entity WithSetsOrdered(this Entity entity) =>
        (Entity)Language.Of(entity.Key.Kind).Settings.Aggregate((object)entity, (owner, field) =>
            field.Get(owner) is { } value ? field.With(owner, Sets(field.Shape, value, items => items.OrderBy(item => item.ToString(), StringComparer.Ordinal).Distinct())) : owner);

    private static object Turned(object owner, Field field) =>
        field.Get(owner) is { } value ? field.With(owner, Sets(field.Shape, value, items => items.Reverse())) : owner;

    private static object Sets(Shape shape, object value, Func<IEnumerable<object>, IEnumerable<object>> order) => shape switch
    {
        Shape.ListOf list => list.Pack([.. (list.IsSet ? order : items => items)(list.Unpack(value).Select(item => Sets(list.Item, item, order)))]),
        Shape.MapOf map => map.Pack([.. map.Unpack(value).Select(item => Sets(map.Item, item, order))]),
        Shape.Group group => group.Fields.Aggregate(value, (owner, field) =>
            field.Get(owner) is { } inner ? field.With(owner, Sets(field.Shape, inner, order)) : owner),
        Shape.Union union when union.FormOf(value) is ({ } form, { } inner) => form.Wrap(Sets(form.Shape, inner, order)),
        _ => value,
    };
}
