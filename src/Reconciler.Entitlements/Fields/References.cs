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
            if (field.Get(owner) is { } value)
            {
                var at = path.Length == 0 ? field.Key : $"{path}.{field.Key}";
                owner = field.With(owner, Value(field.Shape, value, at, change));
            }
        }

        return owner;
    }

    private static object Value(Shape shape, object value, string path, Func<string, Reference, Reference> change) => shape switch
    {
        Shape.Named or Shape.Called => change(path, (Reference)value),
        Shape.MapOf map => map.Pack([.. map.Unpack(value).Select(item => Value(map.Item, item, $"{path}.{map.KeyOf(item)}", change))]),
        Shape.ListOf list => list.Pack([.. list.Unpack(value).Select((item, i) => Value(list.Item, item, $"{path}[{i}]", change))]),
        Shape.Group group => Members(group.Fields, value, path, change),
        Shape.Union union => union.FormOf(value) is ({ } form, { } inner) ? form.Wrap(Value(form.Shape, inner, path, change)) : value,
        _ => value,
    };
}
