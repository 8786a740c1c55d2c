namespace Reconciler.Graph.SigningIn;

/// <summary>
/// Speaks to an authority on this machine without TLS, which Azure's library takes for one that has it: it knows no other. Nothing
/// leaves the machine.
/// </summary>
internal sealed class PlainLoopback() : DelegatingHandler(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false, UseProxy = false })
{
    public static bool IsPlain(Uri authority) => authority.Scheme == Uri.UriSchemeHttp && authority.IsLoopback;

    /// <summary>The authority as the library wants to see it.</summary>
    public static Uri Secured(Uri authority) => IsPlain(authority) ? With(authority, Uri.UriSchemeHttps) : authority;

    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        if (request.RequestUri is not { IsLoopback: true } address)
        {
            throw new HttpRequestException($"{request.RequestUri?.Host} is not this machine.");
        }

        request.RequestUri = With(address, Uri.UriSchemeHttp);
        return base.SendAsync(request, cancellationToken);
    }

    private static Uri With(Uri address, string scheme) => new UriBuilder(address) { Scheme = scheme, Port = address.Port }.Uri;
}
