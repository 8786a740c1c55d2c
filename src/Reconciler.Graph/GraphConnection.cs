using System.Net;
using Reconciler.Entitlements;
using Reconciler.Graph.Granting;
using Reconciler.Graph.Http;
using Reconciler.Graph.SigningIn;

namespace Reconciler.Graph;

/// <summary>A tenant over the network: signed in to, and checked to be the one that was meant, before anything else of it is read.</summary>
public sealed class GraphConnection : IDisposable
{
    private readonly SignIn _signIn;
    private readonly HttpClient _client;
    private readonly string _tenantId;

    private GraphConnection(SignIn signIn, HttpClient client, string tenantId, GraphOptions options)
    {
        (_signIn, _client, _tenantId) = (signIn, client, tenantId);
        Tenant = new GraphTenant(client, options, signIn.TokenAsync);
    }

    public GraphTenant Tenant { get; }

    /// <summary>Opens it. Throws <see cref="TenantException"/> where nobody can be signed in, or where another tenant answers.</summary>
    /// <param name="forReading">Whether everything that could write is refused before it is sent.</param>
    public static async Task<GraphConnection> OpenAsync(SignInOptions signIn, GraphOptions options, bool forReading, CancellationToken cancellationToken)
    {
        var address = CloudAddress.Of(signIn);
        var credentials = new SignIn(signIn, address, options);
        HttpMessageHandler transport = Transport(address.Root);
        var signing = new SigningHandler(credentials, address.Root, forReading ? new ReadOnlyTransport(transport) : transport);
        var client = new HttpClient(options.Through(signing))
        {
            BaseAddress = address.Root,
            DefaultRequestVersion = HttpVersion.Version20,
            DefaultVersionPolicy = HttpVersionPolicy.RequestVersionOrLower,

            // Each request has a bound of its own, which leaves out the time for signing in.
            Timeout = Timeout.InfiniteTimeSpan,
        };
        client.DefaultRequestHeaders.UserAgent.ParseAdd("reconciler");
        var connection = new GraphConnection(credentials, client, signIn.TenantId, options);
        try
        {
            var token = await credentials.TokenAsync(cancellationToken);
            await connection.CheckAsync(token, cancellationToken);
            return connection;
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }

    public void Dispose()
    {
        _client.Dispose();
        _signIn.Dispose();
    }

    private static SocketsHttpHandler Transport(Uri root) => new()
    {
        // The token would travel to wherever it leads.
        AllowAutoRedirect = false,
        UseCookies = false,
        UseProxy = !root.IsLoopback,
        AutomaticDecompression = DecompressionMethods.GZip | DecompressionMethods.Brotli,
        EnableMultipleHttp2Connections = true,
        KeepAlivePingDelay = TimeSpan.FromSeconds(30),
        KeepAlivePingTimeout = TimeSpan.FromSeconds(20),
        KeepAlivePingPolicy = HttpKeepAlivePingPolicy.WithActiveRequests,
        PooledConnectionLifetime = TimeSpan.FromMinutes(5),
        ConnectTimeout = TimeSpan.FromSeconds(15),
        ActivityHeadersPropagator = null,
    };

    private async Task CheckAsync(string token, CancellationToken cancellationToken)
    {
        var identity = await IdentifyAsync(token, cancellationToken);
        if (!IsSame(identity.Id, _tenantId))
        {
            throw new TenantException(
                TenantProblem.NotPermitted,
                $"reconciler.yaml declares the tenant {_tenantId}, and what answers is {identity.Id} ({identity.DisplayName}): nothing else of it was read. "
                    + "Correct `tenantId:`, or sign in to the other one.");
        }
    }

    private async Task<TenantIdentity> IdentifyAsync(string token, CancellationToken cancellationToken)
    {
        try
        {
            return await Tenant.IdentifyAsync(cancellationToken);
        }
        catch (TenantException refusal) when (refusal.Status == GraphRefusal.Forbidden)
        {
            throw new TenantException(refusal.Problem, refusal.Message, refusal)
            {
                Status = refusal.Status,
                Code = refusal.Code,
                RequestId = refusal.RequestId,
                AccessBySignIn = needs => AccessProbe.BySignIn(needs, TokenClaims.Of(token)),
            };
        }
    }

    private static bool IsSame(string id, string declared) =>
        Guid.TryParse(id, out var one) && Guid.TryParse(declared, out var other) ? one == other : string.Equals(id, declared, StringComparison.OrdinalIgnoreCase);
}
