namespace Reconciler.Cli.Commands;

/// <summary>What <c>apply</c> is told.</summary>
/// <param name="Yes">Nobody needs to be asked.</param>
internal sealed record ApplyArguments(WorkspaceArguments Workspace, bool Yes, bool NoRemovals)
{
    /// <summary>What somebody has allowed by name, beyond what is safe.</summary>
    public IReadOnlyList<string> Allowed { get; init; } = [];
}
