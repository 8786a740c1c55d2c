namespace Reconciler.Emulator.State;

/// <summary>
/// Finds entities without walking the tenant, which tells it what comes and goes. What it has never been asked for it does not know yet.
/// </summary>
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
        [Names.ResourceRole] = ById(() => store.Resources.SelectMany(resource => resource.Children(Names.Roles))),
        [Names.ResourceScope] = ById(() => store.Resources.SelectMany(resource => resource.Children(Names.Scopes))),
        [Names.Package] = ById(() => store.Packages),
        [Names.Policy] = ById(() => store.Policies),
        [Names.ConnectedOrganization] = ById(() => store.ConnectedOrganizations),
        [Names.Assignment] = ById(() => store.Assignments),
        [Names.AssignmentRequest] = ById(() => store.AssignmentRequests),
        [Names.ResourceRequest] = ById(() => store.ResourceRequests),
    };

    private readonly Dictionary<string, Lazy<Dictionary<string, List<Entity>>>> _assignments = new(StringComparer.Ordinal)
    {
        [Names.PackageLink] = ByLink(store, Names.PackageLink),
        [Names.TargetLink] = ByLink(store, Names.TargetLink),
    };

    public Entity? Find(string typeName, string? id) => id is null ? null : _byType[typeName].Value.GetValueOrDefault(id);

    public IReadOnlyList<Entity> AssignmentsOf(string link, string id) => _assignments[link].Value.TryGetValue(id, out var found) ? found : [];

    public void Add(Entity entity)
    {
        foreach (var known in Known(entity))
        {
            known.TryAdd(entity.Id, entity);
        }

        foreach (var (link, byLink) in _assignments.Where(index => entity.Type == Names.Assignment && index.Value.IsValueCreated))
        {
            AddTo(byLink.Value, entity.Link(link) ?? "", entity);
        }

        foreach (var child in Contained(entity))
        {
            Add(child);
        }
    }

    public void Remove(Entity entity)
    {
        foreach (var known in Known(entity))
        {
            if (known.GetValueOrDefault(entity.Id) == entity)
            {
                known.Remove(entity.Id);
            }
        }

        foreach (var (link, byLink) in _assignments.Where(index => entity.Type == Names.Assignment && index.Value.IsValueCreated))
        {
            if (byLink.Value.TryGetValue(entity.Link(link) ?? "", out var others))
            {
                others.Remove(entity);
            }
        }

        foreach (var child in Contained(entity))
        {
            Remove(child);
        }
    }

    private static IEnumerable<Entity> Contained(Entity entity) => Layout.Of(entity.Type).Children.SelectMany(children => entity.Children(children.Member));

    // People, groups and applications are found by what they have in common, too.
    private IEnumerable<Dictionary<string, Entity>> Known(Entity entity) =>
        new[] { entity.Type, Names.DirectoryObject }
            .Where(typeName => typeName == entity.Type || entity.Type is Names.User or Names.Group or Names.ServicePrincipal)
            .Where(typeName => _byType.TryGetValue(typeName, out var known) && known.IsValueCreated)
            .Select(typeName => _byType[typeName].Value);

    private static Lazy<Dictionary<string, Entity>> ById(Func<IEnumerable<Entity>> entities) => new(() =>
    {
        var byId = new Dictionary<string, Entity>(StringComparer.OrdinalIgnoreCase);
        foreach (var entity in entities())
        {
            byId.TryAdd(entity.Id, entity);
        }

        return byId;
    });

    private static Lazy<Dictionary<string, List<Entity>>> ByLink(TenantStore store, string link) => new(() =>
    {
        var byLink = new Dictionary<string, List<Entity>>(StringComparer.OrdinalIgnoreCase);
        foreach (var assignment in store.Assignments)
        {
            AddTo(byLink, assignment.Link(link) ?? "", assignment);
        }

        return byLink;
    });

    private static void AddTo(Dictionary<string, List<Entity>> byLink, string id, Entity entity)
    {
        if (!byLink.TryGetValue(id, out var others))
        {
            byLink[id] = others = [];
        }

        others.Add(entity);
    }
}
