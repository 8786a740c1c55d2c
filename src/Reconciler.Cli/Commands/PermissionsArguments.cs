namespace Reconciler.Cli.Commands;

/// <summary>What <c>permissions</c> is told.</summary>
/// <param name="Only">The command it is about; null for both.</param>
/// <param name="IsOffline">Whether no tenant is asked.</param>
internal sealed record PermissionsArguments(WorkspaceArguments Workspace, string? Only, bool IsOffline);
