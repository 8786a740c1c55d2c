using System.Diagnostics;
using System.Net.Sockets;
using System.Security.Cryptography.X509Certificates;
using Azure.Core;
using Azure.Core.Pipeline;
using Azure.Identity;

namespace Reconciler.Graph.SigningIn;

/// <summary>The ways to sign in to one tenant, with the variables that Azure's own tools know. What they lack is said, not guessed.</summary>
internal sealed class SignInWays(SignInOptions options, CloudAddress address, GraphOptions client)
{
    private const string ClientId = "AZURE_CLIENT_ID";
    private const string ClientSecret = "AZURE_CLIENT_SECRET";
    private const string CertificatePath = "AZURE_CLIENT_CERTIFICATE_PATH";
    private const string FederatedTokenFile = "AZURE_FEDERATED_TOKEN_FILE";

    // Where Azure's machines are told who they are; everywhere else nobody answers.
    private const string MachineIdentityHost = "169.254.169.254";

    private static readonly TimeSpan Probe = TimeSpan.FromSeconds(1);

    /// <summary>Those to try, in their order.</summary>
    public IEnumerable<SignInWay> All() => (options.Credential is { } one ? [one] : Enum.GetValues<CredentialKind>()).Select(Way);

    private SignInWay Way(CredentialKind kind) => kind switch
    {
        CredentialKind.Workload => new("workload identity", client.SignInTimeout, _ => Task.FromResult<TokenCredential>(Workload())),
        CredentialKind.Environment => new("environment", client.SignInTimeout, _ => Task.FromResult<TokenCredential>(Environment())),
        CredentialKind.ManagedIdentity => new("managed identity", client.SignInTimeout, ManagedIdentityAsync) { IsMeant = options.Credential is not null },
        CredentialKind.AzureCli => new("Azure CLI", client.SignInTimeout, _ => Task.FromResult<TokenCredential>(AzureCli())) { IsMeant = options.Credential is not null },
        CredentialKind.DeviceCode => new("device code", null, _ => Task.FromResult<TokenCredential>(DeviceCode())),
        _ => throw new UnreachableException($"No way to sign in by {kind}."),
    };

    private WorkloadIdentityCredential Workload() => new WorkloadIdentityCredential(Set(new WorkloadIdentityCredentialOptions
    {
        TokenFilePath = Needed(FederatedTokenFile),
        ClientId = Needed(ClientId),
        TenantId = options.TenantId,
        DisableInstanceDiscovery = address.IsForeign,
    }));

    private TokenCredential Environment()
    {
        var application = Needed(ClientId);
        if (Variable(ClientSecret) is { } secret)
        {
            return new ClientSecretCredential(
                options.TenantId, application, secret, Set(new ClientSecretCredentialOptions { DisableInstanceDiscovery = address.IsForeign }));
        }

        var path = Variable(CertificatePath) ?? throw new CredentialUnavailableException($"neither {ClientSecret} nor {CertificatePath} is set");
        var certificate = Set(new ClientCertificateCredentialOptions
        {
            DisableInstanceDiscovery = address.IsForeign,
            SendCertificateChain = Variable("AZURE_CLIENT_SEND_CERTIFICATE_CHAIN") is "1" or "true",
        });
        return Variable("AZURE_CLIENT_CERTIFICATE_PASSWORD") is { } password
            ? new ClientCertificateCredential(options.TenantId, application, X509CertificateLoader.LoadPkcs12FromFile(path, password), certificate)
            : new ClientCertificateCredential(options.TenantId, application, path, certificate);
    }

    private async Task<TokenCredential> ManagedIdentityAsync(CancellationToken cancellationToken)
    {
        RefuseForeign();
        if (Variable("IDENTITY_ENDPOINT") is null && Variable("MSI_ENDPOINT") is null)
        {
            await ProbeAsync(cancellationToken);
        }

        var id = Variable(ClientId) is { } application ? ManagedIdentityId.FromUserAssignedClientId(application) : ManagedIdentityId.SystemAssigned;
        return new ManagedIdentityCredential(Set(new ManagedIdentityCredentialOptions(id)));
    }

    private AzureCliCredential AzureCli()
    {
        RefuseForeign();
        return new AzureCliCredential(Set(new AzureCliCredentialOptions { TenantId = options.TenantId }));
    }

    private DeviceCodeCredential DeviceCode()
    {
        RefuseForeign();
        var prompt = options.Prompt ?? throw new CredentialUnavailableException("nobody sits at a terminal to be shown the code");
        return new DeviceCodeCredential(Set(new DeviceCodeCredentialOptions
        {
            // The application that the library takes otherwise is Azure's own, which has no grant for entitlement management.
            ClientId = Needed(ClientId),
            TenantId = options.TenantId,
            DeviceCodeCallback = (code, _) =>
            {
                prompt(code.Message);
                return Task.CompletedTask;
            },
        }));
    }

    private async Task ProbeAsync(CancellationToken cancellationToken)
    {
        using var late = new CancellationTokenSource(Probe, client.Time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(late.Token, cancellationToken);
        using var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        try
        {
            await socket.ConnectAsync(MachineIdentityHost, 80, either.Token);
        }
        catch (Exception nobody) when (nobody is SocketException || (nobody is OperationCanceledException && !cancellationToken.IsCancellationRequested))
        {
            throw new CredentialUnavailableException("this machine has none", nobody);
        }
    }

    // These tokens are of Microsoft's clouds, whatever the authority is called.
    private void RefuseForeign()
    {
        if (address.IsForeign)
        {
            throw new CredentialUnavailableException("its tokens are for Microsoft's clouds only");
        }
    }

    private string Needed(string variable) => Variable(variable) ?? throw new CredentialUnavailableException($"{variable} is not set");

    private string? Variable(string name) => options.Variable(name) is { Length: > 0 } value ? value : null;

    private T Set<T>(T credential)
        where T : TokenCredentialOptions
    {
        credential.AuthorityHost = PlainLoopback.Secured(address.Authority);
        credential.Retry.MaxRetries = 2;
        credential.Diagnostics.IsLoggingEnabled = false;
        credential.Diagnostics.IsTelemetryEnabled = false;
        credential.Diagnostics.IsDistributedTracingEnabled = false;
        credential.AddPolicy(new SignInLog(client), HttpPipelinePosition.PerRetry);
        if (PlainLoopback.IsPlain(address.Authority))
        {
            credential.Transport = new HttpClientTransport(new PlainLoopback());
        }

        return credential;
    }
}
