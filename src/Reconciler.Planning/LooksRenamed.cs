using Reconciler.Entitlements;
using Reconciler.Entitlements.Fields;
using Reconciler.Planning.Comparing;

namespace Reconciler.Planning;

/// <summary>A delete and a creation in one place that look like one object under two names. Applied as they are, everybody who holds the old one loses it.</summary>
/// <param name="Old">What is deleted.</param>
/// <param name="New">What is added; a line <c>previously: [ … ]</c> in it keeps the object.</param>
public sealed record LooksRenamed(EntityKey Old, EntityKey New)
{
    internal static EquatableArray<LooksRenamed> Find(IReadOnlyCollection<PlannedChange> changes)
    {
        var deletes = changes.OfType<PlannedChange.Delete>().ToLookup(delete => (delete.Key.Kind, delete.Key.Parent));
        var pairs = (from create in changes.OfType<PlannedChange.Create>()
                     from delete in deletes[(create.Key.Kind, create.Key.Parent)]
                     where IsAlike(create.Declared, delete.Actual.Entity)
                     select (Old: delete, New: create)).ToList();

        // Of several that are alike nobody can tell which one was renamed.
        var byOld = pairs.ToLookup(pair => pair.Old, ReferenceEqualityComparer.Instance);
        var byNew = pairs.ToLookup(pair => pair.New, ReferenceEqualityComparer.Instance);
        return
        [
            .. from pair in pairs
               where !byOld[pair.Old].Skip(1).Any() && !byNew[pair.New].Skip(1).Any()
               select new LooksRenamed(pair.Old.Key, pair.New.Key),
        ];
    }

    /// <summary>Whether most of what is declared is what the other had; a description is the first thing that changes with a name.</summary>
    private static bool IsAlike(Entity created, Entity deleted)
    {
        var written = Language.Of(created.Key.Kind).Leaves.Where(leaf => leaf.Path != "description" && leaf.Get(created) is { } value && !Equals(value, leaf.Field.Default)).ToList();
        var differing = EntityComparer.Compare(created, deleted, SourceMap.Empty).Select(change => change.Path).ToList();
        var same = written.Count(leaf => !differing.Exists(path => path == leaf.Path || path.StartsWith($"{leaf.Path}.", StringComparison.Ordinal) || path.StartsWith($"{leaf.Path}[", StringComparison.Ordinal)));
        return same > 0 && same * 2 > written.Count;
    }
}
