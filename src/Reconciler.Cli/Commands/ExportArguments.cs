namespace Reconciler.Cli.Commands;

/// <summary>What <c>export</c> is told.</summary>
/// <param name="Catalogs">The names of the catalogs that are exported; none for all of the workspace's scope.</param>
/// <param name="Templates">Whether policies that have much in common become templates.</param>
internal sealed record ExportArguments(WorkspaceArguments Workspace, IReadOnlyList<string> Catalogs, bool Templates);
