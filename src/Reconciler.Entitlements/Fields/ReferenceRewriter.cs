using System.Collections.Immutable;

namespace Reconciler.Entitlements.Fields;

/// <summary>
/// Goes through every reference that an entity makes, by way of the table, and puts another in its place. What changes nothing makes nothing. Of one thread at a time.
/// </summary>
/// <param name="change">What stands in the place of a reference; its path is the way to it until the call returns.</param>
public sealed class ReferenceRewriter(Func<ValuePath, Reference, Reference> change)
{
    private readonly ValuePath _path = new();

    /// <summary>The entity with every reference replaced.</summary>
    public Entity Rewrite(Entity entity)
    {
        var rewritten = (Entity)Members(Language.Of(entity.Key.Kind).Settings, entity);

        // An assignment is called by whom it is for; nothing else is called by what it names.
        if (rewritten is not DirectAssignment)
        {
            rewritten.BearTheNameOf(entity);
        }

        return rewritten;
    }

    private object Members(ImmutableArray<Field> fields, object owner)
    {
        foreach (var field in fields)
        {
            if (field.HasReferences && field.Get(owner) is { } value)
            {
                _path.Enter(field.Key);
                var changed = Value(field.Shape, value);
                _path.Leave();
                owner = ReferenceEquals(changed, value) ? owner : field.With(owner, changed);
            }
        }

        return owner;
    }

    private object Value(Shape shape, object value) => shape switch
    {
        Shape.Named or Shape.Called => change(_path, (Reference)value),
        Shape.MapOf map => Entries(map, value),
        Shape.ListOf list => Items(list, value),
        Shape.Group group => Members(group.Fields, value),
        Shape.Union union => union.FormOf(value) is ({ } form, { } inner) && Value(form.Shape, inner) is var changed && !ReferenceEquals(changed, inner) ? form.Wrap(changed) : value,
        _ => value,
    };

    private object Entries(Shape.MapOf map, object value)
    {
        var items = map.Unpack(value);
        var changed = items;
        for (var index = 0; index < items.Length; index++)
        {
            _path.Enter(map.KeyOf(items[index]));
            changed = Put(changed, index, Value(map.Item, items[index]));
            _path.Leave();
        }

        return changed == items ? value : map.Pack(changed);
    }

    private object Items(Shape.ListOf list, object value)
    {
        var items = list.Unpack(value);
        object[]? changed = null;
        for (var index = 0; index < items.Length; index++)
        {
            _path.Enter(index);
            var item = Value(list.Item, items[index]);
            _path.Leave();
            if (!ReferenceEquals(item, items[index]))
            {
                (changed ??= [.. items])[index] = item;
            }
        }

        return changed is null ? value : list.Pack([.. changed]);
    }

    private static ImmutableArray<object> Put(ImmutableArray<object> items, int index, object item) =>
        ReferenceEquals(items[index], item) ? items : items.SetItem(index, item);
}
