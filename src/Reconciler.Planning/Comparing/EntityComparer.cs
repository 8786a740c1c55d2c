using Reconciler.Entitlements;
using Reconciler.Entitlements.Fields;

namespace Reconciler.Planning.Comparing;

/// <summary>Compares entities by way of their table: every row is visited, so that no setting can be forgotten.</summary>
internal static class EntityComparer
{
    /// <summary>The differences of what is written; what is not written is not managed.</summary>
    public static EquatableArray<FieldChange> Compare(Entity declared, Entity actual, SourceMap sources)
    {
        var comparer = new ValueComparer(path => sources.Find(declared.Key, path));
        foreach (var field in Language.Of(declared.Key.Kind).Settings)
        {
            // Of what is equal nothing is to be said.
            if (field.Get(declared) is { } value && field.Get(actual) is var held && !value.Equals(held))
            {
                comparer.Compare(field, held, value, FieldPath.Root);
            }
        }

        return comparer.Changes;
    }

    /// <summary>What goes with an entity: the items of its value lists.</summary>
    public static EquatableArray<FieldChange> Losses(Entity actual)
    {
        var comparer = new ValueComparer(_ => null);
        foreach (var leaf in Language.Of(actual.Key.Kind).Leaves.Where(leaf => leaf.IsValueList))
        {
            if (leaf.Field.Shape is Shape.ListOf list && leaf.Get(actual) is { } held)
            {
                comparer.Compare(leaf.Field, held, list.Pack([]), leaf.Section is { } section ? FieldPath.Root.Key(section.Key) : FieldPath.Root);
            }
        }

        // What kept somebody out of it goes with it, and lets nobody in.
        return comparer.Changes.Select(change => change.Effect == Effect.Widens ? change with { Effect = Effect.Neutral } : change).ToEquatableArray();
    }

    /// <summary>Everything that a new entity will have, defaults included.</summary>
    public static EquatableArray<FieldChange> Describe(Entity declared, SourceMap sources)
    {
        List<FieldChange> all = [];
        foreach (var field in Language.Of(declared.Key.Kind).Settings)
        {
            var comparer = new ValueComparer(path => sources.Find(declared.Key, path), path => sources.Has(declared.Key, path) || !sources.Has(declared.Key, field.Key));
            if (field.Get(declared) is { } value)
            {
                comparer.Compare(field, null, value, FieldPath.Root);
                all.AddRange(comparer.Changes);
            }
            else if (field.Default is { } @default && !"".Equals(@default))
            {
                comparer.Compare(field, null, @default, FieldPath.Root);
                all.AddRange(comparer.Changes.Select(change => change with { IsDefault = true, Where = null }));
            }
        }

        return all.ToEquatableArray();
    }
}
