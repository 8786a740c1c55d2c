using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace Reconciler.Emulator.Serving;

/// <summary>A certificate authority that lives as long as a server, and that server's certificate. The authority's key is forgotten at once.</summary>
internal sealed class Certificates : IDisposable
{
    private static readonly TimeSpan Validity = TimeSpan.FromDays(30);

    // Clocks of two machines, and of a machine and its container, differ a little.
    private static readonly TimeSpan Tolerance = TimeSpan.FromHours(1);

    private Certificates(X509Certificate2 server, string authorityPem) => (Server, AuthorityPem) = (server, authorityPem);

    public X509Certificate2 Server { get; }

    public string AuthorityPem { get; }

    public static Certificates Make(IPAddress address, DateTimeOffset now)
    {
        using var authorityKey = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var (from, until) = (now - Tolerance, now + Validity);
        using var authority = AuthorityRequest(authorityKey).CreateSelfSigned(from, until);
        using var serverKey = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        using var signed = ServerRequest(serverKey, address).Create(authority, from, until, RandomNumberGenerator.GetBytes(16));
        return new(Usable(signed.CopyWithPrivateKey(serverKey)), authority.ExportCertificatePem() + "\n");
    }

    public void Dispose() => Server.Dispose();

    private static CertificateRequest AuthorityRequest(ECDsa key)
    {
        var request = new CertificateRequest("CN=Reconciler emulator CA", key, HashAlgorithmName.SHA256);
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(certificateAuthority: true, hasPathLengthConstraint: true, pathLengthConstraint: 0, critical: true));
        request.CertificateExtensions.Add(new X509KeyUsageExtension(X509KeyUsageFlags.KeyCertSign | X509KeyUsageFlags.CrlSign, critical: true));
        request.CertificateExtensions.Add(new X509SubjectKeyIdentifierExtension(request.PublicKey, critical: false));
        return request;
    }

    private static CertificateRequest ServerRequest(ECDsa key, IPAddress address)
    {
        var names = new SubjectAlternativeNameBuilder();
        names.AddDnsName("localhost");
        foreach (var known in new HashSet<IPAddress> { IPAddress.Loopback, IPAddress.IPv6Loopback, address })
        {
            names.AddIpAddress(known);
        }

        var request = new CertificateRequest("CN=localhost", key, HashAlgorithmName.SHA256);
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(certificateAuthority: false, hasPathLengthConstraint: false, pathLengthConstraint: 0, critical: true));
        request.CertificateExtensions.Add(new X509KeyUsageExtension(X509KeyUsageFlags.DigitalSignature, critical: true));
        request.CertificateExtensions.Add(new X509EnhancedKeyUsageExtension([new Oid("1.3.6.1.5.5.7.3.1")], critical: false));
        request.CertificateExtensions.Add(names.Build());
        return request;
    }

    /// <summary>Windows serves no certificate whose key exists in memory alone; it keeps this one until it is disposed.</summary>
    private static X509Certificate2 Usable(X509Certificate2 certificate)
    {
        if (!OperatingSystem.IsWindows())
        {
            return certificate;
        }

        using (certificate)
        {
            return X509CertificateLoader.LoadPkcs12(certificate.Export(X509ContentType.Pkcs12), password: null);
        }
    }
}
