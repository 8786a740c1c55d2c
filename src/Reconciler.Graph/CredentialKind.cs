namespace Reconciler.Graph;

/// <summary>The ways to sign in, in the order in which they are tried.</summary>
public enum CredentialKind
{
    /// <summary>A token of another issuer that the application trusts: Kubernetes, GitHub Actions.</summary>
    Workload,

    /// <summary>The application's secret or certificate, named by environment variables.</summary>
    Environment,

    /// <summary>The identity that Azure gives to the machine.</summary>
    ManagedIdentity,

    /// <summary>Whoever is signed in to the Azure CLI.</summary>
    AzureCli,

    /// <summary>A person, who types a code into a browser.</summary>
    DeviceCode,
}
