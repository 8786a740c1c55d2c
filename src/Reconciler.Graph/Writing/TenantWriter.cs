using System.Diagnostics;
using Reconciler.Entitlements;
using Reconciler.Graph.Http;

namespace Reconciler.Graph.Writing;

/// <summary>Makes the writes of a run. Each asks the service for no more than it has to, for which it remembers what is known already.</summary>
internal sealed class TenantWriter
{
    private readonly EntityWriter _entities;
    private readonly Deletion _deletion;
    private readonly ItemWriter _items;

    public TenantWriter(GraphHttp http, GraphPages pages)
    {
        var sender = new WriteSender(http, Memory);
        _entities = new EntityWriter(http, pages, sender, Memory);
        _deletion = new Deletion(http, pages, Memory);
        _items = new ItemWriter(sender, pages, http, Memory);
    }

    /// <summary>Is told what is read.</summary>
    public RunMemory Memory { get; } = new();

    public async Task<Written> WriteAsync(TenantWrite write, CancellationToken cancellationToken)
    {
        switch (write)
        {
            case TenantWrite.Create create:
                return new Written(await _entities.CreateAsync(create, cancellationToken));
            case TenantWrite.Update update:
                return Written.Nothing with { Note = await _entities.UpdateAsync(update, cancellationToken) };
            case TenantWrite.Delete delete:
                await _deletion.DeleteAsync(delete.Target, cancellationToken);
                return Written.Nothing;
            case TenantWrite.AddItem add:
                var id = await _items.AddAsync(add.Target, add.Item, cancellationToken);
                Memory.Added(add.Target, add.Item);
                return new Written(id);
            case TenantWrite.ChangeItem change:
                await _items.ChangeAsync(change.Target, change.Item, cancellationToken);
                return Written.Nothing;
            case TenantWrite.RemoveItem remove:
                await _items.RemoveAsync(remove.Target, remove.Item, cancellationToken);
                Memory.Removed(remove.Target, remove.Item);
                return Written.Nothing;
            default:
                throw new UnreachableException($"No way to write {write}.");
        }
    }
}
