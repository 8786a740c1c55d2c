namespace Reconciler.ContractTests;

/// <summary>Counts what is sent. A batch is one request.</summary>
internal sealed class CountingHandler(HttpMessageHandler inner) : DelegatingHandler(inner)
{
    private readonly List<string> _sent = [];

    /// <summary>Method and path of each request since the last <see cref="Clear"/>.</summary>
    public IReadOnlyList<string> Sent => _sent;

    public void Clear() => _sent.Clear();

    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        _sent.Add($"{request.Method} {request.RequestUri?.AbsolutePath}");
        return base.SendAsync(request, cancellationToken);
    }
}
