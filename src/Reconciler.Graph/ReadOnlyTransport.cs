using Reconciler.Entitlements;
using Reconciler.Graph.Http;

namespace Reconciler.Graph;

/// <summary>
/// Lets reads through and refuses, before it is sent, every request that could write. Belongs right before the handler that sends, so
/// that nothing behind it can make a request anew.
/// </summary>
public sealed class ReadOnlyTransport(HttpMessageHandler inner) : DelegatingHandler(inner)
{
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) =>
        await AllowedReads.AdmitsAsync(request, cancellationToken)
            ? await base.SendAsync(request, cancellationToken)
            : throw Refusal(request);

    // No read of ours is synchronous, and a body can't be looked into without waiting.
    protected override HttpResponseMessage Send(HttpRequestMessage request, CancellationToken cancellationToken) => throw Refusal(request);

    private static TenantException Refusal(HttpRequestMessage request) => new(
        TenantProblem.Refused,
        $"{request.Method} {request.RequestUri?.AbsolutePath} was not sent: this run only reads, and the request could write.");
}
