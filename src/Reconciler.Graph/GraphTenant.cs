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
    private readonly TenantWriter _writer;
    private readonly TouchedReader _again;

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
        _writer = new TenantWriter(http, pages);
        _again = new TouchedReader(http, pages, _reader);
    }

    public Task<TenantIdentity> IdentifyAsync(CancellationToken cancellationToken) => _reader.IdentifyAsync(cancellationToken);

    public async Task<TenantSnapshot> ReadAsync(TenantPart part, CancellationToken cancellationToken)
    {
        var snapshot = await _reader.ReadAsync(part, cancellationToken);
        _writer.Memory.Read(snapshot);
        return snapshot;
    }

    public Task<Resolution> ResolveAsync(IReadOnlyCollection<Reference> references, CancellationToken cancellationToken) =>
        _names.ResolveAsync(references, cancellationToken);

    public Task<EquatableArray<Assignment>> ReadAssignmentsAsync(IReadOnlyCollection<string> packageIds, CancellationToken cancellationToken) =>
        _assignments.ReadAsync(packageIds, cancellationToken);

    public Task<Written> WriteAsync(TenantWrite write, CancellationToken cancellationToken) => _writer.WriteAsync(write, cancellationToken);

    public Task<TenantSnapshot> ReadAgainAsync(TenantPart part, TenantSnapshot before, IReadOnlyCollection<SentWrite> sent, CancellationToken cancellationToken) =>
        _again.ReadAsync(part, before, sent, cancellationToken);
}
