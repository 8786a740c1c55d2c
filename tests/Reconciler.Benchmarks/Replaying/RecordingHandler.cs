namespace Reconciler.Benchmarks.Replaying;

/// <summary>Lets requests through and keeps what was answered.</summary>
internal sealed class RecordingHandler(HttpMessageHandler inner) : DelegatingHandler(inner)
{
    private readonly List<Recorded> _requests = [];

    public Recording Recording => new([.. _requests]);

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var asked = request.Content is null ? "" : await request.Content.ReadAsStringAsync(cancellationToken);
        var response = await base.SendAsync(request, cancellationToken);
        var body = await response.Content.ReadAsByteArrayAsync(cancellationToken);
        var recorded = new Recorded(request.Method.Method, request.RequestUri?.PathAndQuery ?? "", asked, (int)response.StatusCode, Recording.Compress(body), body.Length);
        lock (_requests)
        {
            _requests.Add(recorded);
        }

        return response;
    }
}
