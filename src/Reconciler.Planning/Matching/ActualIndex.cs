using Reconciler.Entitlements;

namespace Reconciler.Planning.Matching;

/// <summary>A snapshot's objects by id, and by what they live in.</summary>
internal sealed class ActualIndex
{
    private readonly Dictionary<(EntityKind Kind, string Id), ActualEntity> _byId;
    private readonly ILookup<(EntityKind Kind, string? ParentId), ActualEntity> _children;

    public ActualIndex(TenantSnapshot snapshot)
    {
        _byId = snapshot.Entities.ToDictionary(a => (a.Entity.Key.Kind, a.Id));
        _children = snapshot.Entities.ToLookup(a => (a.Entity.Key.Kind, a.ParentId));
    }

    public IEnumerable<ActualEntity> All => _byId.Values;

    public ActualEntity? Find(EntityKind kind, string id) => _byId.GetValueOrDefault((kind, id));

    public IEnumerable<ActualEntity> In(EntityKind kind) => _byId.Values.Where(a => a.Entity.Key.Kind == kind);

    public IEnumerable<ActualEntity> In(EntityKind kind, string? parentId) => _children[(kind, parentId)];

    public IEnumerable<ActualEntity> Named(EntityKind kind, string? parentId, string name) =>
        In(kind, parentId).Where(a => NameComparer.Instance.Equals(a.Entity.Key.Name, name));
}
