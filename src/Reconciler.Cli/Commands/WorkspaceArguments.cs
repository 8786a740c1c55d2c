using Reconciler.Cli.Output;
using Reconciler.Graph;

namespace Reconciler.Cli.Commands;

/// <summary>What every command that works on a workspace is told.</summary>
/// <param name="Folder">Full path of the workspace.</param>
/// <param name="Tenant">The tenant's name in <c>reconciler.yaml</c>; null for the default.</param>
internal sealed record WorkspaceArguments(string Folder, string? Tenant, OutputArguments Output)
{
    /// <summary>How to sign in; null where that is left to what is there.</summary>
    public CredentialKind? Credential { get; init; }
}
