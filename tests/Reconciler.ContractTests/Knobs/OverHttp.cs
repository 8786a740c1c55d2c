using System.Net;
using System.Security.Cryptography.X509Certificates;
using Reconciler.Emulator;
using Reconciler.Emulator.Serving;
using Reconciler.Entitlements;
using Reconciler.Graph;

namespace Reconciler.ContractTests.Knobs;

/// <summary>Over real sockets, each tenant with a server of its own; with TLS it is HTTP/2. Answers come packed where that is worth it.</summary>
internal sealed class OverHttp(bool usesTls = false) : IWay
{
    // One pool for all, as in a process of ours: what one test leaves in it must not trouble the next.
    private static readonly SocketsHttpHandler Plain = Sockets();

    private readonly List<EmulatorServer> _servers = [];
    private readonly List<IDisposable> _owned = [];

    public ITenant Reach(EmulatedTenant emulated, TimeProvider time)
    {
        // Contract tests make their tenants in the middle of an expression.
        var options = new ServerOptions { Time = TimeProvider.System, IsOpen = true, UsesTls = usesTls };
        var server = Task.Run(() => EmulatorServer.StartAsync(emulated, options)).GetAwaiter().GetResult();
        _servers.Add(server);
        var client = usesTls ? Client(Secure(server), server.BaseAddress, HttpVersion.Version20) : Client(Plain, server.BaseAddress);
        _owned.Add(client);
        return new GraphTenant(client, Patient.Options(time));
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var one in _owned)
        {
            one.Dispose();
        }

        foreach (var server in _servers)
        {
            await server.DisposeAsync();
        }
    }

    public static HttpClient Client(SocketsHttpHandler sockets, Uri root, Version? version = null) => new(sockets, disposeHandler: false)
    {
        BaseAddress = root,
        DefaultRequestVersion = version ?? HttpVersion.Version11,
        DefaultVersionPolicy = HttpVersionPolicy.RequestVersionExact,
        Timeout = Timeout.InfiniteTimeSpan,
    };

    public static SocketsHttpHandler Sockets() => new()
    {
        AllowAutoRedirect = false,
        UseCookies = false,
        UseProxy = false,
        AutomaticDecompression = DecompressionMethods.GZip | DecompressionMethods.Brotli,
        ActivityHeadersPropagator = null,
    };

    private SocketsHttpHandler Secure(EmulatorServer server)
    {
        var authority = X509Certificate2.CreateFromPem(server.CertificateAuthorityPem);
        var sockets = Sockets();
        sockets.SslOptions.CertificateChainPolicy = new X509ChainPolicy
        {
            TrustMode = X509ChainTrustMode.CustomRootTrust,
            CustomTrustStore = { authority },
            RevocationMode = X509RevocationMode.NoCheck,
        };
        _owned.Add(sockets);
        _owned.Add(authority);
        return sockets;
    }
}
