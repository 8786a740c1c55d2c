using System.Diagnostics;
using Reconciler.Entitlements;
using Reconciler.Graph.Http;
using Reconciler.Graph.Reading;
using Reconciler.Graph.Writing;

namespace Reconciler.Graph;

/// <summary>
/// A tenant over Microsoft Graph v1.0. The client's base address is the version's root of a cloud, its handlers sign requests; every
/// wait goes through the clock.
/// </summary>
public sealed class GraphTenant : ITenant
{
    private readonly TenantReader _reader;
    private readonly NameResolver _names;
    private readonly AssignmentReader _assignments;
    private readonly EntityWriter _entities;
    private readonly ItemWriter _items;

    public GraphTenant(HttpClient client, TimeProvider time)
        : this(client, new GraphOptions { Time = time })
    {
    }

    public GraphTenant(HttpClient client, GraphOptions options)
    {
        var http = new GraphHttp(client, options);
        var pages = new GraphPages(http);
        var directory = new DirectoryReader(pages);
        _reader = new TenantReader(http, pages, directory);
        _names = new NameResolver(http, pages, directory);
        _assignments = new AssignmentReader(pages);
        _entities = new EntityWriter(http, new PolicyReplacement(http, pages), new AssignmentWriter(http, pages));
        _items = new ItemWriter(http, pages);
    }

    public Task<TenantIdentity> IdentifyAsync(CancellationToken cancellationToken) => _reader.IdentifyAsync(cancellationToken);

    public Task<TenantSnapshot> ReadAsync(TenantPart part, CancellationToken cancellationToken) => _reader.ReadAsync(part, cancellationToken);

    public Task<Resolution> ResolveAsync(IReadOnlyCollection<Reference> references, CancellationToken cancellationToken) =>
        _names.ResolveAsync(references, cancellationToken);

    public Task<EquatableArray<Assignment>> ReadAssignmentsAsync(IReadOnlyCollection<string> packageIds, CancellationToken cancellationToken) =>
        _assignments.ReadAsync(packageIds, cancellationToken);

    public async Task<string?> WriteAsync(TenantWrite write, CancellationToken cancellationToken)
    {
        switch (write)
        {
            case TenantWrite.Create create:
                return await _entities.CreateAsync(create, cancellationToken);
            case TenantWrite.Update update:
                await _entities.UpdateAsync(update, cancellationToken);
                return null;
            case TenantWrite.Delete delete:
                await _entities.DeleteAsync(delete.Target, cancellationToken);
                return null;
            case TenantWrite.AddItem add:
                return await _items.AddAsync(add.Target, add.Item, cancellationToken);
            case TenantWrite.ChangeItem change:
                await _items.ChangeAsync(change.Target, change.Item, cancellationToken);
                return null;
            case TenantWrite.RemoveItem remove:
                await _items.RemoveAsync(remove.Target, remove.Item, cancellationToken);
                return null;
            default:
                throw new UnreachableException($"No way to write {write}.");
        }
    }
}
