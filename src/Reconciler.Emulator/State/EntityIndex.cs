namespace Reconciler.Emulator.State;

/// <summary>Finds entities by id without walking the tenant. It describes one moment: after a write a new one is made.</summary>
internal sealed class EntityIndex(TenantStore store)
{
    private readonly Dictionary<string, Dictionary<string, Entity>> _byType = new(StringComparer.Ordinal)
    {
        [Names.User] = ById(store.Users),
        [Names.Group] = ById(store.Groups),
        [Names.Catalog] = ById(store.Catalogs),
        [Names.Resource] = ById(store.Catalogs.SelectMany(catalog => catalog.Children(Names.Resources))),
        [Names.Package] = ById(store.Packages),
        [Names.Policy] = ById(store.Policies),
    };

    public Entity? Find(string typeName, string? id) => id is null ? null : _byType[typeName].GetValueOrDefault(id);

    private static Dictionary<string, Entity> ById(IEnumerable<Entity> entities)
    {
        var byId = new Dictionary<string, Entity>(StringComparer.OrdinalIgnoreCase);
        foreach (var entity in entities)
        {
            byId.TryAdd(entity.Id, entity);
        }

        return byId;
    }
}
