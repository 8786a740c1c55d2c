using System.Net;
using System.Net.Sockets;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.AspNetCore.Server.Kestrel.Https;
using Microsoft.Extensions.DependencyInjection;
using Reconciler.Emulator.Serving.Control;
using Reconciler.Emulator.Serving.Http;
using Reconciler.Emulator.Serving.SignIn;

namespace Reconciler.Emulator.Serving;

/// <summary>An emulated tenant as an HTTP server, until disposed. It answers below <c>/v1.0/</c> as <see cref="EmulatorHandler"/> does.</summary>
public sealed class EmulatorServer : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);

    private readonly IServer _server;
    private readonly IDisposable[] _owned;
    private readonly TimeProvider _time;

    private EmulatorServer(IServer server, Uri address, string? authorityPem, IDisposable[] owned, TimeProvider time)
    {
        (_server, _owned, _time) = (server, owned, time);
        Address = address;
        BaseAddress = new(address, "v1.0/");
        CertificateAuthorityPem = authorityPem;
    }

    /// <summary>Scheme, address and port, which is the authority that clients sign in at, too.</summary>
    public Uri Address { get; }

    /// <summary>The root of Graph: <c>…/v1.0/</c>.</summary>
    public Uri BaseAddress { get; }

    /// <summary>The certificate to trust for https; null without TLS.</summary>
    public string? CertificateAuthorityPem { get; }

    /// <summary>Starts to listen.</summary>
    /// <exception cref="IOException">The address can't be listened on: it is in use, or none of this machine.</exception>
    public static async Task<EmulatorServer> StartAsync(EmulatedTenant tenant, ServerOptions options, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(tenant);
        ArgumentNullException.ThrowIfNull(options);
        var certificates = options.UsesTls ? Certificates.Make(options.Endpoint.Address, options.Time.GetUtcNow()) : null;
        var mint = new TokenMint(tenant);
        var handler = new EmulatorHandler(tenant, options.AfterWrite);
        var graph = new HttpMessageInvoker(options.Through?.Invoke(handler) ?? handler);
        var services = Kestrel(options, certificates);
        var kestrel = services.GetRequiredService<IServer>();
        IDisposable[] owned = [services, graph, mint, .. certificates is null ? Array.Empty<IDisposable>() : [certificates]];
        try
        {
            await kestrel.StartAsync(new ServedApplication(Door(tenant, options, graph, mint).ServeAsync), cancellationToken);
            return new(kestrel, AddressOf(kestrel, options), certificates?.AuthorityPem, owned, options.Time);
        }
        catch (Exception trouble)
        {
            Dispose(owned);
            if (trouble is SocketException or IOException)
            {
                throw new IOException(Why(trouble), trouble);
            }

            throw;
        }
    }

    /// <summary>Stops listening, lets what is under way finish for a moment, and closes what is left.</summary>
    public async ValueTask DisposeAsync()
    {
        using var patience = new CancellationTokenSource(Patience, _time);
        await _server.StopAsync(patience.Token);
        Dispose(_owned);
    }

    private static string Why(Exception refused) => (refused as SocketException)?.SocketErrorCode switch
    {
        SocketError.AddressNotAvailable => "it is no address of this machine.",
        SocketError.AccessDenied => "the system keeps this port for those with more rights.",
        _ => refused.InnerException is AddressInUseException ? "something listens there already." : refused.Message,
    };

    private static FrontDoor Door(EmulatedTenant tenant, ServerOptions options, HttpMessageInvoker graph, TokenMint mint)
    {
        var clock = tenant.Options.Time;
        var refusal = new GraphRefusal(clock);
        var log = new RequestLog(options.Answered);
        return new(
            new GraphDoor(graph, mint, refusal, options.IsOpen),
            new SignInDoor(tenant, new TokenEndpoint(tenant, options.Clients, mint), mint),
            new ControlDoor(tenant, mint, log, refusal, options.AfterWrite),
            refusal,
            log,
            clock,
            options.Time);
    }

    /// <summary>Kestrel with what it needs itself: no host, no configuration, no environment variables, no log.</summary>
    private static ServiceProvider Kestrel(ServerOptions options, Certificates? certificates)
    {
        var builder = WebApplication.CreateEmptyBuilder(new());
        builder.WebHost.UseKestrelCore().ConfigureKestrel(settings =>
        {
            settings.AddServerHeader = false;
            settings.Limits.MaxRequestBodySize = options.LargestBody;
            settings.Listen(options.Endpoint, listen =>
            {
                // Without TLS nobody can say which of the two is spoken, and HTTP/1.1 it is.
                listen.Protocols = certificates is null ? HttpProtocols.Http1 : HttpProtocols.Http1AndHttp2;
                if (certificates is not null)
                {
                    listen.UseHttps(new HttpsConnectionAdapterOptions { ServerCertificate = certificates.Server });
                }
            });
        });
        return builder.Services.BuildServiceProvider();
    }

    private static Uri AddressOf(IServer kestrel, ServerOptions options)
    {
        var listened = kestrel.Features.Get<IServerAddressesFeature>()?.Addresses.FirstOrDefault();
        var port = listened is null ? options.Endpoint.Port : new Uri(listened).Port;
        var host = options.Endpoint.Address.Equals(IPAddress.Any) || options.Endpoint.Address.Equals(IPAddress.IPv6Any) ? IPAddress.Loopback : options.Endpoint.Address;
        return new UriBuilder(options.UsesTls ? "https" : "http", host.ToString(), port).Uri;
    }

    private static void Dispose(IDisposable[] owned)
    {
        foreach (var one in owned)
        {
            one.Dispose();
        }
    }
}
