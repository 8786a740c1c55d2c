using System.Collections.Immutable;

namespace Reconciler.Entitlements.Fields;

/// <summary>Finds, and rewrites, every reference that an entity makes, by way of the table: no kind of entity has code for it.</summary>
public static class References
{
    /// <summary>Every reference with the path at which it stands.</summary>
    public static IReadOnlyList<(string Path, Reference Reference)> In(Entity entity)
    {
        List<(string, Reference)> found = [];
        Rewrite(entity, (path, reference) =>
        {
            found.Add((path, reference));
            return reference;
        });
        return found;
    }

    /// <summary>The entity with every reference replaced by what <paramref name="change"/> makes of it.</summary>
    public static Entity Rewrite(Entity entity, Func<string, Reference, Reference> change) =>
        (Entity)Members(Language.Of(entity.Key.Kind).Settings, entity, "", change);

    private static object Members(ImmutableArray<Field> fields, object owner, string path, Func<string, Reference, Reference> change)
    {
        foreach (var field in fields)
        {
            if (field.HasReferences && field.Get(owner) is { } value)
            {
                var at = path.Length == 0 ? field.Key : $"{path}.{field.Key}";
                var changed = Value(field.Shape, value, at, change);
                owner = ReferenceEquals(changed, value) ? owner : field.With(owner, changed);
            }
        }

        return owner;
    }

    private static object Value(Shape shape, object value, string path, Func<string, Reference, Reference> change) => shape switch
    {
        Shape.Named or Shape.Called => change(path, (Reference)value),
        Shape.MapOf map => Items(map, value, path, change),
        Shape.ListOf list => Items(list, value, path, change),
        Shape.Group group => Members(group.Fields, value, path, change),
        Shape.Union union => union.FormOf(value) is ({ } form, { } inner) && Value(form.Shape, inner, path, change) is var changed && !ReferenceEquals(changed, inner) ? form.Wrap(changed) : value,
        _ => value,
    };

    private static object Items(Shape.MapOf map, object value, string path, Func<string, Reference, Reference> change) =>
        Items(map.Unpack(value), value, map.Pack, (item, _) => Value(map.Item, item, $"{path}.{map.KeyOf(item)}", change));

    private static object Items(Shape.ListOf list, object value, string path, Func<string, Reference, Reference> change) =>
        Items(list.Unpack(value), value, list.Pack, (item, i) => Value(list.Item, item, $"{path}[{i}]", change));

    private static object Items(ImmutableArray<object> items, object list, Func<ImmutableArray<object>, object> pack, Func<object, int, object> change)
    {
        var changed = items.ToBuilder();
        var isChanged = false;
        for (var i = 0; i < items.Length; i++)
        {
            changed[i] = change(items[i], i);
            isChanged |= !ReferenceEquals(changed[i], items[i]);
        }

        return isChanged ? pack(changed.DrainToImmutable()) : list;
    }
}
