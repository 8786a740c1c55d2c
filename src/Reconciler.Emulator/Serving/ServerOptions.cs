using System.Collections.Immutable;
using System.Net;

namespace Reconciler.Emulator.Serving;

/// <summary>How an emulated tenant is served. As it stands: HTTP on a free port of this machine, and nobody can sign in.</summary>
public sealed record ServerOptions
{
    /// <summary>The clock of the machine. Certificates are valid by it and requests are timed by it; the tenant has its own.</summary>
    public required TimeProvider Time { get; init; }

    /// <summary>Port 0 takes a free one.</summary>
    public IPEndPoint Endpoint { get; init; } = new(IPAddress.Loopback, 0);

    /// <summary>Serves https with a certificate made for it, which <see cref="EmulatorServer.CertificateAuthorityPem"/> vouches for.</summary>
    public bool UsesTls { get; init; }

    /// <summary>Answers without a token, and holds nobody to grants.</summary>
    public bool IsOpen { get; init; }

    /// <summary>Who may sign in.</summary>
    public ImmutableArray<ServerClient> Clients { get; init; } = [];

    /// <summary>Bytes that the body of a request may have; more is answered with 413.</summary>
    public long LargestBody { get; init; } = 4 * 1024 * 1024;

    /// <summary>Runs after every accepted write, before it is answered.</summary>
    public Action? AfterWrite { get; init; }

    /// <summary>Runs for every answered request of Graph and of the token endpoint.</summary>
    public Action<LoggedRequest>? Answered { get; init; }

    /// <summary>Put before the tenant: lets a test answer in its place.</summary>
    internal Func<HttpMessageHandler, HttpMessageHandler>? Through { get; init; }
}
