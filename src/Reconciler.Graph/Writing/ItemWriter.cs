using Reconciler.Entitlements;
using Reconciler.Graph.Http;

namespace Reconciler.Graph.Writing;

/// <summary>Writes single items of value lists, each in the way of its kind. Each can be written twice and is there, or gone, once.</summary>
internal sealed class ItemWriter
{
    private readonly ResourceWriter _resources;
    private readonly ResourceRoleWriter _roles;
    private readonly RoleHolderWriter _holders;
    private readonly LinkWriter _links;

    public ItemWriter(WriteSender sender, GraphPages pages, GraphHttp http, RunMemory memory)
    {
        var resources = new CatalogResources(pages);
        _resources = new ResourceWriter(sender, resources, memory);
        _roles = new ResourceRoleWriter(sender, http, pages, resources, memory);
        _holders = new RoleHolderWriter(sender, pages, memory);
        _links = new LinkWriter(sender, http.Root, pages, memory);
    }

    public async Task<string?> AddAsync(Handle target, ListItem item, CancellationToken cancellationToken)
    {
        switch (item)
        {
            case ListItem.ResourceOf resource:
                return await _resources.AddAsync(target, resource, cancellationToken);
            case ListItem.RoleOf role:
                return await _roles.AddAsync(target, role, cancellationToken);
            case ListItem.RoleHolder holder:
                return await _holders.AddAsync(target, holder, cancellationToken);
            default:
                await _links.AddAsync(target, item, cancellationToken);
                return null;
        }
    }

    public Task ChangeAsync(Handle target, ListItem item, CancellationToken cancellationToken) => item is ListItem.ResourceOf resource
        ? _resources.ChangeAsync(target, resource, cancellationToken)
        : throw new InvalidOperationException($"{item} holds nothing that could change.");

    public Task RemoveAsync(Handle target, ListItem item, CancellationToken cancellationToken) => item switch
    {
        ListItem.ResourceOf resource => _resources.RemoveAsync(target, resource, cancellationToken),
        ListItem.RoleOf role => _roles.RemoveAsync(target, role, cancellationToken),
        ListItem.RoleHolder holder => _holders.RemoveAsync(target, holder, cancellationToken),
        _ => _links.RemoveAsync(target, item, cancellationToken),
    };
}
