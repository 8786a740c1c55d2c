using System.Collections;

namespace Reconciler.Emulator.State;

/// <summary>One of the tenant's lists, in the order in which things came to be. It tells the tenant what comes and goes.</summary>
/// <param name="name">What the section is called in a state.</param>
/// <param name="typeName">What it holds.</param>
internal sealed class Section(string name, string typeName, TenantStore store) : IReadOnlyList<Entity>
{
    private readonly List<Entity> _entities = [];

    public string Name => name;

    public string TypeName => typeName;

    public TenantStore Store => store;

    public int Count => _entities.Count;

    public Entity this[int index] => _entities[index];

    public void Add(Entity entity)
    {
        entity.Section = this;
        _entities.Add(entity);
        store.Added(entity);
    }

    public void AddRange(IEnumerable<Entity> entities)
    {
        foreach (var entity in entities)
        {
            Add(entity);
        }
    }

    public bool Remove(Entity entity)
    {
        if (!_entities.Remove(entity))
        {
            return false;
        }

        store.Removed(entity);
        entity.Section = null;
        return true;
    }

    public int RemoveAll(Predicate<Entity> match) => _entities.FindAll(match).Count(Remove);

    public Entity? Find(Predicate<Entity> match) => _entities.Find(match);

    public bool Exists(Predicate<Entity> match) => _entities.Exists(match);

    public IEnumerator<Entity> GetEnumerator() => _entities.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
