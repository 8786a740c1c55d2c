using Reconciler.Entitlements;
using Reconciler.Entitlements.Fields;

namespace Reconciler.Graph.Reading;

/// <summary>The items of an entity's value lists, whatever list they stand in.</summary>
internal static class HeldItems
{
    /// <summary>The items; null where one of the lists was not read.</summary>
    public static List<ListItem>? Of(Entity entity)
    {
        var items = new List<ListItem>();
        foreach (var leaf in Language.Of(entity.Key.Kind).Leaves)
        {
            if (leaf.Field is not { Item: { } itemOf, Shape: Shape.ListOf list })
            {
                continue;
            }

            if (leaf.Get(entity) is not { } held)
            {
                return null;
            }

            items.AddRange(list.Unpack(held).Select(itemOf));
        }

        return items;
    }

    /// <summary>Whether two items are one: a resource is itself whatever is asked of its requestors.</summary>
    public static bool AreSame(ListItem one, ListItem other) =>
        one is ListItem.ResourceOf && other is ListItem.ResourceOf ? one.Names.Equals(other.Names) : one.Equals(other);
}
