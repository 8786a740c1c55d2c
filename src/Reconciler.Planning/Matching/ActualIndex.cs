using Reconciler.Entitlements;

namespace Reconciler.Planning.Matching;

/// <summary>A snapshot's objects by id, by name, and by what they live in.</summary>
internal sealed class ActualIndex
{
    private readonly Dictionary<(EntityKind Kind, string Id), ActualEntity> _byId;
    private readonly Chains<(EntityKind Kind, string? ParentId), ActualEntity> _children;
    private readonly Chains<PlacedName, ActualEntity> _byName;
    private readonly Lazy<Chains<(EntityKind, string), ActualEntity>> _byAnyCase;
    private readonly Lazy<ILookup<EntityKind, ActualEntity>> _byKind;

    public ActualIndex(TenantSnapshot snapshot)
    {
        var all = snapshot.Entities;
        All = all;
        _byId = all.ToDictionary(a => (a.Entity.Key.Kind, a.Id));
        _children = new(all, a => (a.Entity.Key.Kind, a.ParentId));
        _byName = new(all, a => new PlacedName(a.Entity.Key.Kind, a.ParentId, a.Entity.Key.Name));
        _byAnyCase = new(() => new(all, a => (a.Entity.Key.Kind, a.Id.ToUpperInvariant())));
        _byKind = new(() => all.ToLookup(a => a.Entity.Key.Kind));
    }

    public IReadOnlyCollection<ActualEntity> All { get; }

    /// <summary>Those of which another of the kind bears the name, in the same place.</summary>
    public IEnumerable<ActualEntity> Namesakes => _byName.Shared;

    public ActualEntity? Find(EntityKind kind, string id) => _byId.GetValueOrDefault((kind, id));

    /// <summary>Those with an id that somebody wrote, who may have written its letters otherwise.</summary>
    public IEnumerable<ActualEntity> WithId(EntityKind kind, string id) => _byAnyCase.Value[(kind, id.ToUpperInvariant())];

    public IEnumerable<ActualEntity> In(EntityKind kind) => _byKind.Value[kind];

    public IEnumerable<ActualEntity> In(EntityKind kind, string? parentId) => _children[(kind, parentId)];

    public IEnumerable<ActualEntity> Named(EntityKind kind, string? parentId, string name) => _byName[new PlacedName(kind, parentId, name)];
}
