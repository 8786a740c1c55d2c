using System.Net;
using System.Net.Http.Headers;
using Reconciler.Entitlements;

namespace Reconciler.Graph.SigningIn;

/// <summary>Signs requests to the root's origin, and sends none to another one.</summary>
internal sealed class SigningHandler(SignIn signIn, Uri root, HttpMessageHandler inner) : DelegatingHandler(inner)
{
    private const UriComponents Origin = UriComponents.SchemeAndServer | UriComponents.StrongPort;

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        if (request.RequestUri is not { } address || Uri.Compare(root, address, Origin, UriFormat.SafeUnescaped, StringComparison.OrdinalIgnoreCase) != 0)
        {
            throw new TenantException(TenantProblem.Refused, $"{request.Method} {request.RequestUri?.Host} was not sent: the token is for {root.Host} alone.");
        }

        var token = await signIn.TokenAsync(cancellationToken);
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        var response = await base.SendAsync(request, cancellationToken);
        if (response.StatusCode == HttpStatusCode.Unauthorized)
        {
            signIn.Forget();
        }

        return response;
    }
}
