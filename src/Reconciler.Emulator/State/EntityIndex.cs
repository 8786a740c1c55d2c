namespace Reconciler.Emulator.State;

/// <summary>Finds entities by id without walking the tenant. It describes one moment: after a write a new one is made.</summary>
internal sealed class EntityIndex(TenantStore store)
{
    private readonly Dictionary<string, Lazy<Dictionary<string, Entity>>> _byType = new(StringComparer.Ordinal)
    {
        [Names.User] = ById(() => store.Users),
        [Names.Group] = ById(() => store.Groups),
        [Names.ServicePrincipal] = ById(() => store.ServicePrincipals),
        [Names.DirectoryObject] = ById(() => store.Directory),
        [Names.Environment] = ById(() => store.Environments),
        [Names.Catalog] = ById(() => store.Catalogs),
        [Names.Resource] = ById(() => store.Resources),
        [Names.Package] = ById(() => store.Packages),
        [Names.Policy] = ById(() => store.Policies),
        [Names.ConnectedOrganization] = ById(() => store.ConnectedOrganizations),
        [Names.Assignment] = ById(() => store.Assignments),
    };

    public Entity? Find(string typeName, string? id) => id is null ? null : _byType[typeName].Value.GetValueOrDefault(id);

    private static Lazy<Dictionary<string, Entity>> ById(Func<IEnumerable<Entity>> entities) => new(() =>
    {
        var byId = new Dictionary<string, Entity>(StringComparer.OrdinalIgnoreCase);
        foreach (var entity in entities())
        {
            byId.TryAdd(entity.Id, entity);
        }

        return byId;
    });
}
