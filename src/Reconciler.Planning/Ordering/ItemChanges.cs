using System.Collections.Immutable;
using Reconciler.Entitlements;
using Reconciler.Entitlements.Fields;
using Reconciler.Planning.Comparing;

namespace Reconciler.Planning.Ordering;

/// <summary>What becomes of the items of an entity's value lists, each in an order that is the same from run to run.</summary>
internal sealed record ItemChanges(ImmutableArray<ListItem> Added, ImmutableArray<ListItem> Changed, ImmutableArray<ListItem> Removed)
{
    private static readonly ItemChanges None = new([], [], []);

    public static ItemChanges Of(BoundEntity bound)
    {
        List<Leaf>? differing = null;
        foreach (var leaf in Language.Of(bound.Key.Kind).Leaves)
        {
            if (leaf.IsValueList && IsDifferent(leaf, bound))
            {
                (differing ??= []).Add(leaf);
            }
        }

        return differing is null ? None : Of(bound, differing);
    }

    /// <summary>Whether it is worth looking at every item.</summary>
    private static bool IsDifferent(Leaf leaf, BoundEntity bound)
    {
        if (leaf.Get(bound.Declaration.Entity) is not { } declared)
        {
            return false;
        }

        var there = bound.Actual is { } actual ? leaf.Get(actual.Entity) : null;
        return !declared.Equals(there) && !(there is not null && leaf.Field.Shape is Shape.ListOf { KeyOf: null } list && Sets.HaveTheSame(list.Unpack(declared), list.Unpack(there)));
    }

    private static ItemChanges Of(BoundEntity bound, List<Leaf> leaves)
    {
        var (added, changed, removed) = (ImmutableArray.CreateBuilder<ListItem>(), ImmutableArray.CreateBuilder<ListItem>(), ImmutableArray.CreateBuilder<ListItem>());
        foreach (var leaf in leaves)
        {
            if (leaf.Field is not { Item: { } itemOf, Shape: Shape.ListOf list } || leaf.Get(bound.Declaration.Entity) is not { } declared)
            {
                continue;
            }

            var wanted = list.Unpack(declared);
            var held = bound.Actual is { } actual && leaf.Get(actual.Entity) is { } there ? list.Unpack(there) : [];
            Func<object, object> key = list.KeyOf ?? (item => item);

            // The tenant's order means nothing and can differ from read to read.
            added.AddRange(wanted.ExceptBy(held.Select(key), key).Select(itemOf));
            removed.AddRange(held.ExceptBy(wanted.Select(key), key).Select(itemOf).OrderBy(item => $"{item}", StringComparer.Ordinal));
            changed.AddRange(wanted.Where(item => held.Any(other => key(other).Equals(key(item)) && IsOther(list.Item, other, item))).Select(itemOf));
        }

        return new ItemChanges(added.ToImmutable(), changed.ToImmutable(), removed.ToImmutable());
    }

    /// <summary>Whether an item that is there is to hold something else: what it does not say stays.</summary>
    private static bool IsOther(Shape shape, object held, object wanted) =>
        shape is Shape.Group group && group.Fields.Any(field => field.Get(wanted) is { } value && !value.Equals(field.Get(held)));
}
