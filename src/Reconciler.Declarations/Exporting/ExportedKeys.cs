using Reconciler.Declarations.Reading;
using Reconciler.Entitlements;

namespace Reconciler.Declarations.Exporting;

/// <summary>
/// What every object of a tenant is called in the files. A name that is another's too, in the same place, goes to the object that has most in it, then to the one with the lowest id; the others
/// get an alias. What the workspace declares already keeps the name it has there.
/// </summary>
internal sealed class ExportedKeys
{
    private readonly Dictionary<(EntityKind, string), EntityKey> _keys = [];
    private readonly HashSet<EntityKey> _shared = [];

    public ExportedKeys(TenantSnapshot snapshot, IReadOnlyDictionary<(EntityKind Kind, string Id), EntityKey> declared)
    {
        // A catalog that somebody called General is not the built-in one, whatever that is called.
        var taken = declared.Values.Append(EntityKey.Catalog(Catalog.BuiltInName)).ToHashSet();
        foreach (var actual in InOrder(snapshot))
        {
            var kind = actual.Entity.Key.Kind;
            if (declared.TryGetValue((kind, actual.Id), out var known))
            {
                _keys[(kind, actual.Id)] = known;
            }
            else if (PlaceOf(actual) is { } place)
            {
                var name = NameOf(actual);
                var key = new EntityKey(kind, name is null ? place : [.. place, name]);
                key = actual.IsBuiltIn || name is null ? key : Free(key, taken);
                taken.Add(key);
                _keys[(kind, actual.Id)] = key;
            }
        }

        // Of several of one name every one is told by its id.
        foreach (var same in snapshot.Entities.Where(a => Find(a.Entity.Key.Kind, a.Id) is not null && !a.IsBuiltIn)
            .GroupBy(a => (a.Entity.Key.Kind, a.ParentId, NameComparer.Fold(a.Entity.Key.Name))).Where(same => same.Skip(1).Any()))
        {
            _shared.UnionWith(same.Select(a => _keys[(a.Entity.Key.Kind, a.Id)]));
        }
    }

    /// <summary>The key of an object; null for what was not read.</summary>
    public EntityKey? Find(EntityKind kind, string id) => _keys.GetValueOrDefault((kind, id));

    /// <summary>Whether the name alone does not tell which object is meant.</summary>
    public bool IsShared(EntityKey key) => _shared.Contains(key);

    /// <summary>The name in a policy file; null for what has none.</summary>
    public static string? NameOf(ActualEntity actual) =>
        actual.Entity.Key.Path.IsEmpty ? null : actual.IsBuiltIn ? Catalog.BuiltInName : SayableName.Of(actual.Entity.Key.Name);

    private static IEnumerable<ActualEntity> InOrder(TenantSnapshot snapshot) => InOrder(snapshot, snapshot.Entities.Select(a => a.ParentId).OfType<string>().CountBy(id => id).ToDictionary());

    private static IEnumerable<ActualEntity> InOrder(TenantSnapshot snapshot, Dictionary<string, int> inside) => snapshot.Entities
        .Where(a => a.Entity.Key.Kind != EntityKind.DirectAssignment)
        .DistinctBy(a => (a.Entity.Key.Kind, a.Id))
        .OrderBy(a => a.Entity.Key.Kind).ThenBy(a => !a.IsBuiltIn).ThenByDescending(a => inside.GetValueOrDefault(a.Id)).ThenBy(a => a.Id, StringComparer.Ordinal);

    private EquatableArray<string>? PlaceOf(ActualEntity actual) =>
        actual.ParentId is not { } parent ? (EquatableArray<string>)[]
        : actual.Entity.Key.Parent is { Kind: var kind } && Find(kind, parent) is { } key ? key.Path
        : null;

    private static EntityKey Free(EntityKey key, HashSet<EntityKey> taken)
    {
        var free = key;
        for (var n = 2; taken.Contains(free); n++)
        {
            var ending = $" ({n})";
            free = key.Named(key.Name[..Math.Min(key.Name.Length, ScalarReader.LongestName - ending.Length)] + ending);
        }

        return free;
    }
}
