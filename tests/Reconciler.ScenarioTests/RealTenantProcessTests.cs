using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;

namespace Reconciler.ScenarioTests;

/// <summary>The tool as a process of its own, where only a process can show it: whom it trusts, and what it loads.</summary>
public sealed class RealTenantProcessTests : IDisposable
{
    private readonly TryFolder _folder = new();

    public RealTenantProcessTests() => _folder.Put("policies/finance.yaml", "kind: Catalog\nname: Finance\n");

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Over_TLS_it_speaks_HTTP_2_and_trusts_the_authority_that_SSL_CERT_FILE_names()
    {
        if (!OperatingSystem.IsLinux())
        {
            return;
        }

        using var key = RSA.Create(2048);
        using var certificate = Certificate(key);
        var protocols = new ConcurrentBag<string>();
        await using var graph = await LoopbackGraph.StartAsync(
            LoopbackGraph.Tenant(context =>
            {
                protocols.Add(context.Request.Protocol);
                return LoopbackGraph.Json(context, """{ "value": [] }""");
            }),
            certificate);
        _folder.Put("ca.pem", certificate.ExportCertificatePem());
        _folder.Put("reconciler.yaml", $"version: 1\ntenants:\n  contoso: {{ adapter: graph, tenantId: {LoopbackGraph.TenantId}, endpoint: {graph.Root}, authority: {graph.Authority} }}\n");

        var stranger = await RunAsync(AppContext.BaseDirectory, graph.Variables);
        var friend = await RunAsync(AppContext.BaseDirectory, graph.Variables.Append(new("SSL_CERT_FILE", Path.Combine(_folder.Path, "ca.pem"))));

        Assert.Equal(7, stranger.Code);
        Assert.Contains("the certificate that answers is not trusted on this machine", stranger.Output.ReplaceLineEndings(" ").Replace("     ", " ", StringComparison.Ordinal), StringComparison.Ordinal);
        Assert.StartsWith("Plan: 1 to add\n", friend.Output, StringComparison.Ordinal);
        Assert.Equal(["HTTP/2"], protocols.Distinct());
    }

    [Fact]
    public async Task What_needs_no_sign_in_does_not_load_the_library_for_it()
    {
        // Without its list of what belongs to it, the program takes what lies beside it, and misses nothing until it is used.
        foreach (var file in Directory.EnumerateFiles(AppContext.BaseDirectory))
        {
            var name = Path.GetFileName(file);
            if (!name.StartsWith("Azure.", StringComparison.Ordinal) && !name.StartsWith("Microsoft.Identity", StringComparison.Ordinal)
                && !name.StartsWith("System.ClientModel", StringComparison.Ordinal) && name != "reconciler.deps.json")
            {
                File.Copy(file, Path.Combine(Directory.CreateDirectory(Path.Combine(_folder.Path, "tool")).FullName, name));
            }
        }

        _folder.Put("reconciler.yaml", "version: 1\ntenants: { demo: { adapter: embedded } }\n");

        var run = await RunAsync(Path.Combine(_folder.Path, "tool"), []);

        Assert.Equal((0, "Plan: 1 to add\n"), (run.Code, run.Output[..Math.Min(15, run.Output.Length)]));
    }

    private static X509Certificate2 Certificate(RSA key)
    {
        var request = new CertificateRequest("CN=127.0.0.1", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        var names = new SubjectAlternativeNameBuilder();
        names.AddIpAddress(IPAddress.Loopback);
        request.CertificateExtensions.Add(names.Build());
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(certificateAuthority: true, hasPathLengthConstraint: false, 0, critical: true));
        return request.CreateSelfSigned(DateTimeOffset.UtcNow.AddDays(-1), DateTimeOffset.UtcNow.AddDays(1));
    }

    private async Task<(int Code, string Output)> RunAsync(string program, IEnumerable<KeyValuePair<string, string>> variables)
    {
        var start = new ProcessStartInfo("dotnet", [Path.Combine(program, "reconciler.dll"), "plan"])
        {
            WorkingDirectory = _folder.Path,
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            RedirectStandardInput = true,
            StandardOutputEncoding = Encoding.UTF8,
        };
        foreach (var (name, value) in variables)
        {
            start.Environment[name] = value;
        }

        using var process = Process.Start(start) ?? throw new InvalidOperationException("dotnet does not start.");
        var (output, error) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        await process.WaitForExitAsync();
        return (process.ExitCode, await output + await error);
    }
}
