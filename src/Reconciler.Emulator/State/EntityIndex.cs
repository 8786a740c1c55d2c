namespace Reconciler.Emulator.State;

/// <summary>Finds entities by id without walking the tenant. The tenant tells it what comes and goes.</summary>
internal sealed class EntityIndex
{
    private readonly Dictionary<string, Dictionary<string, Entity>> _byType = new[]
    {
        Names.User, Names.Group, Names.ServicePrincipal, Names.DirectoryObject, Names.Environment, Names.Catalog, Names.Resource, Names.Package, Names.Policy,
        Names.ConnectedOrganization, Names.Assignment,
    }.ToDictionary(typeName => typeName, _ => new Dictionary<string, Entity>(StringComparer.OrdinalIgnoreCase));

    public EntityIndex(TenantStore store)
    {
        IEnumerable<Entity>[] everything = [store.Directory, store.Environments, store.Catalogs, store.ConnectedOrganizations, store.Assignments];
        foreach (var entity in everything.SelectMany(entities => entities))
        {
            Add(entity);
        }
    }

    public Entity? Find(string typeName, string? id) => id is null ? null : _byType[typeName].GetValueOrDefault(id);

    public void Add(Entity entity) => Walk(entity, (byId, found) => byId.TryAdd(found.Id, found));

    public void Remove(Entity entity) => Walk(entity, (byId, found) =>
    {
        if (byId.GetValueOrDefault(found.Id) == found)
        {
            byId.Remove(found.Id);
        }
    });

    private void Walk(Entity entity, Action<Dictionary<string, Entity>, Entity> visit)
    {
        if (_byType.TryGetValue(entity.Type, out var byId))
        {
            visit(byId, entity);
        }

        if (entity.Type is Names.User or Names.Group or Names.ServicePrincipal)
        {
            visit(_byType[Names.DirectoryObject], entity);
        }

        foreach (var (member, _) in Layout.Of(entity.Type).Children)
        {
            foreach (var child in entity.Children(member))
            {
                Walk(child, visit);
            }
        }
    }
}
